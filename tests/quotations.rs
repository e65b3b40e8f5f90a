//! Quotations against the words that were said: what is altered is caught, what is marked or only looks different is not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/problems.rs"]
mod problems;

use problems::{Problem, problems};

const STUDY: &str = "\
title: Rest
illustrative: yes
notation: { replaced: [\"[hospital]\", \"[name]\"], sounds: [\"[crying]\", \"[pause]\", \"(lacht)\"] }
";
const PEOPLE: &str = "[{ id: P01 }, { id: P02 }, { id: P03 }, { id: P04 }, { id: P05 }]";

/// P01 in English, P02 in Chinese, P03 in German, P04 in French, P05 in two languages and in an exchange.
const QUOTES: &[(&str, &str)] = &[
    (
        "quotes/P01.yaml",
        r#"
participant: P01
quotes:
  - id: P01-01
    themes: [rest]
    text: |
      I went to [hospital] on the Monday, and they didn't know what to do with me. Nobody had told them anything.

      So I sat down [crying] and waited for [name]… Four hours, I think. I was not angry. I was tired — really tired. "Come back tomorrow," she said.
  - id: P01-02
    themes: [rest]
    text: The pump is well hidden. I never think of it, except at night. I think of my mother.
"#,
    ),
    (
        "quotes/P02.yaml",
        r#"
participant: P02
quotes:
  - id: P02-01
    themes: [rest]
    text: 那天晚上我没有睡着，一直听着外面的车。医生说不用担心，可是我还是担心。后来他好多了，我们都很高兴。
"#,
    ),
    (
        "quotes/P03.yaml",
        r#"
participant: P03
quotes:
  - id: P03-01
    themes: [rest]
    text: Ich wußte nicht, was „Pumpe“ heißt (lacht). Der Arzt hat es mir erklärt – zweimal sogar. Danach hatte ich keine Angst mehr, und ich schlief wieder.
"#,
    ),
    (
        "quotes/P04.yaml",
        r#"
participant: P04
quotes:
  - id: P04-01
    themes: [rest]
    text: Je n’ai pas compris tout de suite. C'était « trop tôt » ! Après l'opération, il a mangé à table avec nous, comme avant.
"#,
    ),
    (
        "quotes/P05.yaml",
        r#"
participant: P05
quotes:
  - id: P05-01
    themes: [rest]
    text: He wanted to sit at the table again.
    original: { lang: zh, text: 他就想能再坐到桌边吃饭。 }
  - id: P05-02
    themes: [rest]
    turns: [{ asked: And who do you ring at night? }, { P05: Nobody. }, { asked: Why? }, { P05: It rings and rings and nobody comes. }]
"#,
    ),
];

fn judged(quotation: &str) -> Vec<Problem> {
    let page: String = quotation.split('\n').map(|line| format!("> {line}\n")).collect();
    let mut files = vec![
        ("study.yaml", STUDY),
        ("themes/rest.yaml", "{ id: rest, name: Rest }"),
        ("quotes/participants.yaml", PEOPLE),
        ("content/1-rest.md", &page),
    ];
    files.extend(QUOTES);
    problems(&files)
}

/// Every alteration without a bracket: dropped, added, changed, negated, in another order, or by somebody else.
const ALTERED: &[&str] = &[
    // English: a word dropped
    "I went to [hospital] on Monday. (P01)",
    "they didn't know what to do. Nobody had told them (P01-01)",
    "I was tired — tired. (P01)",
    "I sat down and waited for [name]… Four hours. I was not angry. (P01)",
    "I went to on the Monday (P01)",
    "The pump is hidden. (P01-02)",
    "I never think of it at night. (P01)",
    "think of mother (P01)",
    // added
    "I was not really angry. (P01)",
    "The pump is very well hidden. (P01)",
    "I went to [hospital] on the Monday morning (P01)",
    "Nobody had ever told them anything. (P01)",
    "I think of it, of my mother (P01-02)",
    "Four hours, I think, or five. (P01)",
    "I sat down [pause] and waited (P01)",
    "I was [crying] not angry. (P01)",
    // changed
    "I went to [hospital] on the Tuesday (P01)",
    "I was not cross. (P01)",
    "We were tired — really tired. (P01)",
    "I am tired — really tired. (P01)",
    "Five hours, I think. (P01)",
    "I went to [name] on the Monday (P01)",
    "Come back tomorrow, he said. (P01)",
    "I think of her mother. (P01)",
    "I was TIRED (P01)",
    // negated
    "they did know what to do with me (P01)",
    "I was angry. I was tired (P01)",
    "The pump is not well hidden. (P01)",
    "I think of it, except at night. (P01)",
    "they did not know what to do with me (P01)",
    // in another order
    "I was tired — really tired. I was not angry. (P01)",
    "Nobody had told them anything. I went to [hospital] (P01)",
    "I think of my mother. The pump is well hidden. (P01)",
    "well hidden the pump is (P01)",
    "Four hours, I think. […] they didn't know (P01)",
    // dots that mark nothing, a bracket in the place of a word
    "I went to [hospital]… they didn't know (P01)",
    "I sat down ... Four hours, I think. (P01)",
    "The pump… is well hidden. (P01)",
    "Nobody had told [the nurses] anything. (P01)",
    "I was tired — really tired… (P01)",
    // somebody else's
    "The pump is well hidden. (P02)",
    "I was not angry. (P01-02)",
    "And who do you ring at night? (P05)",
    "他就想能再坐到桌边吃饭。 (P02)",
    "Nobody. It rings and rings (P05)",
    // Chinese
    "那天晚上我睡着，一直听着外面的车。 (P02)",
    "那天晚上我没有睡着，一直听着外面的雨。 (P02)",
    "医生说用担心 (P02-01)",
    "那天晚上他没有睡着 (P02)",
    "后来他好多了，我们都不高兴。 (P02)",
    "我们都很高兴。后来他好多了 (P02)",
    "他就想能坐到桌边吃饭。 (P05-01)",
    // German
    "Ich wusste nicht, was „Pumpe“ heißt (P03)",
    "Der Arzt hat es mir gut erklärt (P03)",
    "Danach hatte ich Angst (P03)",
    "und ich schlief nicht wieder (P03)",
    "Der Arzt hat mir es erklärt (P03)",
    // French
    "Je n’ai pas compris de suite. (P04)",
    "C'était « trop tard » ! (P04)",
    "il a mangé à la table avec nous (P04)",
    "Après l'opération, il n'a mangé à table (P04)",
    "comme avant, avec nous (P04)",
];

/// Marked with brackets, or only looking different.
const RIGHT: &[&str] = &[
    // whole, in part, at the edges
    "I was not angry. (P01-01)",
    "i was not angry (P01)",
    "They didn't know what to do with me. (P01)",
    "Nobody had told them anything, (P01)",
    "“I was not angry.” (P01, daughter)",
    "Waited for [name]… Four hours, I think. (P01)",
    "really tired. “Come back tomorrow,” she said. (P01)",
    // elisions as they are written
    "I went […] on the Monday (P01)",
    "I went [...] on the Monday (P01)",
    "I went (...) on the Monday (P01)",
    "I went (…) on the Monday (P01)",
    "I went [. . .] on the Monday (P01)",
    "I went [… …] on the Monday (P01)",
    "I went（……）on the Monday (P01)",
    "[…] the Monday […] (P01)",
    "I sat down […] Four hours, I think. […] I was tired (P01)",
    "Nobody had told them anything. […] Four hours, I think. (P01)",
    "I went to [hospital] on the Monday […]. “Come back tomorrow,” she said. (P01)",
    // insertions, and both together
    "I was not [at all] angry. (P01)",
    "Nobody had told them [the nurses] anything. (P01)",
    "[She said:] I was tired (P01)",
    "I was tired [sic] — really tired. (P01)",
    "Nobody […] [of them] told them anything. (P01)",
    "I went [then] […] on the Monday (P01)",
    "I went [… early] on the Monday (P01)",
    "[t]he pump is well hidden (P01)",
    "[I] think of my mother. (P01-02)",
    "The pump is well hid[den] […]. I never think of it (P01)",
    "I think of my mother [pressing her hand]. (P01)",
    // the same word twice
    "I think [much] of my mother. (P01)",
    "I was [so] tired (P01)",
    // the transcript's own marks
    "So I sat down and waited for [name] (P01)",
    "So I sat down [crying] and waited for [name] (P01)",
    "I went to [Hospital] on the Monday (P01)",
    "I went to […] on the Monday (P01)",
    // what only looks different
    "they didn’t know what to do with me (P01)",
    "they didn´t know (P01)",
    "I was tired – really tired. (P01)",
    "I was tired -- really tired. (P01)",
    "‘Come back tomorrow,’ she said. (P01)",
    "«Come back tomorrow», she said. (P01)",
    "waited for [name]... Four hours (P01)",
    "waited for [name] . . . Four hours (P01)",
    "Ｆｏｕｒ hours, I\u{A0}think. (P01)",
    "Four ho\u{AD}urs, I think. (P01)",
    "The pump is *well* hidden. (P01)",
    // several paragraphs and lines
    "Nobody had told them anything.\n\nSo I sat down […] (P01)",
    "Nobody had told them anything.\n\n[…]\n\nI was tired (P01)",
    "Nobody had told them\nanything. (P01)",
    // the original, and an exchange
    "他就想能再坐到桌边吃饭。 (P05-01)",
    "他就想[…]坐到桌边［和我们］吃饭 (P05)",
    "Nobody. […] It rings and rings (P05)",
    "And who do you ring at night? Nobody. (P05-02)",
    // Chinese
    "那天晚上我没有睡着，[……]医生说不用担心 (P02)",
    "那天晚上[八月]我没有睡着， 一直听着外面的车。 (P02)",
    "后来他好多了,我们都很高兴. (P02)",
    "医生说【主任】不用担心 (P02)",
    // German
    "Ich wußte nicht, was “Pumpe” heißt. Der Arzt (P03)",
    "Ich wußte nicht, was »Pumpe« heißt (lacht). (P03)",
    "[D]er Arzt hat es mir erklärt - zweimal sogar. (P03)",
    "Der Arzt […] hat es mir [dann] erklärt (P03)",
    "der Arzt hat es mir erkla\u{308}rt (P03)",
    // French
    "C’était «\u{202F}trop tôt\u{202F}»! (P04)",
    "C'était \"trop to\u{302}t\" ! […] il a mangé [de nouveau] à table (P04)",
    "Après l’opération, il a mangé à table (…), comme avant. (P04)",
];

/// What is left out denies what is kept: (quotation, the word that is told).
const TURNED: &[(&str, &str)] = &[
    ("I was […] angry. (P01)", "not"),
    ("they […] know what to do with me (P01)", "didn't"),
    ("I […] think of it (P01)", "never"),
    ("[…] had told them anything. (P01)", "nobody"),
    ("那天晚上我[…]睡着 (P02)", "没有"),
    ("医生说[……]担心 (P02)", "不"),
    ("Ich wußte […] was „Pumpe“ heißt (P03)", "nicht"),
    ("Danach hatte ich [...] Angst mehr (P03)", "keine"),
    ("Je […] compris tout de suite. (P04)", "n'ai"),
    ("It rings […] comes. (P05)", "nobody"),
];

#[test]
fn every_alteration_is_caught() {
    assert!(ALTERED.len() >= 60, "{}", ALTERED.len());
    let missed: Vec<&&str> = ALTERED.iter().filter(|q| !matches!(&judged(q)[..], [Problem { code: "quotation", .. }])).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn what_is_marked_or_only_looks_different_passes() {
    assert!(RIGHT.len() >= 60, "{}", RIGHT.len());
    let wrong: Vec<_> = RIGHT.iter().map(|q| (q, judged(q))).filter(|(_, said)| !said.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_negation_that_is_left_out_is_told() {
    for (quotation, word) in TURNED {
        let said = judged(quotation);
        let told =
            matches!(&said[..], [Problem { code: "negation-left-out", words, .. }] if words.to_lowercase().contains(&format!("“{word}”")));
        assert!(told, "{quotation}: {said:?}");
    }
}

#[test]
fn whoever_did_say_it_is_named() {
    for (quotation, words) in [
        ("The pump is well hidden. (P02)", "`P02` did not say this: `P01` said it, in `P01-02`; write `(P01-02)`"),
        ("I was not angry. (P01-02)", "`P01-02` did not say this: `P01` said it, in `P01-01`"),
        ("And who do you ring at night? (P05)", "`P05` did not say this: the interviewer did, in `P05-02`"),
        ("I sat down ... Four hours, I think. (P01)", "a bare `…` is the speaker’s own trailing off"),
        ("I was [very] angry. (P01)", "a bracket adds and does not replace"),
        ("I went to on the Monday (P01)", "`notation`"),
    ] {
        let said = judged(quotation);
        assert!(said.iter().any(|t| t.words.contains(words)), "{quotation}: {said:?}");
        assert!(said[0].at.starts_with("> "), "{said:?}");
    }
}

/// The demo's files with the quotations of a page in the place of its findings.
fn judged_of_demo(quotations: &[String]) -> Vec<Problem> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["themes", "quotes"].iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap().map(|e| e.unwrap().path()));
    let mut files: Vec<(String, String)> = folders
        .chain([root.join("study.yaml")])
        .map(|path| (path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    files.push(("content/1-all.md".to_owned(), quotations.join("\n\n")));
    problems(&files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// Every quote of the demo that is one paragraph of speech, by its id.
fn demo() -> Vec<(String, Vec<String>)> {
    let checked = emic::compile::check_folder(std::path::Path::new(env!("CARGO_MANIFEST_DIR")), None).unwrap();
    let speech = checked.study.quotes.iter().filter_map(|quote| match &quote.words {
        emic::model::Words::Speech { text, .. } if !text.contains(['[', '\n', '*', '_']) => {
            Some((quote.id.to_string(), text.split(' ').map(str::to_owned).collect::<Vec<_>>()))
        }
        _ => None,
    });
    speech.filter(|(_, words)| words.len() > 8).collect()
}

fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

#[test]
fn a_word_that_is_missing_strange_or_moved_is_caught_in_every_quote_of_the_demo() {
    let mut altered = Vec::new();
    for (at, (id, words)) in demo().iter().enumerate() {
        // Another place in each, never at the ends: a quotation may be a part.
        let place = 2 + at * 5 % (words.len() - 4);
        let mut missing = words.clone();
        missing.remove(place);
        let mut strange = words.clone();
        strange[place] = "lighthouse".to_owned();
        let mut moved = words.clone();
        moved.swap(place, place + 1);
        let same = |a: usize, b: usize| letters(&words[a]) == letters(&words[b]);
        // A word said twice can be dropped once, and a lone dash says nothing.
        let lone = (place..=place + 1).any(|p| letters(&words[p]).is_empty()) || same(place, place + 1) || same(place, place - 1);
        let one = |words: &[String]| format!("> {} ({id})", words.join(" "));
        altered.push(one(&strange));
        altered.extend((!lone).then(|| [one(&missing), one(&moved)]).into_iter().flatten());
    }
    assert!(altered.len() > 300, "{}", altered.len());
    let said = judged_of_demo(&altered);
    let caught: Vec<&str> = said.iter().filter(|t| t.code == "quotation").map(|t| t.at.trim_end()).collect();
    let missed: Vec<&String> = altered.iter().filter(|q| !caught.contains(&q.as_str())).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn every_part_of_a_quote_of_the_demo_may_be_left_out_with_a_bracket() {
    let mut marked = Vec::new();
    for (at, (id, words)) in demo().iter().enumerate() {
        let from = 2 + at * 7 % (words.len() - 5);
        let to = (from + 1 + at % 3).min(words.len() - 1);
        marked.push(format!("> {} […] {} ({id})", words[..from].join(" "), words[to..].join(" ")));
        marked.push(format!("> [And] {} [he said] {} ({id})", words[1..from].join(" "), words[from..].join(" ")));
    }
    let said = judged_of_demo(&marked);
    let wrong: Vec<&Problem> = said.iter().filter(|t| t.code != "negation-left-out").collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Brackets and dots in any order: it is read to its end.
#[test]
fn no_quotation_stops_the_reading() {
    let pieces = [
        "[",
        "]",
        "[…]",
        "…",
        "...",
        ". . .",
        "[hospital]",
        "[crying]",
        "（",
        "）",
        "'",
        "“",
        "I was",
        "not",
        "没",
        "有",
        "\u{301}",
        "[T]he",
        "-",
        "--",
        " ",
        ".",
    ];
    let mut state = 3u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        pieces[(state >> 33) as usize % pieces.len()]
    };
    let page: String =
        (0..300).map(|_| format!("> I {}{}{}{}{}{}angry (P01)\n\n", next(), next(), next(), next(), next(), next())).collect();
    assert!(judged(page.trim_start_matches("> ")).len() > 100);
}
