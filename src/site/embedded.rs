//! emic's own style sheets and scripts, embedded; a file a concern, joined for the page.

use std::sync::LazyLock;

use include_dir::Dir;

use super::templates::FRONT_END;
use crate::chart;

/// The files there are, under `assets/`.
pub const NAMES: &[&str] = &["emic.css", "highlight.css", "emic.js", "browser.js", "matrix.js"];

const HIGHLIGHT: &str = "80-highlight.css";

/// All of [`NAMES`], joined once.
static FILES: LazyLock<Vec<(&'static str, Vec<u8>)>> = LazyLock::new(|| NAMES.iter().map(|name| (*name, joined_file(name))).collect());

/// The bytes of one of [`NAMES`]; none where the name is another.
pub fn bytes(name: &str) -> &'static [u8] {
    FILES.iter().find(|(known, _)| *known == name).map_or(&[], |(_, bytes)| bytes)
}

fn joined_file(name: &str) -> Vec<u8> {
    match name {
        "emic.css" => {
            let mut css = joined("css", |file| file != HIGHLIGHT);
            css.push_str(chart::CSS);
            without_comments(&css).into_bytes()
        }
        "highlight.css" => joined("css", |file| file == HIGHLIGHT).into_bytes(),
        // A script of a folder's files: `emic.js` of `js/emic/`.
        script => joined(&format!("js/{}", script.trim_end_matches(".js")), |_| true).into_bytes(),
    }
}

/// A style sheet as readers get it: what it says to its authors is left at home.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after.trim_start());
    }
    out + rest
}

/// A file of the preview's own, which no built site has.
pub fn preview(name: &str) -> Option<&'static [u8]> {
    FRONT_END.get_file(format!("preview/{name}")).map(include_dir::File::contents)
}

fn joined(folder: &str, wanted: impl Fn(&str) -> bool) -> String {
    let mut files: Vec<(&str, &str)> = FRONT_END
        .get_dir(folder)
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(|f| Some((f.path().file_name()?.to_str()?, f.contents_utf8()?)))
        .filter(|(name, _)| wanted(name))
        .collect();
    files.sort();
    files.iter().map(|(_, text)| *text).collect()
}
