//! emic's own style sheets and scripts, embedded in the small form that readers get.
//!
//! `front_end/dist/` is made from `front_end/css/`, `front_end/js/` and `chart/chart.css` by `tools/front-end/build.mjs` and
//! committed, so that emic is compiled without Node. `.ci/run` makes it anew and fails where it differs.

/// The files there are, under `assets/`.
pub const NAMES: &[&str] = &["emic.css", "highlight.css", "emic.js", "browser.js", "matrix.js"];

/// The bytes of one of [`NAMES`]; of any other name, none.
pub fn bytes(name: &str) -> &'static [u8] {
    match name {
        "emic.css" => include_bytes!("front_end/dist/emic.css"),
        "highlight.css" => include_bytes!("front_end/dist/highlight.css"),
        "emic.js" => include_bytes!("front_end/dist/emic.js"),
        "browser.js" => include_bytes!("front_end/dist/browser.js"),
        "matrix.js" => include_bytes!("front_end/dist/matrix.js"),
        _ => &[],
    }
}

/// A file of the preview's own, which no built site has: as it is written, for it is never published.
pub fn preview(name: &str) -> Option<&'static [u8]> {
    match name {
        "preview.css" => Some(include_bytes!("front_end/preview/preview.css")),
        "preview.js" => Some(include_bytes!("front_end/preview/preview.js")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_bytes_and_no_comment_for_authors() {
        for name in NAMES {
            let text = std::str::from_utf8(bytes(name)).unwrap();
            assert!(!text.is_empty(), "{name} is empty");
            assert!(!text.contains("/*"), "{name} has a comment");
        }
    }
}
