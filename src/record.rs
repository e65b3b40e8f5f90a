//! Adds entries to `privacy.yaml`, and makes the key that its hashes are made with.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::lint::decisions::Key;
use crate::load::DECISION_KEY;

/// The file, by its name in the study.
pub const FILE: &str = "privacy.yaml";

const HEAD: &str = "# What was decided about findings of the privacy gate, who read what, and who answers for it.\n\
                    # `emic privacy` writes it; it is never published, and holds none of the words it is about.\n";

/// Fields that are no text.
const UNQUOTED: &[&str] = &["attributes", "below", "smallest"];

/// A field of an entry: its name and text.
pub type Field<'a> = (&'static str, &'a str);

/// Adds an entry at the end of a study's `privacy.yaml`.
///
/// # Errors
/// What the system says.
pub fn add(study: &Path, fields: &[Field<'_>]) -> io::Result<()> {
    let path = study.join(FILE);
    let before = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => HEAD.to_owned(),
        Err(error) => return Err(error),
    };
    let mut text = before;
    if !text.ends_with('\n') {
        text.push('\n');
    }
    for (at, (name, value)) in fields.iter().enumerate() {
        let lead = if at == 0 { "- " } else { "  " };
        // A text in JSON's quotation marks is YAML too, whatever stands in it; lists and numbers come as they are to stand.
        let value = if UNQUOTED.contains(name) { (*value).to_owned() } else { serde_json::json!(value).to_string() };
        text.push_str(&format!("{lead}{name}: {value}\n"));
    }
    // Beside it first: half a file of decisions would be none.
    let beside = study.join(format!("{FILE}.new"));
    fs::write(&beside, text)?;
    fs::rename(beside, path)
}

/// The study's key, made where there is none yet.
///
/// # Errors
/// What the system says.
pub fn key(study: &Path, known: Option<Key>) -> io::Result<Key> {
    if let Some(key) = known {
        return Ok(key);
    }
    let mut key = Key::default();
    getrandom::fill(&mut key).map_err(|error| io::Error::other(error.to_string()))?;
    let path = study.join(DECISION_KEY);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let hex = blake3::Hash::from_bytes(key).to_hex();
    options.open(path)?.write_all(format!("{hex}\n").as_bytes())?;
    Ok(key)
}

/// Today, in UTC, as `YYYY-MM-DD`.
#[expect(clippy::disallowed_methods, reason = "a decision has the day on which it was made; no site depends on it")]
pub fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    date(seconds / 86_400)
}

/// The date of a day, counted from 1 January 1970, by the proleptic Gregorian calendar.
fn date(day: u64) -> String {
    let is_leap = |year: u64| year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let (mut year, mut left) = (1970, day);
    while left >= if is_leap(year) { 366 } else { 365 } {
        left -= if is_leap(year) { 366 } else { 365 };
        year += 1;
    }
    let months = [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while left >= months[month] {
        left -= months[month];
        month += 1;
    }
    format!("{year:04}-{:02}-{:02}", month + 1, left + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        for (day, expected) in [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_781, "2026-11-24")] {
            assert_eq!(date(day), expected);
        }
    }
}
