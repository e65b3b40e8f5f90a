//! A table as rows of texts, and what an illustrative study's tables say in every row.

use crate::model::Study;

/// A table with one header row.
pub struct DataTable {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl DataTable {
    /// Adds the last column of an illustrative study's tables; others have none.
    pub fn notice(&mut self, study: &Study) {
        if study.settings.illustrative {
            self.columns.push("notice".into());
            self.rows.iter_mut().for_each(|row| row.push(NOTICE.into()));
        }
    }
}

/// What the notice says in every row of an illustrative study's tables.
pub const NOTICE: &str = "Illustrative quotes, not participants’ words";
