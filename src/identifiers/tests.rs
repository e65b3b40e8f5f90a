use proptest::prelude::*;

use super::*;

#[test]
fn what_the_author_replaced_is_no_finding() {
    assert!(scan("He went to [Hospital in Leeds] with [Mary Ann Smith], at [07911 123456].").is_empty());
}

#[test]
fn findings_do_not_overlap_and_point_into_the_text_as_written() {
    let text = "Ring **M**ary Okonjo on 07911\u{a0}123456 or a.b@mail.example.";
    let found = scan(text);
    assert_eq!(
        found.iter().map(|f| (f.kind, &text[f.range.clone()])).collect::<Vec<_>>(),
        [(FindingKind::Person, "M**ary Okonjo"), (FindingKind::Phone, "07911\u{a0}123456"), (FindingKind::Email, "a.b@mail.example"),]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_findings_point_into_it(
        pieces in prop::collection::vec(prop_oneof![
            any::<char>().prop_map(String::from),
            "[ -~]{0,6}",
            prop::sample::select(vec![
                "\u{200b}", "**", "<b>", "]", "【", "】", "［", " 12 March 1998 ", "一九九八年三月三日", "王小燕", "老王", "Dr Ó", "St ", "@", "07911 123456", "ninety", "岁", "é", "\u{301}", "，", "\u{a0}", "the Asda by the ", "阿·",
                "nine nine nine nine nine nine nine", "医院", "I'm 93", "E\u{ad}N19 PCV", "1.1.1", "ﷺ", "𝟘𝟡",
            ]).prop_map(str::to_owned),
        ], 0..24)
    ) {
        let text = pieces.concat();
        let found = scan(&text);
        for finding in &found {
            prop_assert!(text.get(finding.range.clone()).is_some_and(|value| !value.is_empty()), "{finding:?} in {text:?}");
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].range.start <= pair[1].range.start));
    }
}
