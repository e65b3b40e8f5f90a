//! `emic privacy cells`: who a table of participants singles out, and by what.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde_json::{Map, Value, json};

use super::super::{End, Format, print};
use crate::analyse::cells::{Cell, MOST_ATTRIBUTES, Row, Table};
use crate::diag::words;

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
pub fn run(args: &CellsArgs) -> End {
    match read(args) {
        Ok(table) => {
            match args.format {
                Format::Json => print::result(&format!("{:#}", report(&table, args.k))),
                Format::Text => sentences(&table, args.k).iter().for_each(|line| print::result(line)),
            }
            End::Done
        }
        Err(message) => {
            print::line(&format!("error: {message}"));
            End::System
        }
    }
}

fn read(args: &CellsArgs) -> Result<Table, String> {
    let name = args.table.display();
    let text = std::fs::read_to_string(&args.table).map_err(|e| format!("`{name}` cannot be read: {e}"))?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().map_err(|e| format!("`{name}` is no CSV table: {e}"))?.clone();
    let id = header.iter().position(|h| h == "id").ok_or_else(|| format!("`{name}` has no column `id`"))?;
    let others: Vec<usize> = (0..header.len()).filter(|at| *at != id).collect();
    if others.len() > MOST_ATTRIBUTES {
        return Err(format!("`{name}` has more than {MOST_ATTRIBUTES} attributes; leave out those that are not published"));
    }
    let mut table = Table { attributes: others.iter().map(|at| Arc::from(&header[*at])).collect(), rows: Vec::new() };
    for row in reader.records() {
        let row = row.map_err(|e| format!("`{name}` is no CSV table: {e}"))?;
        table.rows.push(Row { id: row[id].into(), values: others.iter().map(|at| Arc::from(&row[*at])).collect() });
    }
    Ok(table)
}

fn report(table: &Table, k: u32) -> Value {
    let mut out = Map::new();
    out.insert("n".into(), table.rows.len().into());
    out.insert("attributes".into(), json!(table.attributes.iter().map(|a| &**a).collect::<Vec<&str>>()));
    let below: Vec<&str> = table.below(k).0.into_iter().map(|row| &*table.rows[row].id).collect();
    out.insert(format!("below_k{k}_all_attributes"), json!(below));
    let mut sets = Map::new();
    for (row, minimal) in table.rows.iter().zip(table.minimal_sets(k)) {
        let mut named: Vec<Vec<&str>> = minimal.iter().map(|set| set.iter().map(|at| &*table.attributes[*at]).collect()).collect();
        named.sort();
        if !named.is_empty() {
            sets.insert(row.id.to_string(), json!(named));
        }
    }
    out.insert(format!("minimal_sets_below_k{k}"), Value::Object(sets));
    let mut crosstabs = Map::new();
    for one in 0..table.attributes.len() {
        for other in one + 1..table.attributes.len() {
            let crosstab = table.crosstab(one, other);
            let primary = crosstab.primary(k);
            let recoverable = crosstab.recoverable(&primary);
            let pairs = |cells: &[Cell]| json!(cells.iter().map(|(a, b)| [&**a, &**b]).collect::<Vec<_>>());
            crosstabs.insert(
                format!("{}|{}|k{k}", table.attributes[one], table.attributes[other]),
                json!({ "primary": pairs(&primary), "recoverable_by_subtraction": pairs(&recoverable) }),
            );
        }
    }
    out.insert("crosstabs".into(), Value::Object(crosstabs));
    Value::Object(out)
}

fn sentences(table: &Table, k: u32) -> Vec<String> {
    let below = table.below(k).0;
    let mut out = vec![format!(
        "{} of {} share their {} with fewer than {k} people",
        below.len(),
        words::count(table.rows.len(), "person", "people"),
        words::list(&table.attributes, "and")
    )];
    for (row, minimal) in table.rows.iter().zip(table.minimal_sets(k)) {
        let named: Vec<String> =
            minimal.iter().map(|set| set.iter().map(|at| &*table.attributes[*at]).collect::<Vec<_>>().join(" with ")).collect();
        if !named.is_empty() {
            out.push(format!("{}: singled out by {}", row.id, words::list(&named, "or by")));
        }
    }
    out
}
