//! `emic privacy sweep`: the gate's search in a folder that is finished, whoever made it.

use std::path::PathBuf;

use clap::Args;
use rayon::prelude::*;
use serde_json::json;

use super::super::{Console, End, Format};
use crate::diag::words;
use crate::gate::{Hit, HitPlace, Secrets, Sweep};
use crate::load::{self, key};
use crate::system::SystemError;

/// How much of a file's name is told where the rest of it holds a name.
const SHOWN: usize = 4;

#[derive(Args)]
pub struct SweepArgs {
    /// The folder to look through
    folder: PathBuf,
    /// The key file: CSV with the columns pseudonym, real_name, aliases
    #[arg(long, value_name = "FILE", env = key::VARIABLE)]
    key: PathBuf,
    /// How hits are told: for people, or one JSON object a line
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Exit code 0 whatever is found: what was asked for was done.
pub fn run(args: &SweepArgs, console: &Console) -> End {
    match sweep(args, console) {
        Ok(()) => End::Done,
        Err(error) => End::failed(&error, console),
    }
}

fn sweep(args: &SweepArgs, console: &Console) -> Result<(), SystemError> {
    let mut secrets = Secrets::new();
    // Nothing is published here, so a key that lies badly is a warning.
    if let Err(refused) = key::guard(&args.key, None) {
        console.line(&format!("warning: for a build, {refused}"));
    }
    for refused in key::read(&args.key, &mut secrets).map_err(|e| SystemError::new(e.to_string()))? {
        console.line(&format!("warning: a name in line {} of the key is too short to be looked for", refused.line));
    }
    let sweep = Sweep::new(&secrets)?;
    let files = load::finished(&args.folder).map_err(SystemError::unreadable(args.folder.display()))?;
    let found: Vec<(String, Vec<Hit>)> = files
        .par_iter()
        .map(|file| {
            let bytes = file.read().map_err(SystemError::unreadable(sweep.masked_name(&file.name)))?;
            Ok((masked(&sweep, &file.name), sweep.route(&file.name, &bytes)))
        })
        .collect::<Result<_, SystemError>>()?;
    for (name, hits) in &found {
        for hit in hits {
            console.result(&report(args.format, name, hit));
        }
    }
    let hits = found.iter().map(|(_, hits)| hits.len()).sum();
    let hit_files = found.iter().filter(|(_, hits)| !hits.is_empty()).count();
    console.line(&format!(
        "{} of the key in {} of {}",
        words::count(hits, "name", "names"),
        hit_files,
        words::count(files.len(), "file", "files")
    ));
    Ok(())
}

fn report(format: Format, name: &str, hit: &Hit) -> String {
    let participant = hit.participant.as_deref().unwrap_or_default();
    let reading = match hit.place {
        HitPlace::Name => "its name",
        HitPlace::Bytes { reading } => reading,
    };
    match format {
        Format::Json => json!({ "file": name, "pseudonym": participant, "line": hit.list_line, "in": reading }).to_string(),
        Format::Text => format!("{name}: the name of {participant} (line {} of the key) in {reading}", hit.list_line),
    }
}

/// The path, its last part masked where it holds a name, but for its first characters.
fn masked(sweep: &Sweep, path: &str) -> String {
    let masked = sweep.masked_name(path);
    if masked == path {
        return masked;
    }
    let (_, name) = path.rsplit_once('/').unwrap_or(("", path));
    let begins: String = name.chars().take(SHOWN).collect();
    let (_, rest) = masked.rsplit_once('/').unwrap_or(("", &masked));
    if masked.ends_with(rest) && rest.starts_with(&begins) { masked } else { format!("{begins}●●●") }
}
