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
        [(Kind::Person, "M**ary Okonjo"), (Kind::Phone, "07911\u{a0}123456"), (Kind::Email, "a.b@mail.example"),]
    );
}
