//! What a file is, by where it lies.

use crate::diag::{Code, Diagnostic, Place, code, words};
use crate::parse::Format;

/// The study's input files and folders: read, watched, and never written into.
pub const INPUTS: &[&str] = &["study.yaml", "content", "themes", "quotes", "coding", "templates", "static", "private", "privacy.yaml"];

/// Where the key of the decisions lies: with what is never published.
pub const DECISION_KEY: &str = "private/acknowledge.key";

pub enum Class {
    Input(Format),
    Private,
    /// The key of the decisions in `privacy.yaml`.
    DecisionKey,
    /// A template's name, relative to `templates/`.
    Template(String),
    /// Where it goes, under `assets/`.
    Asset(String),
    Ignored,
    Refused(Box<Diagnostic>),
}

/// Folders and files that have their place in the input language and are not read yet.
const LATER: [(&str, &str); 3] = [("references.bib", "references"), ("framework", "framework matrices"), ("joint", "joint displays")];

const IMAGES: &[&str] = &["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"];

/// Whether an entry of the study's root is looked at. Near misses are, so that they can be said.
pub fn is_entered(name: &str, is_folder: bool) -> bool {
    INPUTS.contains(&name)
        || LATER.iter().any(|(later, _)| *later == name)
        || if is_folder { likely_folder(name).is_some() } else { is_likely_study(name) }
}

/// A file's name that was probably meant to be study.yaml.
pub fn is_likely_study(name: &str) -> bool {
    let lower = name.to_lowercase();
    let stem = lower.trim_end_matches(".txt").trim_end_matches(".yaml").trim_end_matches(".yml");
    name != "study.yaml" && stem.len() < lower.len() && strsim::damerau_levenshtein(stem, "study") <= 1
}

/// A folder's name that was probably meant to be one of the study's.
fn likely_folder(name: &str) -> Option<&'static str> {
    match name.to_ascii_lowercase().as_str() {
        "theme" | "themes" => Some("themes"),
        "quote" | "quotes" => Some("quotes"),
        "contents" | "content" => Some("content"),
        "coding" | "codings" => Some("coding"),
        "private" => Some("private"),
        "static" => Some("static"),
        "templates" => Some("templates"),
        _ => None,
    }
    .filter(|right| *right != name)
}

/// What operating systems and editors leave behind.
pub fn is_litter(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with("~$")
        || name.ends_with(".swp")
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// Classifies a file by its path relative to the study.
pub fn classify(path: &str) -> Class {
    let (folder, rest) = path.split_once('/').unwrap_or(("", path));
    let extension = rest.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    let yaml = matches!(extension.as_str(), "yaml" | "yml");
    let top = !rest.contains('/');
    match folder {
        "" if path == "study.yaml" => Class::Input(Format::Study),
        "" if path == "privacy.yaml" => Class::Input(Format::Privacy),
        "" if is_likely_study(path) => refused(&code::STRAY_FILE, path, &format!("`{path}` is not read"), "did you mean `study.yaml`?"),
        "" => later(path, path),
        "content" if extension == "md" && top => Class::Input(Format::Page),
        "content" if extension == "md" => stray(path, "pages lie in `content/` itself, not in a folder inside it"),
        "content" if IMAGES.contains(&extension.as_str()) || extension == "pdf" => Class::Asset(rest.to_owned()),
        "content" => stray(path, "`content/` holds Markdown (`.md`) and the images beside it; other files to publish go into `static/`"),
        "themes" if yaml && top => Class::Input(Format::Themes),
        "themes" => stray(path, "`themes/` holds YAML files (`.yaml`)"),
        "quotes" => quotes(path, rest, &extension, yaml),
        "coding" if extension == "csv" && top => Class::Input(Format::Coding),
        "coding" => stray(path, "`coding/` holds CSV tables with the header `participant,theme,passages`"),
        "static" => Class::Asset(rest.to_owned()),
        "templates" => Class::Template(rest.to_owned()),
        "private" if path == DECISION_KEY => Class::DecisionKey,
        "private" if extension == "txt" => Class::Private,
        "private" => refused(
            &code::NOT_YET,
            path,
            "this file of `private/` is not searched for",
            "write what must not be published into a text file, `private/names.txt`, one name a line",
        ),
        folder => match likely_folder(folder) {
            // What is listed there must not be published: to go on would be to publish it.
            Some(right @ "private") => refused(
                &code::NOT_YET,
                path,
                &format!("the folder `{folder}/` is not read, and nothing in it is searched for"),
                &format!("rename it to `{right}/`"),
            ),
            Some(right) => {
                refused(&code::STRAY_FILE, path, &format!("the folder `{folder}/` is not read"), &format!("did you mean `{right}/`?"))
            }
            None => later(folder, path),
        },
    }
}

fn quotes(path: &str, rest: &str, extension: &str, yaml: bool) -> Class {
    match rest {
        "participants.yaml" | "participants.yml" => Class::Input(Format::Participants),
        "participants.csv" => Class::Input(Format::ParticipantsCsv),
        "sources.yaml" | "sources.yml" => Class::Input(Format::Sources),
        _ if yaml => Class::Input(Format::Quotes),
        _ if matches!(extension, "csv" | "md" | "xlsx") => refused(
            &code::NOT_YET,
            path,
            &format!("emic does not read quotes from `.{extension}` files yet"),
            "write them as YAML: `participant: P01`, then `quotes:` with `id`, `themes` and `text` for each",
        ),
        _ => stray(path, "`quotes/` holds YAML files (`.yaml`); transcripts do not belong into a study that is published"),
    }
}

fn later(name: &str, path: &str) -> Class {
    match LATER.iter().find(|(later, _)| *later == name) {
        Some((_, what)) => refused(
            &code::NOT_YET,
            path,
            &format!("emic does not read `{name}` yet ({what})"),
            "take it out of the study for now; emic refuses what it would otherwise leave out in silence",
        ),
        None => Class::Ignored,
    }
}

fn stray(path: &str, help: &str) -> Class {
    refused(&code::STRAY_FILE, path, &format!("`{}` is not read", words::shortened(path, 80)), help)
}

fn refused(code: &'static Code, path: &str, message: &str, help: &str) -> Class {
    Class::Refused(Box::new(Diagnostic::new(code, Place::Path(path.to_owned()), message).help(help)))
}
