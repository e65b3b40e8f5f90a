//! What holds of charts of bars.

use super::super::*;
use super::drawn::Drawn;
use super::sample;

const WIDTHS: [Width; 2] = [Width::Wide, Width::Narrow];

#[test]
fn every_bar_is_a_link_with_a_name() {
    let chart = sample::bars(&sample::english(), 20);
    let expected: Vec<_> = chart.bars.iter().map(|bar| (bar.href.clone(), bar.name.clone())).collect();
    for width in WIDTHS {
        let drawn = Drawn::read(&prevalence(&chart, width, &Ink::Page));
        assert_eq!(drawn.links, expected);
        assert_eq!(drawn.marks.len(), chart.bars.len());
    }
}

#[test]
fn a_bar_is_as_long_as_its_count_and_begins_at_zero() {
    let labels = vec!["Theme".to_owned(); 21];
    let chart = sample::bars(&labels, 20);
    for width in WIDTHS {
        let drawn = Drawn::read(&prevalence(&chart, width, &Ink::Page));
        let zero = drawn.marks[0].left;
        let one = (drawn.marks[0].right - zero) / 20.0;
        for (bar, mark) in chart.bars.iter().zip(&drawn.marks) {
            assert_eq!(mark.left, zero);
            let off = mark.right - mark.left - one * f64::from(bar.n);
            assert!(off.abs() <= 0.11, "{} is {off} off", bar.n);
        }
    }
}

#[test]
fn the_grid_stands_at_the_numbers_it_names() {
    let chart = sample::bars(&vec!["Theme".to_owned(); 21], 20);
    let svg = prevalence(&chart, Width::Wide, &Ink::Page);
    let drawn = Drawn::read(&svg);
    let unit = (drawn.marks[0].right - drawn.marks[0].left) / 20.0;
    for n in [5.0, 10.0, 15.0, 20.0] {
        let x = drawn.marks[0].left + unit * n;
        let named = drawn.texts.iter().find(|text| text.what == n.to_string() && text.class == "c-note");
        assert!((named.unwrap().centre().0 - x).abs() < 0.2);
        assert!(svg.contains(&format!("d=\"M{} 0V", x.floor() + 0.5)), "{n}");
    }
}

#[test]
fn zero_draws_no_mark_and_keeps_its_place() {
    let chart = sample::bars(&sample::english(), 20);
    let mut silent = chart.clone();
    silent.bars[1].n = 0;
    for width in WIDTHS {
        let (some, none) = (prevalence(&chart, width, &Ink::Page), prevalence(&silent, width, &Ink::Page));
        let (some, none) = (Drawn::read(&some), Drawn::read(&none));
        assert_eq!(none.marks.len(), some.marks.len() - 1);
        assert_eq!(none.links.len(), some.links.len() - 1);
        assert!(none.texts.iter().any(|text| text.what == "Improve patients’ quality of life"));
        assert_eq!(none.size, some.size);
    }
}

#[test]
fn n_of_zero_everywhere_is_a_list_of_names() {
    let mut chart = sample::bars(&sample::english(), 20);
    chart.bars.iter_mut().for_each(|bar| bar.n = 0);
    chart.max = 0;
    for width in WIDTHS {
        let drawn = Drawn::read(&prevalence(&chart, width, &Ink::Page));
        assert!(drawn.marks.is_empty() && drawn.links.is_empty());
        drawn.assert_clear("zero");
    }
}

#[test]
fn a_heading_takes_no_place_for_a_bar() {
    let mut chart = sample::bars(&sample::english(), 20);
    let full = Drawn::read(&prevalence(&chart, Width::Narrow, &Ink::Page));
    for bar in chart.bars.iter_mut().filter(|bar| bar.depth == 0) {
        (bar.n, bar.href) = (0, String::new());
    }
    let headed = Drawn::read(&prevalence(&chart, Width::Narrow, &Ink::Page));
    assert!(headed.size.1 < full.size.1);
    assert_eq!(headed.links.len(), 4);
}

#[test]
fn a_bar_that_opens_nothing_is_named_and_its_count_is_ink() {
    let mut chart = sample::bars(&sample::english(), 20);
    chart.bars[1].href.clear();
    let svg = prevalence(&chart, Width::Wide, &Ink::Page);
    let name = &chart.bars[1].name;
    assert!(svg.contains(&format!("<g role=\"img\"><title>{name}</title>")));
    assert_eq!(svg.matches("c-count").count(), 1);
    assert_eq!(svg.matches("c-value").count(), 5);
}

#[test]
fn one_theme_sixty_themes_and_huge_counts_are_drawn() {
    for themes in [1, 60] {
        for most in [1, 20, 199, 12_345, u32::MAX] {
            let chart = sample::bars(&vec!["Theme".to_owned(); themes], most);
            for width in WIDTHS {
                let drawn = Drawn::read(&prevalence(&chart, width, &Ink::Page));
                drawn.assert_clear(&format!("{themes} themes of {most}"));
                assert_eq!(drawn.links.len(), chart.bars.iter().filter(|bar| bar.n > 0).count());
            }
        }
    }
}

#[test]
fn seven_levels_stand_under_each_other_without_touching() {
    let mut chart = sample::bars(&vec!["Ordinary days and nights of a family".to_owned(); 14], 20);
    for (i, bar) in chart.bars.iter_mut().enumerate() {
        bar.depth = u8::try_from(i % 7).unwrap();
        bar.number = vec!["1"; i % 7 + 1].join(".");
    }
    for width in WIDTHS {
        Drawn::read(&prevalence(&chart, width, &Ink::Page)).assert_clear("seven levels");
    }
}

#[test]
fn rows_are_high_enough_to_hit() {
    let chart = sample::bars(&sample::english(), 20);
    for width in WIDTHS {
        let drawn = Drawn::read(&prevalence(&chart, width, &Ink::Page));
        let rows: Vec<_> = drawn.rects.iter().filter(|area| area.class == "c-row").collect();
        assert_eq!(rows.len(), 6);
        assert!(rows.iter().all(|row| row.bottom - row.top >= 24.0));
        assert!(rows.windows(2).all(|pair| !pair[0].touches(pair[1])));
    }
}

#[test]
fn above_twelve_the_inks_begin_again() {
    let mut chart = sample::bars(&sample::english(), 20);
    for (bar, ink) in chart.bars.iter_mut().zip([1, 12, 13, 0, 255, 25]) {
        bar.ink = ink;
    }
    let drawn = Drawn::read(&prevalence(&chart, Width::Wide, &Ink::Page));
    let inks: Vec<&str> = drawn.marks.iter().map(|mark| mark.class.as_str()).collect();
    let expected = [1, 12, 1, 1, 3, 1].map(|ink| format!("c-mark t{ink}"));
    assert_eq!(inks, expected);
}
