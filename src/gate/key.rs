//! The key file: who the participants are. It is the one list in which every value is a name.
//!
//! A CSV table with the columns `pseudonym`, `real_name` and `aliases`, these divided by `;`. A name of several words is looked
//! for as it is written and with its last words in front, as lists and references have it.

use super::secrets::{RefusedSecret, Secrets};

/// Why a key file was not taken up. To go on without it would be to publish unchecked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFileError {
    /// A column that must be there is missing.
    Column(&'static str),
    /// A row that is no row of a table, by its line.
    Row(u32),
    /// There is a header and nothing below it, so nothing would be looked for.
    Empty,
}

impl Secrets {
    /// Takes up a key file; gives the lines of names that are too short to be looked for.
    ///
    /// # Errors
    /// Where the file is no such table.
    pub fn add_key(&mut self, file: &str, text: &str) -> Result<Vec<RefusedSecret>, KeyFileError> {
        let text = text.trim_start_matches('\u{feff}');
        let mut table = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
        let header = table.headers().map_err(|_| KeyFileError::Row(1))?.clone();
        let column = |name: &'static str| header.iter().position(|h| h.eq_ignore_ascii_case(name));
        let real_name = column("real_name").ok_or(KeyFileError::Column("real_name"))?;
        let (pseudonym, aliases) = (column("pseudonym").ok_or(KeyFileError::Column("pseudonym"))?, column("aliases"));
        let mut refused = Vec::new();
        let mut rows = 0;
        for row in table.records() {
            let row = row.map_err(|error| KeyFileError::Row(line_at(text, error.position())))?;
            let line = line_at(text, row.position());
            let cell = |at: usize| row.get(at).unwrap_or_default();
            let names: Vec<&str> = std::iter::once(cell(real_name))
                .chain(aliases.map(cell).unwrap_or_default().split([';', '；']))
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .collect();
            if names.is_empty() && !cell(pseudonym).is_empty() {
                return Err(KeyFileError::Row(line));
            }
            rows += names.len();
            for name in names {
                refused.extend(self.add_name(file, line, cell(pseudonym), name).err());
                for turned in turned(name) {
                    refused.extend(self.add_name(file, line, cell(pseudonym), &turned).err());
                }
            }
        }
        if rows == 0 { Err(KeyFileError::Empty) } else { Ok(refused) }
    }
}

/// The line of a row, from 1. The reader's own count is one short where lines end in CRLF.
fn line_at(text: &str, at: Option<&csv::Position>) -> u32 {
    let at = at.and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(0).min(text.len());
    let row = text.as_bytes()[at..].iter().position(|byte| !matches!(byte, b'\r' | b'\n')).map_or(text.len(), |skipped| at + skipped);
    let breaks = text.as_bytes()[..row].iter().filter(|byte| **byte == b'\n').count();
    u32::try_from(breaks + 1).unwrap_or(u32::MAX)
}

/// `Ngozi Ada Okafor` as `Okafor, Ngozi Ada` and `Ada Okafor, Ngozi`: which words are the family's is not known.
fn turned(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    (1..words.len()).map(|at| format!("{}, {}", words[at..].join(" "), words[..at].join(" "))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Sweep;
    use super::*;

    fn swept(key: &str, text: &str) -> Vec<(u32, Option<String>)> {
        let mut secrets = Secrets::new();
        assert_eq!(secrets.add_key("key.csv", key), Ok(Vec::new()));
        let hits = Sweep::new(&secrets).unwrap().route("a.txt", text.as_bytes());
        hits.iter().map(|hit| (hit.list_line, hit.participant.as_deref().map(str::to_owned))).collect()
    }

    #[test]
    fn names_aliases_and_turned_names_are_found_with_whose_they_are() {
        let key = "\u{feff}pseudonym,real_name,aliases\r\nP01,Ada Ruth Quill,Addy; Quilly\r\nP02,王小燕,\r\n";
        for (text, line, of) in
            [("so Ada Ruth Quill said", 2, "P01"), ("Quill, Ada Ruth", 2, "P01"), ("Quilly!", 2, "P01"), ("和王小燕一起", 3, "P02")]
        {
            assert_eq!(swept(key, text), [(line, Some(of.to_owned()))], "{text}");
        }
        assert!(swept(key, "Ada said so").is_empty(), "a given name alone is found where it is listed as an alias");
    }

    #[test]
    fn a_key_that_would_check_nothing_is_refused() {
        let mut secrets = Secrets::new();
        assert_eq!(secrets.add_key("k", "id,name\nP01,Ada Quill\n"), Err(KeyFileError::Column("real_name")));
        assert_eq!(secrets.add_key("k", "pseudonym,real_name,aliases\n"), Err(KeyFileError::Empty));
        assert_eq!(secrets.add_key("k", "pseudonym,real_name\nP01,Ada Quill\nP02,\n"), Err(KeyFileError::Row(3)));
    }
}
