//! Finished sites in a real browser: `run.mjs` and its suites, in Node, with Debian's Chromium.
//!
//! 1. Node, `node_modules` and Chromium are looked for. Where one of them is missing this says `skipped: …` and holds, unless
//!    `EMIC_REQUIRE_BROWSER=1` is set. Nothing is installed: that is `npm ci` in `tests/browser`, by hand or by `.ci/run`.
//! 2. The sites are built by the binary under test: the demo, the studies beside this file, and a generated one.
//! 3. Node runs the suites over them and prints one fact a line; its exit code is the answer.
//!
//! `cargo test --test browser -- search` runs the suites whose names hold one of the words. With `EMIC_LONG=1` they look at
//! everything, where otherwise a part is looked at each time: every page in every view, every count's link, and a site of
//! 10,000 quotes.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, io};

#[path = "../support/generate.rs"]
mod generate;

const SUITES: [&str; 9] = ["weight", "noscript", "aria", "states", "keyboard", "figures", "counts", "search", "preview"];
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments.iter().any(|a| a == "--list") {
        SUITES.iter().for_each(|suite| println!("{suite}: test"));
        return ExitCode::SUCCESS;
    }
    // Filters are meant for every test program: one that fits no suite here is meant for another.
    let words: Vec<&String> = arguments.iter().filter(|a| !a.starts_with('-')).collect();
    let wanted: Vec<&str> = SUITES.into_iter().filter(|s| words.is_empty() || words.iter().any(|w| s.contains(w.as_str()))).collect();
    if wanted.is_empty() || arguments.iter().any(|a| a == "--ignored") {
        return ExitCode::SUCCESS;
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    match tools(&here) {
        Ok((node, chromium)) => match sites(is_set("EMIC_LONG")).and_then(|sites| run(&node, &chromium, &here, &sites, &wanted)) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(error) => {
                eprintln!("browser: {error}");
                ExitCode::FAILURE
            }
        },
        Err(missing) if is_set("EMIC_REQUIRE_BROWSER") => {
            eprintln!("browser: {missing}, and EMIC_REQUIRE_BROWSER is set");
            ExitCode::FAILURE
        }
        Err(missing) => {
            println!("skipped: {missing}");
            ExitCode::SUCCESS
        }
    }
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| value == "1")
}

/// Node and Chromium, or what is missing.
fn tools(here: &Path) -> Result<(PathBuf, PathBuf), String> {
    let node = found("node").ok_or("Node is not installed")?;
    if !here.join("node_modules/playwright-core").is_dir() {
        return Err("tests/browser/node_modules is missing (run `npm ci` in tests/browser)".to_owned());
    }
    let named = env::var_os("EMIC_CHROMIUM").map(PathBuf::from);
    let chromium = match named {
        Some(path) if path.is_file() => path,
        Some(path) => return Err(format!("EMIC_CHROMIUM names {}, which is no file", path.display())),
        None => BROWSERS.iter().find_map(|name| found(name)).ok_or("Chromium is not installed")?,
    };
    Ok((node, chromium))
}

/// A program of the search path.
fn found(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

/// Builds every site into one folder, which stays to be looked at until the next run.
fn sites(long: bool) -> io::Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    let sites = place.join("sites");
    fs::create_dir_all(&sites)?;
    build(root, &sites.join("demo"))?;
    for study in ["small", "cjk", "quiet"] {
        build(&root.join("tests/browser/studies").join(study), &sites.join(study))?;
    }
    let large = long.then_some(("m10000", generate::Size::M));
    for (name, size) in [("s300", generate::Size::S)].into_iter().chain(large) {
        let study = place.join("studies").join(name);
        for (path, text) in generate::files(size, 1) {
            let path = study.join(path);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, text)?;
        }
        build(&study, &sites.join(name))?;
    }
    Ok(sites)
}

fn build(study: &Path, site: &Path) -> io::Result<()> {
    let run = Command::new(env!("CARGO_BIN_EXE_emic")).arg("build").arg(study).arg("-o").arg(site).output()?;
    if run.status.success() {
        return Ok(());
    }
    Err(io::Error::other(format!("{} was not built: {}", study.display(), String::from_utf8_lossy(&run.stderr))))
}

/// Whether every fact holds.
fn run(node: &Path, chromium: &Path, here: &Path, sites: &Path, wanted: &[&str]) -> io::Result<bool> {
    let script = |name: &str| {
        let mut command = Command::new(node);
        command.arg(here.join(name)).env("EMIC_CHROMIUM", chromium);
        command
    };
    let finished: Vec<&&str> = wanted.iter().filter(|s| **s != "preview").collect();
    let long = is_set("EMIC_LONG").then_some("--long");
    let mut good = finished.is_empty() || script("run.mjs").args(long).arg(sites).args(finished).status()?.success();
    if wanted.contains(&"preview") {
        let study = sites.with_file_name("edited");
        copy(Path::new(env!("CARGO_MANIFEST_DIR")), &study)?;
        good &= script("preview.mjs").arg(env!("CARGO_BIN_EXE_emic")).arg(study).status()?.success();
    }
    Ok(good)
}

/// A copy of a study that may be edited.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for folder in ["content", "themes", "quotes"] {
        fs::create_dir_all(to.join(folder))?;
        for entry in fs::read_dir(from.join(folder))? {
            let path = entry?.path();
            fs::copy(&path, to.join(folder).join(path.file_name().unwrap_or_default()))?;
        }
    }
    fs::copy(from.join("study.yaml"), to.join("study.yaml")).map(|_| ())
}
