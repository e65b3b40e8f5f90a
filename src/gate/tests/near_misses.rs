//! What looks like a name and is none. A false alarm stops a publication, and one that cannot be mended stops the gate
//! from being used.

use super::{finds, finds_in_text};

fn passed(value: &str, texts: &[&str]) {
    for text in texts {
        assert!(!finds_in_text(value, text), "{value:?} was found in {text:?}");
    }
}

#[test]
fn a_name_within_a_word_is_none() {
    passed("Mary", &["summary", "Maryland", "rosemary2", "mary7", "Summary\u{ad}", "sum\u{ad}mary", "Mar", "mär"]);
    passed("Li", &["Listen", "family", "Lì2"]);
    passed("Ann", &["Anna", "annual", "Ann\u{ad}a", "ann\u{301}a"]);
    passed("Марія", &["Маріями"]);
    passed("قمر", &["القمرية"]);
}

#[test]
fn an_end_of_a_syllable_or_vowel_sign_is_part_of_its_letter() {
    passed("김기", &["김김이"]);
    passed("कम", &["कमी", "काम"]);
    passed("はは", &["はば", "はは\u{309a}"]);
}

#[test]
fn words_of_two_sentences_are_no_name() {
    passed("Hope Mark", &["We hope. Mark came.", "hope, mark", "hope – mark", "hope (mark)", "hope; marked"]);
    passed("王芳", &["国王，芳草", "王。芳"]);
}

#[test]
fn words_in_another_order_or_with_others_between_are_not_found() {
    passed("Mary Okafor", &["Okafor Mary", "Mary and Okafor", "Mary A. Okafor"]);
}

#[test]
fn short_names_joined_are_no_other_name() {
    passed("An Na", &["Anna"]);
    passed("A. Nn", &["Ann"]);
}

#[test]
fn two_letters_need_their_accents() {
    passed("Đỗ", &["what we do"]);
    passed("Lê", &["le pain"]);
    assert!(finds_in_text("Lê", "Bà Lê nói"));
}

#[test]
fn markup_names_nobody() {
    let page = r#"<!DOCTYPE html><html lang="en"><head><title>x</title></head><ul class="q"><li><mark>y</mark></li></ul>
        <svg viewBox="0 0 9 9"><text x="1" text-anchor="end">z</text></svg></html>"#;
    for value in ["Li", "Mark", "Lang", "Ul", "Text Anchor", "Svg", "Title", "Class"] {
        assert!(!finds(value, "page.html", page), "{value} was found");
    }
}

#[test]
fn style_sheets_name_nobody() {
    let sheet = "nav li > mark:hover, .q { max-width: 60ch; font-family: Georgia, serif; color: olive }";
    for value in ["Li", "Mark", "Max", "Georgia", "Olive", "Max Width"] {
        assert!(!finds(value, "style.css", sheet), "{value} was found");
        assert!(!finds(value, "page.html", format!("<style>{sheet}</style>")), "{value} was found");
    }
}

#[test]
fn cells_and_items_are_not_read_into_words() {
    assert!(!finds("Mary", "page.html", "<tr><td>Ma</td><td>ry</td></tr>"));
    assert!(!finds("Hope Mark", "page.html", r#"<img alt="hope" title="Mark">"#));
}

#[test]
fn chance_writes_no_names_in_binary_data() {
    let noise: Vec<u8> = b"\0\xff+Li+\0(Ann)\xfe\x80".repeat(9);
    assert!(!finds("Li", "film.mp4", &noise) && !finds("Ann", "film.mp4", &noise));
}
