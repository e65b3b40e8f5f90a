use super::super::Kind;
use super::*;

fn found(text: &str) -> Vec<(Kind, &str)> {
    let mut marks = Marks::new();
    mark(text, &mut marks);
    let mut found: Vec<_> = super::super::weightier(marks).into_iter().map(|(kind, range)| (kind, range.start, &text[range])).collect();
    found.sort_by_key(|(_, start, _)| *start);
    found.into_iter().map(|(kind, _, value)| (kind, value)).collect()
}

#[test]
fn people_are_found_by_title_nickname_and_full_name() {
    for (text, name) in [
        ("昨天孙医生来看过我", "孙医生"),
        ("多亏了老周帮忙", "老周"),
        ("我女儿叫陈雪梅，在外地", "陈雪梅"),
        ("欧阳静说她不怕", "欧阳静"),
        ("她跟许阿姨一起去的", "许阿姨"),
    ] {
        let all = found(text);
        assert!(all.contains(&(Kind::Person, name)), "{text}: {all:?}");
    }
}

#[test]
fn places_and_organisations_are_found_whole() {
    for (text, kind, name) in [
        ("我在诸暨长大", Kind::Place, "诸暨"),
        ("后来转到了华山医院", Kind::Org, "华山医院"),
        ("他在第二纺织厂上班", Kind::Org, "第二纺织厂"),
    ] {
        let all = found(text);
        assert!(all.contains(&(kind, name)), "{text}: {all:?}");
    }
}

#[test]
fn ordinary_words_are_no_names() {
    for text in [
        "黄色的药片放在桌上", "常常睡不着", "成功的人不多", "于是就算了", "温暖的手", "万一不行呢", "安全最要紧", "高兴了一阵", "方便的时候", "马上就来", "任何人都可以", "白天还好",
        "我先生在上海", "去大医院看", "医生说不用", "老师很好", "小时候", "他在北京上班", "克罗恩病", "卫健委的规定", "毛病不大", "周三复诊", "明白了", "这家医院", "我们村",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}
