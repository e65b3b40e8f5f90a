//! What holds of every drawing, read back from the SVG itself.

mod drawn;
mod matrix_facts;
mod prevalence_facts;
mod sample;
mod turned_facts;

use super::*;
use drawn::Drawn;

/// The style sheet of every drawing in [`Ink::Page`], as it is written.
const CSS: &str = include_str!("../chart.css");

const INKS: [fn() -> Ink; 2] = [|| Ink::Page, sample::alone];

/// Every kind of drawing, of ordinary, empty, large and hostile studies.
fn all() -> Vec<(String, String)> {
    let mut drawings = Vec::new();
    let hostile = "</title><script>alert(\"1\")</script> & 'q' \u{0}\u{b}\u{1b}\u{ffff} <b";
    for width in [Width::Wide, Width::Narrow] {
        for ink in INKS.map(|ink| ink()) {
            let mut add = |what: &str, svg: String| {
                drawings.push((format!("{what}, {width:?}, {ink:?}"), svg));
            };
            for (what, labels) in sample::languages() {
                add(what, prevalence(&sample::bars(&labels, 20), width, &ink));
                for people in [0, 1, 20, 60] {
                    let matrix_of = |marks| sample::grid(&labels, people, marks);
                    add(what, matrix(&matrix_of(MatrixMarks::Presence), width, &ink));
                    let symbols = MatrixMarks::Symbols { unit: hostile.to_owned() };
                    add(what, matrix(&matrix_of(symbols), width, &ink));
                }
            }
            let labels = vec![hostile.to_owned(); 6];
            let mut bars = sample::bars(&labels, 20);
            (bars.id, bars.title) = (hostile.to_owned(), hostile.to_owned());
            (bars.description, bars.unit) = (hostile.to_owned(), hostile.to_owned());
            for bar in &mut bars.bars {
                (bar.href, bar.name) = (format!("#{hostile}"), hostile.to_owned());
                bar.number = hostile.to_owned();
            }
            add("hostile", prevalence(&bars, width, &ink));
            let mut grid = sample::grid(&labels, 20, MatrixMarks::Presence);
            for column in &mut grid.columns {
                (column.label, column.group) = (hostile.to_owned(), Some(hostile.to_owned()));
            }
            add("hostile", matrix(&grid, width, &ink));
            add("nothing", prevalence(&Prevalence::default(), width, &ink));
            add("nothing", matrix(&Matrix::default(), width, &ink));
        }
    }
    drawings
}

#[test]
fn every_drawing_is_well_formed_and_carries_no_style_and_no_script() {
    for (what, svg) in all() {
        let tree = roxmltree::Document::parse(&svg).unwrap_or_else(|e| panic!("{what}: {e}\n{svg}"));
        for node in tree.descendants().filter(roxmltree::Node::is_element) {
            assert!(node.attribute("style").is_none(), "{what}");
            let known = ["svg", "title", "desc", "g", "a", "rect", "circle", "path", "text"];
            assert!(known.contains(&node.tag_name().name()), "{what}: {:?}", node.tag_name());
        }
    }
}

#[test]
fn a_drawing_is_a_group_with_a_name_and_a_description_of_its_own() {
    let bars = sample::bars(&sample::english(), 20);
    let mut ids = Vec::new();
    for width in [Width::Wide, Width::Narrow] {
        let svg = prevalence(&bars, width, &Ink::Page);
        let tree = roxmltree::Document::parse(&svg).unwrap();
        let root = tree.root_element();
        assert_eq!(root.attribute("role"), Some("group"));
        let labelled: Vec<&str> = root.attribute("aria-labelledby").unwrap().split(' ').collect();
        let said = |id: &str| {
            let named = tree.descendants().find(|node| node.attribute("id") == Some(id)).unwrap();
            named.text().unwrap().to_owned()
        };
        assert_eq!(labelled.iter().map(|id| said(id)).collect::<Vec<_>>(), [bars.title.clone(), bars.description.clone()]);
        ids.extend(labelled.into_iter().map(str::to_owned));
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 4, "two drawings stand in one page: {ids:?}");
}

#[test]
fn a_drawing_says_its_size_so_that_text_is_13_px() {
    for (what, svg) in all() {
        let tree = roxmltree::Document::parse(&svg).unwrap();
        let root = tree.root_element();
        let (width, height) = (root.attribute("width").unwrap(), root.attribute("height").unwrap());
        assert_eq!(root.attribute("viewBox"), Some(&*format!("0 0 {width} {height}")), "{what}");
    }
}

#[test]
fn what_is_seen_is_hidden_from_those_who_listen_and_marks_are_named() {
    for (what, svg) in all() {
        let tree = roxmltree::Document::parse(&svg).unwrap();
        for node in tree.descendants() {
            match node.tag_name().name() {
                "text" => assert_eq!(node.attribute("aria-hidden"), Some("true"), "{what}"),
                "a" => assert!(!node.attribute("aria-label").unwrap().is_empty(), "{what}"),
                "g" if node.has_attribute("role") => {
                    let title = node.first_element_child().unwrap();
                    assert_eq!(title.tag_name().name(), "title", "{what}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn numbers_are_short() {
    let geometry = ["x", "y", "width", "height", "cx", "cy", "r", "d", "viewBox", "transform"];
    for (what, svg) in all() {
        let tree = roxmltree::Document::parse(&svg).unwrap();
        for attribute in tree.descendants().flat_map(|node| node.attributes()) {
            if !geometry.contains(&attribute.name()) || attribute.value() == "100%" {
                continue;
            }
            let numbers = attribute.value().split(|c: char| !c.is_ascii_digit() && c != '.');
            for number in numbers {
                let decimals = number.split_once('.').map_or("", |(_, decimals)| decimals);
                assert!(decimals.len() <= 2, "{what}: {attribute:?}");
            }
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert!(all() == all());
}

#[test]
fn no_two_texts_overlap_and_none_leaves_the_drawing() {
    for (what, svg) in all().into_iter().filter(|(what, _)| !what.starts_with("hostile")) {
        Drawn::read(&svg).assert_clear(&what);
    }
}

#[test]
fn every_class_is_in_the_style_sheet_and_every_size_agrees_with_it() {
    for (_, svg) in all().into_iter().filter(|(what, _)| what.ends_with("Page")) {
        let tree = roxmltree::Document::parse(&svg).unwrap();
        for class in tree.descendants().filter_map(|node| node.attribute("class")) {
            // The themes' inks are the front end's.
            for class in class.split(' ').filter(|class| !class.starts_with('t')) {
                let ends = |(at, name): (usize, &str)| !CSS[at + name.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
                assert!(CSS.match_indices(&format!(".{class}")).any(ends), "{class}");
            }
        }
    }
    let sheet = CSS.split_whitespace().collect::<Vec<_>>().join(" ");
    for rule in [
        "font: 400 13px / 1 var(--sans);",
        ".c-head { font-weight: 600;",
        ".c-small { font-size: 11px;",
        ".c-badge { font-size: 12px; font-weight: 600;",
    ] {
        assert!(sheet.contains(rule), "{rule}");
    }
}

#[test]
fn a_drawing_that_stands_alone_brings_colours_fonts_title_and_source() {
    let svg = prevalence(&sample::bars(&sample::english(), 20), Width::Wide, &sample::alone());
    let tree = roxmltree::Document::parse(&svg).unwrap();
    let root = tree.root_element();
    assert!(root.attribute("font-family").unwrap().contains("Inter"));
    assert!(!svg.contains("class=\"c-") && !svg.contains("var("), "{svg}");
    assert!(svg.contains("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"));
    assert!(svg.contains("fill=\"#213f5f\""));
    let texts: Vec<&str> = tree
        .descendants()
        .filter(|node| node.has_tag_name((root.tag_name().namespace().unwrap(), "text")))
        .filter_map(|node| node.text())
        .collect();
    for line in ["Who spoke of it", "Participants, of 20. Code-book order.", "Pumps. CC BY 4.0."] {
        assert!(texts.contains(&line), "{line}: {texts:?}");
    }
}

#[test]
fn a_drawing_that_stands_alone_keeps_only_links_that_work_elsewhere() {
    let mut bars = sample::bars(&sample::english(), 20);
    let svg = prevalence(&bars, Width::Wide, &sample::alone());
    assert!(!svg.contains("<a ") && !svg.contains("#a8321c"), "a red number is a link");
    for bar in &mut bars.bars {
        bar.href = format!("https://example.org/{}", bar.href);
    }
    let svg = prevalence(&bars, Width::Wide, &sample::alone());
    assert!(svg.contains("<a href=\"https://example.org/themes/1.1.html\"") && svg.contains("#a8321c"));
}
