//! Writes a generated study into a new or an empty folder:
//! `cargo run --release --example study -- --size S|M|L [--seed N] DIR`
//!
//! 1. The arguments say how large it is, out of which seed and where to.
//! 2. `generate` makes every file in memory.
//! 3. The files are written, and one line says how much there was.
//!
//! Exit code 2, with a message, when the arguments are wrong, the folder holds something, or the
//! disk fails.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is a command")]

#[path = "../tests/support/generate.rs"]
mod generate;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use generate::Size;

const USAGE: &str = "usage: study --size S|M|L [--seed N] DIR";

fn main() -> ExitCode {
    match run(env::args_os().skip(1)) {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("study: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: impl Iterator<Item = OsString>) -> Result<String, String> {
    let Request { size, seed, folder } = Request::parse(arguments)?;
    let failed = |error| format!("{}: {error}", folder.display());
    if !is_free(&folder).map_err(failed)? {
        return Err(format!("{} is not an empty folder", folder.display()));
    }
    let files = generate::files(size, seed);
    for (path, text) in &files {
        write(&folder.join(path), text).map_err(failed)?;
    }
    let [participants, quotes, mains, subs, thirds] = size.numbers();
    let (themes, count) = (mains + subs + mains * thirds, files.len());
    let bytes: usize = files.values().map(String::len).sum();
    Ok(format!("{participants} participants, {themes} themes, {quotes} quotes, {count} files, {bytes} bytes"))
}

struct Request {
    size: Size,
    seed: u64,
    folder: PathBuf,
}

impl Request {
    fn parse(mut arguments: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let (mut size, mut seed, mut folder) = (None, 1, None);
        while let Some(argument) = arguments.next() {
            let mut value = |name: &str| match arguments.next() {
                Some(value) => Ok(value.to_string_lossy().into_owned()),
                None => Err(format!("{name} needs a value\n{USAGE}")),
            };
            match argument.to_str() {
                Some(name @ "--size") => size = Some(value(name)?.parse()?),
                Some(name @ "--seed") => {
                    seed = value(name)?.parse().map_err(|e| format!("{name}: {e}"))?;
                }
                Some(name) if name.starts_with('-') => {
                    return Err(format!("there is no option `{name}`\n{USAGE}"));
                }
                _ if folder.is_some() => return Err(format!("one folder is enough\n{USAGE}")),
                _ => folder = Some(PathBuf::from(argument)),
            }
        }
        let size = size.ok_or(format!("--size is missing\n{USAGE}"))?;
        let folder = folder.ok_or(format!("DIR is missing\n{USAGE}"))?;
        Ok(Request { size, seed, folder })
    }
}

/// Whether nothing is there yet, or a folder with nothing in it.
fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error),
    }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, text)
}
