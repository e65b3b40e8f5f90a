//! `emic privacy scan`: what the rules on identifiers find in texts of one's own, a JSON object a line.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::json;

use super::super::{End, print};
use crate::identifiers;

#[derive(Args)]
pub struct ScanArgs {
    /// A file with one JSON object a line: id, text
    #[arg(long, value_name = "FILE")]
    jsonl: PathBuf,
}

/// What is read of a line; whatever else it holds is passed over.
#[derive(Deserialize)]
struct InputLine {
    id: serde_json::Value,
    text: String,
}

/// Exit code 0 whatever is found: what was asked for was done. Findings name places, in Unicode scalar values, and no words.
pub fn run(args: &ScanArgs) -> End {
    match scanned(args) {
        Ok(lines) => {
            lines.iter().for_each(|line| print::result(line));
            End::Done
        }
        Err(message) => {
            print::line(&format!("error: {message}"));
            End::System
        }
    }
}

fn scanned(args: &ScanArgs) -> Result<Vec<String>, String> {
    let name = args.jsonl.display();
    let text = fs::read_to_string(&args.jsonl).map_err(|e| format!("`{name}` cannot be read: {e}"))?;
    let lines: Vec<(usize, &str)> =
        (1..).zip(text.trim_start_matches('\u{feff}').lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
    lines
        .par_iter()
        .map(|(number, line)| {
            let line: InputLine =
                serde_json::from_str(line).map_err(|_| format!("line {number} of `{name}` is no JSON object with `id` and `text`"))?;
            let scalar = |at: usize| line.text[..at].chars().count();
            // A month and its year are a matter of who says them, and of whom a text without its study tells nothing.
            let findings: Vec<_> = identifiers::scan(&line.text)
                .iter()
                .filter(|f| f.kind != identifiers::FindingKind::MonthYear)
                .map(|f| json!({ "start": scalar(f.range.start), "end": scalar(f.range.end), "type": f.kind.tag() }))
                .collect();
            Ok(json!({ "id": line.id, "findings": findings }).to_string())
        })
        .collect()
}
