//! `emic privacy cells`: who a table of participants singles out, and by what.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde_json::{Map, Value, json};

use super::super::{Console, End, Format};
use crate::analyse::cells::{Crosstab, Hidden, Row, Spot, Table, below_k, minimal_sets, suggest};
use crate::diag::words;
use crate::system::SystemError;

#[derive(Args)]
pub struct CellsArgs {
    /// A CSV table: a column `id`, and one for each attribute
    table: PathBuf,
    /// The smallest group of people that tells nobody apart
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(2..))]
    k: u32,
    /// For people, or as JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Exit code 0 whatever is found: what was asked for was done.
pub fn run(args: &CellsArgs, console: &Console) -> End {
    match read(args) {
        Ok(table) => {
            match args.format {
                Format::Json => console.result(&format!("{:#}", report(&table, args.k))),
                Format::Text => sentences(&table, args.k).iter().for_each(|line| console.result(line)),
            }
            End::Done
        }
        Err(error) => End::failed(&error, console),
    }
}

fn read(args: &CellsArgs) -> Result<Table, SystemError> {
    let name = args.table.display().to_string();
    let no_table = |e: csv::Error| SystemError::with_cause(format!("`{name}` is no CSV table"), e);
    let text = std::fs::read_to_string(&args.table).map_err(SystemError::unreadable(&name))?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().map_err(no_table)?.clone();
    let id = header.iter().position(|h| h == "id").ok_or_else(|| SystemError::new(format!("`{name}` has no column `id`")))?;
    let others: Vec<usize> = (0..header.len()).filter(|at| *at != id).collect();
    let mut table = Table { attributes: others.iter().map(|at| Arc::from(&header[*at])).collect(), rows: Vec::new() };
    for row in reader.records() {
        let row = row.map_err(no_table)?;
        table.rows.push(Row {
            id: row[id].into(),
            values: others.iter().map(|at| Some(Arc::from(&row[*at])).filter(|v: &Arc<str>| !v.is_empty())).collect(),
        });
    }
    Ok(table)
}

fn report(table: &Table, k: u32) -> Value {
    let every: Vec<usize> = (0..table.attributes.len()).collect();
    let mut out = Map::new();
    out.insert("n".into(), table.rows.len().into());
    out.insert("attributes".into(), json!(names(table, &every)));
    let below: Vec<&str> = below_k(table, &every, k).into_iter().map(|row| &*table.rows[row].id).collect();
    out.insert(format!("below_k{k}_all_attributes"), json!(below));
    let sets: Map<String, Value> = minimal_sets(table, k)
        .into_iter()
        .map(|one| (table.rows[one.row].id.to_string(), json!(one.sets.iter().map(|set| names(table, set)).collect::<Vec<_>>())))
        .collect();
    out.insert(format!("minimal_sets_below_k{k}"), Value::Object(sets));
    let mut crosstabs = Map::new();
    for (one, other) in every.iter().flat_map(|one| (one + 1..every.len()).map(move |other| (*one, other))) {
        let crosstab = Crosstab::new(table, one, other);
        let primary = crosstab.primary(k);
        let recoverable = crosstab.recoverable(&Hidden::only(&crosstab, &primary));
        crosstabs.insert(
            format!("{}|{}|k{k}", table.attributes[one], table.attributes[other]),
            json!({ "primary": pairs(&crosstab, &primary), "recoverable_by_subtraction": pairs(&crosstab, &recoverable) }),
        );
    }
    out.insert("crosstabs".into(), Value::Object(crosstabs));
    Value::Object(out)
}

fn names<'t>(table: &'t Table, set: &[usize]) -> Vec<&'t str> {
    set.iter().map(|at| &*table.attributes[*at]).collect()
}

/// Cells by the values of their row and column; what is not stated is an empty text.
fn pairs(crosstab: &Crosstab, spots: &[Spot]) -> Value {
    let label = |value: &Option<Arc<str>>| value.as_deref().unwrap_or_default().to_owned();
    let pair = |spot: &Spot| match *spot {
        Spot::Cell(row, column) => Some([label(&crosstab.rows.values[row]), label(&crosstab.columns.values[column])]),
        Spot::Row(_) | Spot::Column(_) => None,
    };
    json!(spots.iter().filter_map(pair).collect::<Vec<_>>())
}

fn sentences(table: &Table, k: u32) -> Vec<String> {
    let every: Vec<usize> = (0..table.attributes.len()).collect();
    let mut out = vec![format!(
        "{} of {} share their {} with fewer than {k} people",
        below_k(table, &every, k).len(),
        words::count(table.rows.len(), "person", "people"),
        words::list(&table.attributes, "and")
    )];
    for one in minimal_sets(table, k) {
        let sets: Vec<String> = one.sets.iter().map(|set| names(table, set).join(" with ")).collect();
        out.push(format!("{}: singled out by {}", table.rows[one.row].id, words::list(&sets, "or by")));
    }
    out.extend(suggest(table, k).iter().map(|proposal| format!("{k} is reached so: {proposal}")));
    out
}
