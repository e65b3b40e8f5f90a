//! What findings say of numbers, against a study of twenty: true claims pass, false ones are caught, and what nothing can
//! judge is left alone.
//!
//! Of 20 participants (12 spouses, 8 daughters) 14 spoke of sleep (12 spouses, 2 daughters), 3 of waking, 10 of food, 20 of
//! staff, none of cost. Rest is above sleep and waking; care above food, staff and cost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/problems.rs"]
mod problems;

use problems::{Problem, problems};

#[derive(Clone, Copy, PartialEq)]
enum Basis {
    AllCoded,
    /// Quotes are a selection: of sleep, nine are quoted.
    Selected,
    /// A selection, and a table that says who spoke.
    Table,
}

const SETTINGS: &str = "\
title: Rest
illustrative: yes
words: { few: 0.25, some: 0.5, many: 0.75, most: 1 }
attributes:
  relation: { values: { spouse: [spouse, spouses], child: [daughter, daughters] }, publish: person }
  job: { values: [baker, nurse], publish: no }
";

const THEMES: &str = "\
- { id: rest, name: Rest, subthemes: [{ id: sleep, name: Sleep }, { id: waking, name: Waking }] }
- { id: care, name: Care, subthemes: [{ id: food, name: Food }, { id: staff, name: Staff }, { id: cost, name: Cost }] }
";

const CODED: &[(&str, u32)] = &[("sleep", 14), ("waking", 3), ("food", 10), ("staff", 20)];

fn judged_with(settings: &str, basis: Basis, page: &str) -> Vec<Problem> {
    let (mut people, mut quotes, mut table) = (String::new(), String::new(), String::from("participant,theme,passages\n"));
    for n in 1..=20 {
        let relation = if n <= 12 { "spouse" } else { "child" };
        people += &format!("- {{ id: P{n:02}, relation: {relation}, job: {} }}\n", if n % 2 == 0 { "baker" } else { "nurse" });
        let coded = |most: &dyn Fn(&str, u32) -> u32| -> Vec<&str> {
            CODED.iter().filter(|(theme, spoke)| n <= most(theme, *spoke)).map(|(theme, _)| *theme).collect()
        };
        coded(&|_, spoke| spoke).iter().for_each(|theme| table += &format!("P{n:02},{theme},1\n"));
        let selected = basis != Basis::AllCoded;
        let shown = coded(&|theme, spoke| if selected && theme == "sleep" { 9 } else { spoke });
        quotes += &format!("- {{ participant: P{n:02}, quotes: [{{ id: Q{n:02}, themes: [{}], text: Yes. }}] }}\n", shown.join(", "));
    }
    let all = if basis == Basis::AllCoded { "quotes_are: all-coded\n" } else { "" };
    let study = format!("{SETTINGS}{all}{settings}");
    let files: Vec<(String, String)> =
        quotes.lines().enumerate().map(|(n, q)| (format!("quotes/{n:02}.yaml"), q[2..].to_owned())).collect();
    let mut files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    files.extend([
        ("study.yaml", study.as_str()),
        ("themes/1.yaml", THEMES),
        ("quotes/participants.yaml", &people),
        ("content/1-rest.md", page),
    ]);
    if basis == Basis::Table {
        files.push(("coding/all.csv", &table));
    }
    problems(&files)
}

fn judged(basis: Basis, page: &str) -> Vec<Problem> {
    judged_with("", basis, page)
}

const TRUE: &[&str] = &[
    "14 of 20 participants spoke of [[sleep]].",
    "14 of the 20 spoke of [[sleep]].",
    "14/20 participants mentioned [[sleep]].",
    "Fourteen of twenty participants talked about [[sleep]].",
    "Fourteen of the twenty interviewees described their [[sleep|nights]].",
    "[[sleep]] was raised by 14 of the 20 participants.",
    "[[sleep|Sleep]] (14 of 20 participants) came up early.",
    "- [[waking]]: 3 of 20 participants\n- [[food]]: 10 of 20 participants",
    "Of the 20 participants, 14 spoke of [[sleep]].",
    "Of the twenty participants, only three spoke of [[waking]].",
    "70 % (14/20) spoke of [[sleep]].",
    "70% of participants spoke of [[sleep]].",
    "14 (70 %) of 20 participants spoke of [[sleep]].",
    "15 % of the participants (3/20) spoke of [[waking]].",
    "All 20 participants spoke of [[staff]].",
    "All 20 spoke of [[staff]].",
    "Every participant spoke of [[staff]].",
    "All participants mentioned [[staff]].",
    "All but six participants spoke of [[sleep]].",
    "No participant spoke of [[cost]].",
    "None of the participants mentioned [[cost]].",
    "Many participants spoke of [[sleep]].",
    "Few participants spoke of [[waking]].",
    "Only a few of the participants spoke of [[waking]].",
    "Some of the participants spoke of [[food]].",
    "Most participants spoke of [[staff]].",
    "The majority of participants spoke of [[sleep]].",
    "Half of the participants spoke of [[food]].",
    "More than half of the participants spoke of [[sleep]].",
    "Two thirds of the participants spoke of [[sleep]].",
    "At least ten participants spoke of [[sleep]].",
    "More than 13 of 20 participants spoke of [[sleep]].",
    "Fewer than five participants spoke of [[waking]].",
    "Only three participants spoke of [[waking]].",
    "14 of 20 participants spoke of [[sleep]] and 10 of 20 participants of [[food]].",
    "14 of 20 participants spoke of [[sleep]], whereas only 3 spoke of [[waking]].",
    "2 of the 8 daughters spoke of [[sleep]].",
    "All 12 spouses spoke of [[sleep]].",
    "No daughter spoke of [[food]].",
    "14 of 20 participants spoke of [[rest]], above [[rest]] there is nothing.",
    "We found 2 themes and 5 subthemes.",
    "Two main themes, with five sub-themes, hold what was said.",
    "Interviews with 20 participants, as planned.",
    "20 participants were interviewed.",
    "12 spouses and 8 daughters took part.",
    "Participants (n = 20) were asked twice.",
    "> [!NOTE]\n> 14 of 20 participants spoke of [[sleep]].",
    "A total of 14 participants spoke of [[sleep]].",
    "14 participants out of 20 spoke of [[sleep]].",
    "Fourteen participants (70 %) spoke of [[sleep]].",
    "Fourteen participants, among them all twelve spouses, spoke of [[sleep]].",
    "Three participants, P01, P02 and P03, spoke of [[waking]].",
    "[[waking]] is a small theme: three participants spoke of it.",
    "[[sleep]] came up in 14 of the 20 participants.",
    "No one in the study spoke of [[cost]].",
    "Spouses (n = 12) and daughters (n = 8) took part.",
    "While 14 of 20 participants spoke of [[sleep]], only three spoke of [[waking]], and none of [[cost]].",
    "[[sleep]] was described by 14 participants, [[food]] by ten and [[waking]] by three.",
    "Five of 20 participants feared [[sleep]].",
    "Five of 20 participants spoke of [[sleep]] as a relief.",
    "20名参与者中有14名谈到[[sleep]]。",
    "14/20名参与者提到了[[sleep]]。",
    "十四名参与者谈到[[sleep]]。",
    "所有参与者都谈到[[staff]]。",
    "没有人谈到[[cost]]。",
    "只有三位谈到[[waking]]。",
    "少数参与者谈到[[waking]]。",
    "大多数参与者提到[[staff]]。",
    "[[sleep]]被14名参与者提到。",
    "研究形成了2个主题和5个亚主题。",
];

const FALSE: &[(&str, &str)] = &[
    // a number, and the words pointed at
    ("13 of 20 participants spoke of [[sleep]].", "13 of 20 participants"),
    ("15 of the 20 spoke of [[sleep]].", "15 of the 20"),
    ("12/20 participants mentioned [[sleep]].", "12/20 participants"),
    ("Fifteen of twenty participants talked about [[sleep]].", "Fifteen of twenty participants"),
    ("[[sleep]] was raised by 17 of the 20 participants.", "17 of the 20 participants"),
    ("[[sleep]] (12 of 20 participants) came up early.", "12 of 20 participants"),
    ("- [[waking]]: 3 of 20 participants\n- [[food]]: 11 of 20 participants", "11 of 20 participants"),
    ("Of the 20 participants, 15 spoke of [[sleep]].", "Of the 20 participants, 15"),
    ("Of the twenty participants, only two spoke of [[waking]].", "Of the twenty participants, only two"),
    ("14 of 21 participants spoke of [[sleep]].", "14 of 21 participants"),
    ("14 of the 19 participants were women.", "14 of the 19 participants"),
    ("75 % (15/20) spoke of [[sleep]].", "75 % (15/20)"),
    ("75 % (14/20) spoke of [[sleep]].", "75 % (14/20)"),
    ("80% of participants spoke of [[sleep]].", "80% of participants"),
    ("14 (65 %) of 20 participants spoke of [[sleep]].", "14 (65 %) of 20 participants"),
    ("All 20 participants spoke of [[sleep]].", "All 20 participants"),
    ("All 18 participants spoke of [[staff]].", "All 18 participants"),
    ("All but two participants spoke of [[sleep]].", "All but two participants"),
    ("Half of the participants spoke of [[sleep]].", "Half of the participants"),
    ("A third of the participants spoke of [[food]].", "A third of the participants"),
    ("More than half of the participants spoke of [[food]].", "More than half of the participants"),
    ("At least fifteen participants spoke of [[sleep]].", "At least fifteen participants"),
    ("Fewer than ten participants spoke of [[food]].", "Fewer than ten participants"),
    ("Only two participants spoke of [[sleep]].", "Only two participants"),
    ("Only two spoke of\n*[[sleep]]*.", "Only two"),
    ("Nine participants spoke of [[sleep]].", "Nine participants"),
    ("14 of 20 participants spoke of [[sleep]] and 12 of 20 participants of [[food]].", "12 of 20 participants"),
    ("14 of 20 participants spoke of [[sleep]], whereas only 2 spoke of [[waking]].", "only 2"),
    ("5 of the 8 daughters spoke of [[sleep]].", "5 of the 8 daughters"),
    ("2 of the 7 daughters spoke of [[sleep]].", "2 of the 7 daughters"),
    ("All 12 spouses spoke of [[food]].", "All 12 spouses"),
    ("We found 3 themes and 5 subthemes.", "3 themes and 5 subthemes"),
    ("Two main themes, with six sub-themes, hold what was said.", "Two main themes, with six sub-themes"),
    ("Six themes were identified.", "Six themes"),
    ("Interviews with 21 participants, as planned.", "21 participants"),
    ("Nineteen participants were interviewed.", "Nineteen participants"),
    ("11 spouses and 8 daughters took part.", "11 spouses"),
    ("> [!NOTE]\n> **13 of 20** participants spoke of [[sleep]].", "13 of 20** participants"),
    ("Fifteen participants, among them all twelve spouses, spoke of [[sleep]].", "Fifteen participants"),
    ("Overall, 13 of 20 participants spoke of [[sleep]].", "13 of 20 participants"),
    ("20位受访者中，只有2位提到[[waking]]。", "20位受访者中，只有2位"),
    ("超过一半的参与者谈到[[food]]。", "超过一半的参与者"),
    ("共有18名参与者接受了访谈。", "18名参与者"),
    ("75%的参与者谈到[[sleep]]。", "75%的参与者"),
    ("A total of 13 participants spoke of [[sleep]].", "13 participants"),
    ("13 participants out of 20 spoke of [[sleep]].", "13 participants out of 20"),
    ("Fourteen participants (65 %) spoke of [[sleep]].", "Fourteen participants (65 %)"),
    ("More than 70 % of participants spoke of [[sleep]].", "More than 70 % of participants"),
    ("Only two participants, P03 and P01, spoke of [[waking]].", "Only two participants"),
    ("[[waking]] is a small theme: two participants spoke of it.", "two participants"),
    ("[[sleep]] came up in 13 of the 20 participants.", "13 of the 20 participants"),
    ("In total, 21 participants took part in this study.", "21 participants"),
    ("Participants (n = 18) were asked twice.", "Participants (n = 18)"),
    ("Spouses (n = 11) and daughters (n = 8) took part.", "Spouses (n = 11)"),
    ("18 of 20 participants feared [[sleep]].", "18 of 20 participants"),
    ("20名参与者中有13名谈到[[sleep]]。", "20名参与者中有13名"),
    ("12/20名参与者提到了[[sleep]]。", "12/20名参与者"),
    ("十五名参与者谈到[[sleep]]。", "十五名参与者"),
    ("只有两位谈到[[sleep]]。", "只有两位"),
    ("21名参与者中有14名谈到[[sleep]]。", "21名参与者中有14名"),
    ("[[sleep]]被13名参与者提到。", "13名参与者"),
    ("研究形成了3个主题和5个亚主题。", "3个主题和5个亚主题"),
];

const FALSE_WORDS: &[(&str, &str)] = &[
    ("Most participants spoke of [[sleep]].", "Most participants"),
    ("Many participants spoke of [[waking]].", "Many participants"),
    ("Some of the participants spoke of [[sleep]].", "Some of the participants"),
    ("A few participants spoke of [[sleep]].", "A few participants"),
    ("Few of the participants spoke of [[food]].", "Few of the participants"),
    ("All participants spoke of [[sleep]].", "All participants"),
    ("Every participant spoke of [[food]].", "Every participant"),
    ("No participant spoke of [[waking]].", "No participant"),
    ("None of the participants mentioned [[sleep]].", "None of the participants"),
    ("The majority of participants spoke of [[waking]].", "The majority of participants"),
    ("Most spoke of [[waking]].", "Most"),
    ("No daughter spoke of [[sleep]].", "No daughter"),
    ("All of the spouses spoke of [[food]].", "All of the spouses"),
    ("所有参与者都谈到[[sleep]]。", "所有参与者"),
    ("没有人谈到[[sleep]]。", "没有人"),
    ("少数参与者谈到[[sleep]]。", "少数参与者"),
    ("大多数参与者提到[[waking]]。", "大多数参与者"),
];

const UNJUDGED: &[&str] = &[
    // no theme, or another noun
    "14 of 19 quotes stand under [[sleep]].",
    "Nine quotes were coded to [[sleep]].",
    "12 of 20 interviews touched on [[sleep]].",
    "Thirteen of them wept.",
    "Two participants would not call it a gain.",
    "In 2019 there were 14 beds on 3 wards, and [[sleep]] came late.",
    "It took 3 nights out of 7 until [[sleep]] came.",
    "Most of the time [[sleep]] came late.",
    "Many nurses spoke of [[sleep]].",
    "All of this belongs to [[sleep]].",
    "Some things about [[sleep]] were never said.",
    // denied, supposed, asked, told by others
    "6 of 20 participants did not speak of [[sleep]].",
    "Five of 20 participants never mentioned [[sleep]].",
    "All 20 participants were asked about [[sleep]].",
    "Did most participants speak of [[sleep]]?",
    "If all participants spoke of [[sleep]], it would be said.",
    "Two of 20 participants spoke against [[sleep]].",
    "Smith (2019) heard that 17 of 30 participants spoke of [[sleep]].",
    "In [a study](https://example.org), 17 of 30 participants spoke of [[sleep]].",
    "P03 said “all participants spoke of it”, of [[sleep]].",
    // a part of the study, or of the theme
    "In the first wave, 9 of 11 participants spoke of [[sleep]].",
    "5 of 9 participants with children spoke of [[sleep]].",
    "Of those who spoke of [[sleep]], nine wept.",
    "The other two participants spoke of [[sleep]].",
    "One participant spoke of [[sleep]].",
    "In the second wave, nine participants spoke of [[sleep]].",
    "Before the operation [[sleep]] was raised by nine participants.",
    "在第二轮，9名参与者谈到[[sleep]]。",
    "其他三名参与者谈到[[sleep]]。",
    "所有参与者都被问到[[sleep]]。",
    "All 20 participants were told about [[sleep]] by a nurse.",
    "All participants were married, and 14 of them spoke of [[sleep]].",
    "All participants were married and 14 spoke of [[sleep]].",
    "The six themes and fifteen subthemes of the published study are not ours.",
    "[[sleep]] was hardly raised by any of the 20 participants.",
    "No participant who spoke of [[sleep]] was under 40.",
    "After 14 of 20 interviews nothing new was said of [[sleep]].",
    "In the words of 13 participants, [[sleep]] returned.",
    "The interviews with three participants were held at home.",
    "Eight participants were interviewed twice.",
    "Twenty caregivers were interviewed: twelve of them are spouses.",
    "In the first wave, participants (n = 11) were asked twice.",
    "Thirteen participants spoke of [[sleep]] unasked; one was asked.",
    "Of the 14 participants who spoke of [[sleep]], five were daughters.",
    "[[sleep]] and [[food]] were raised by 13 and 10 of the 20 participants respectively.",
    "Three themes and four subthemes were dropped along the way.",
    "The three subthemes of [[care]] are told in turn.",
    "Three participants learned of the pump from a neighbour, which belongs to [[sleep]].",
    "Two of these participants spoke of [[sleep]].",
    "Three of the bakers spoke of [[sleep]].",
    // inexact
    "About half of the participants spoke of [[sleep]].",
    "Nearly all participants spoke of [[sleep]].",
    "One participant in five spoke of [[waking]].",
    "Seven in ten participants spoke of [[sleep]].",
    "Two or three participants spoke of [[sleep]].",
    "Between 8 and 9 participants spoke of [[sleep]].",
    "Not all participants spoke of [[sleep]].",
    // two themes
    "9 of 20 participants spoke of [[sleep]] and [[food]].",
    "Nine participants spoke of [[sleep]], [[food]] and [[staff]].",
    // quotations, code, tables, headings
    "> 13 of 20 participants spoke of [[sleep]].",
    "`13 of 20 participants` [[sleep]]",
    "| 13 of 20 participants | [[sleep]] |\n|---|---|\n| 1 | 2 |",
    "20名参与者中有6名没有谈到[[sleep]]。",
    "约13名参与者谈到[[sleep]]。",
    "另外两名参与者谈到[[sleep]]。",
];

#[test]
fn true_claims_pass_without_a_word() {
    assert!(TRUE.len() >= 40);
    let wrong: Vec<_> = TRUE.iter().map(|c| (c, judged(Basis::AllCoded, c))).filter(|(_, said)| !said.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn false_claims_are_caught_where_they_stand() {
    assert!(FALSE.len() + FALSE_WORDS.len() >= 40);
    let mut wrong = Vec::new();
    for (code, claims) in [("claim-number", FALSE), ("claim-word", FALSE_WORDS)] {
        for (claim, at) in claims {
            let said = judged(Basis::AllCoded, claim);
            if !matches!(&said[..], [one] if one.code == code && one.at == *at) {
                wrong.push((claim, said));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_nothing_can_judge_is_left_alone() {
    assert!(UNJUDGED.len() >= 30);
    let wrong: Vec<_> = UNJUDGED.iter().map(|c| (c, judged(Basis::AllCoded, c))).filter(|(_, said)| !said.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Nine are quoted on sleep, and how many spoke of it is not known.
#[test]
fn a_selection_judges_what_is_fewer_than_are_quoted() {
    for (claim, codes) in [
        ("14 of 20 participants spoke of [[sleep]].", &[][..]),
        ("9 of 20 participants spoke of [[sleep]].", &[]),
        ("All participants spoke of [[sleep]].", &[]),
        ("Most participants spoke of [[sleep]].", &[]),
        ("Five of 20 participants feared [[sleep]].", &[]),
        ("Only two participants spoke of [[sleep]].", &["claim-number"]),
        ("8 of 20 participants spoke of [[sleep]].", &["claim-number"]),
        ("No participant spoke of [[sleep]].", &["claim-word"]),
        ("Few participants spoke of [[sleep]].", &["claim-word"]),
        ("9 of 20 participants are quoted on [[sleep]].", &[]),
        ("10 of 20 participants are quoted on [[sleep]].", &["claim-number"]),
        ("14 of 19 participants spoke of [[sleep]].", &["claim-number"]),
    ] {
        let said: Vec<&str> = judged(Basis::Selected, claim).iter().map(|t| t.code).collect();
        assert_eq!(said, codes, "{claim}");
    }
}

#[test]
fn a_coding_table_says_who_spoke_and_the_quotes_who_is_quoted() {
    for (claim, codes) in [
        ("14 of 20 participants spoke of [[sleep]].", &[][..]),
        ("9 of 20 participants spoke of [[sleep]].", &["claim-number"]),
        ("9 of 20 participants are quoted on [[sleep]].", &[]),
        ("14 of 20 participants are quoted on [[sleep]].", &["claim-number"]),
    ] {
        let said: Vec<&str> = judged(Basis::Table, claim).iter().map(|t| t.code).collect();
        assert_eq!(said, codes, "{claim}");
    }
}

#[test]
fn numbers_are_held_to_the_data_while_counting_is_off() {
    let said = judged_with("counts: off\n", Basis::AllCoded, "13 of 20 participants spoke of [[sleep]].");
    assert!(matches!(&said[..], [Problem { code: "claim-number", words, .. }] if !words.contains("![[")), "{said:?}");
    let said = judged(Basis::AllCoded, "13 of 20 participants spoke of [[sleep]].");
    assert!(said[0].words.contains("14 of 20 participants spoke of `sleep`; write `![[count:sleep]]`"), "{said:?}");
}

#[test]
fn a_study_without_bands_has_no_word_but_all_and_none() {
    let bare = SETTINGS.replace("words: { few: 0.25, some: 0.5, many: 0.75, most: 1 }\n", "");
    assert_ne!(bare, SETTINGS);
    let page = "Few participants spoke of [[staff]]. Most participants spoke of [[cost]]. All participants spoke of [[sleep]].";
    let files =
        [("study.yaml", format!("{bare}quotes_are: all-coded\n")), ("content/1.md", page.to_owned()), ("themes/1.yaml", THEMES.to_owned())];
    let people = "[{ id: P01, relation: spouse }, { id: P02, relation: spouse }]";
    let quote = "{ participant: P01, quotes: [{ id: Q01, themes: [sleep, staff], text: Yes. }] }";
    let mut files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    files.extend([("quotes/participants.yaml", people), ("quotes/P01.yaml", quote)]);
    let said: Vec<(&str, String)> = problems(&files).into_iter().map(|t| (t.code, t.at)).collect();
    assert_eq!(said, [("claim-word", "All participants".to_owned())]);
}

/// A finding is anybody's text: whatever it holds, it is read to its end.
#[test]
fn no_text_stops_the_reading() {
    let pieces = [
        "14",
        "4294967295",
        "more than",
        "participants",
        " of ",
        "[[sleep]]",
        "%",
        "(",
        "）",
        "名",
        "参与者中有",
        "十",
        "百",
        "/",
        "没有",
        "。",
        "“",
        "\u{F0000}",
        "\u{E001}",
        "n = ",
        "and",
        ",",
        "half",
        "é",
        "14/20",
        "0.5",
        "spoke",
        "Of the",
        "主题和",
        "`",
        "\n",
        "3 themes and ",
        "all but",
        "🙂",
    ];
    let mut state = 7u64;
    let mut page = String::new();
    for n in 0..4000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        page += pieces[(state >> 33) as usize % pieces.len()];
        page += if n % 9 == 0 {
            "\n\n> "
        } else if n % 2 == 0 {
            " "
        } else {
            ""
        };
    }
    judged(Basis::AllCoded, &page);
}
