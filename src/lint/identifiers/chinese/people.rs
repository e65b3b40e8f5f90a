//! People: by title, by nickname, by surname and given name.

use super::super::{Kind, Marks, before, is_cjk};
use super::lists::{is_given, is_given_char, is_name_char, is_surname};
use super::{Word, frequency, is_frequent, is_name_tag, is_word};

/// What people are called behind their surname.
const TITLES: &[&str] = &[
    "护士长", "老师", "医生", "大夫", "主任", "护士", "阿姨", "叔叔", "大爷", "大妈", "大娘", "大叔", "大婶", "大姐", "大哥", "大嫂", "奶奶", "爷爷", "先生", "女士", "太太", "小姐", "教授", "院长", "主席",
    "书记", "经理", "老板", "师傅", "校长", "警官", "律师", "博士", "同学", "队长", "处长", "科长", "局长", "厂长", "村长", "会长", "总监", "医师", "药师", "班长", "主管", "导师", "院士", "工程师", "医護", "醫生",
    "老師", "總", "姐", "哥", "嫂", "婶", "伯", "姨", "叔", "总", "工", "老",
];

/// Words that a name comes after.
const CUES: &[&str] = &["叫", "名叫", "告诉", "多亏", "多亏了", "感谢", "姓", "先生", "爱人", "女儿", "儿子", "丈夫", "妻子", "老公", "老婆", "媳妇", "妹妹", "姐姐", "弟弟", "哥哥", "邻居", "同事", "朋友", "问", "找", "请", "跟", "是"];

pub fn mark(text: &str, words: &[Word], marks: &mut Marks) {
    let mut found = Marks::new();
    for (at, word) in words.iter().enumerate() {
        let rules = [titled(text, words, at), nicknamed(words, at), named(text, words, at)];
        if let Some(end) = rules.into_iter().flatten().max() {
            found.push((Kind::Person, word.range.start..end));
        }
        found.extend(straddled(words, at).map(|range| (Kind::Person, range)));
    }
    minorities(text, &mut found);
    // A disease that is called after somebody.
    found.retain(|(_, range)| !is_kin(&text[range.clone()]) && !EPONYMOUS.iter().any(|end| text[range.end..].starts_with(end)));
    marks.append(&mut found);
}

/// What kin are called, without a name: 大伯, 三姨.
fn is_kin(text: &str) -> bool {
    let mut chars = text.chars();
    let (first, second, third) = (chars.next(), chars.next(), chars.next());
    let is = |c: Option<char>, of: &str| c.is_some_and(|c| of.contains(c));
    is(first, "大二三四五六七八小老阿堂表") && is(second, "伯叔姑姨舅婶嫂哥姐弟妹爷妈爸娘公婆爹奶") && (third.is_none() || is(third, "伯叔姑姨舅婶嫂哥姐弟妹爷妈爸娘公婆爹奶父母"))
}

/// What makes a name before it a disease's or a sign's.
const EPONYMOUS: &[&str] = &["病", "氏", "症", "综合征", "综合症", "淋巴瘤", "默病", "森病", "征", "细胞", "量表", "评分"];

/// Single characters before a title that are no surname.
const NO_BEARERS: &str = "女男老新好大小副正班名总原前后现某院科室全各本该那这位个主管实习问找见叫请和跟给让听说看去来是有没也都就还到从对";

/// 李医生, and a single-character title only where nothing longer begins with it.
fn titled(text: &str, words: &[Word], at: usize) -> Option<usize> {
    let word = &words[at];
    let surname: String = if is_surname(word.text) { word.text.to_owned() } else { word.text.chars().take(1).collect() };
    // A surname that no list has stands alone before a longer title.
    let is_rare = || word.only().is_some_and(|c| matches!(word.tag, "nr" | "n" | "ng" | "zg" | "nz" | "x") && !NO_BEARERS.contains(c) && is_cjk(c));
    let listed = is_surname(&surname);
    if !listed && !is_rare() {
        return None;
    }
    let rest = &text[word.range.start + surname.len()..];
    let title = TITLES.iter().find(|title| rest.starts_with(**title))?;
    let end = word.range.start + surname.len() + title.len();
    // The words are cut where the title ends, and the surname is none of a longer word's.
    let is_cut = words.iter().any(|w| w.range.end == end);
    let is_whole = word.text == surname || word.range.end == end && (is_name_tag(word.tag) || word.chars() > 2 || !is_word(word.text));
    let single = title.chars().count() == 1;
    if !listed && single {
        return None;
    }
    (is_cut && is_whole && (!single || word.text == surname || is_name_tag(word.tag))).then_some(end)
}

/// 小赵, 老李, 阿强, 二妞.
fn nicknamed(words: &[Word], at: usize) -> Option<usize> {
    let word = &words[at];
    let mut chars = word.text.chars();
    let (first, second, end) = match (chars.next(), chars.next(), chars.next()) {
        (Some(first), Some(second), None)
            if is_name_tag(word.tag) || !is_word(word.text) || is_surname(&second.to_string()) && !WORDS_LIKE_NICKNAMES.contains(&word.text) && !is_frequent(word.text) =>
        {
            (first, second, word.range.end)
        }
        (Some(first), None, None) => {
            let next = words.get(at + 1)?;
            (first, next.only()?, next.range.end)
        }
        _ => return None,
    };
    let by_surname = matches!(first, '小' | '老' | '阿') && is_surname(&second.to_string());
    let of_family = matches!(first, '大' | '二' | '三' | '四' | '五' | '六' | '七' | '小' | '老' | '阿') && "妞宝丫娃柱蛋囡妹弟狗毛虎牛".contains(second);
    let by_given = first == '阿' && is_name_char(second);
    (by_surname || of_family || by_given).then_some(end)
}

/// Words that begin like a nickname and are none.
const WORDS_LIKE_NICKNAMES: &[&str] = &[
    "老家", "小时", "小米", "小麦", "小路", "小车", "小江", "小康", "小白", "小龙", "小牛", "小鱼", "小童", "小寒", "小满", "小雪", "小燕", "小费", "小计", "小武", "小包", "小解", "小步", "小席", "小熊", "小房", "小洋", "小年", "小花", "小狗", "小巷", "小城", "小区", "小河",
    "小山", "小石", "小毛", "小钱", "小游", "小荷", "小宝", "小鲍", "老巴", "老鲍", "老年", "老干", "老本", "老成", "老路", "老毛", "老皮", "老白", "老牛", "老龙", "老汤", "老谋", "老公", "老总", "老乡", "老车", "老花", "老房", "老石", "老鱼", "阿公", "阿毛", "小生", "小尾", "小冷", "小池",
    "小麻", "老麻", "老母", "小伍", "小叶", "小谷",
];

/// Surname and given name, in the forms in which the dictionary leaves them.
fn named(text: &str, words: &[Word], at: usize) -> Option<usize> {
    let word = &words[at];
    // A name the dictionary has, whole.
    const RARE: usize = 100;
    let is_likely = word.chars() > 2 || word.text.chars().nth(1).is_some_and(is_name_char) || frequency(word.text) < RARE;
    if is_name_tag(word.tag) && is_likely && !is_frequent(word.text) && (2..=4).contains(&word.chars()) && starts_with_surname(word.text) && word.text.chars().skip(1).all(is_given_char) {
        // 王丹 + 丹: the cut may have left the last character behind.
        let tail = words.get(at + 1).and_then(|next| next.only().filter(|c| word.chars() == 2 && is_name_char(*c)).map(|_| next.range.end));
        return Some(tail.unwrap_or(word.range.end));
    }
    let next = words.get(at + 1)?;
    if next.range.start != word.range.end {
        return None;
    }
    if !is_surname(word.text) {
        return rarely_named(words, at);
    }
    let compound = word.chars() > 1;
    let is_cued = CUES.iter().any(|cue| before(text, word.range.start, 4).ends_with(cue));
    match next.chars() {
        2 if is_given(next.text) || is_name_tag(next.tag) && next.text.chars().all(is_given_char) || next.text.chars().all(is_name_char) => Some(next.range.end),
        1 => {
            let first = next.only()?;
            let second = words.get(at + 2).filter(|w| w.range.start == next.range.end).and_then(|w| w.only().map(|c| (c, w.range.end)));
            match second {
                Some((c, end)) if is_given_char(first) && is_given_char(c) && (is_name_char(first) || is_name_char(c) || is_cued || first == c || matches!(first, '小' | '晓' | '文' | '志')) => Some(end),
                _ if next.tag == "nr" && word.tag == "nr" || is_given_char(first) && is_alone(words, at) => Some(next.range.end),
                _ if is_name_char(first) || compound && is_given_char(first) || is_cued && is_given_char(first) => Some(next.range.end),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A surname that no list has, or that is a small word too: what follows has to be a name beyond doubt.
fn rarely_named(words: &[Word], at: usize) -> Option<usize> {
    let (word, next) = (&words[at], words.get(at + 1)?);
    if !word.only().is_some_and(is_cjk) || word.tag != "nr" && !"时向通经别全关平红安公东乐".contains(word.text) {
        return None;
    }
    match next.chars() {
        2 if is_name_tag(next.tag) && next.text.chars().all(is_name_char) => Some(next.range.end),
        1 if next.only().is_some_and(is_name_char) => {
            words.get(at + 2).filter(|w| w.range.start == next.range.end && w.only().is_some_and(is_name_char)).map(|w| w.range.end)
        }
        _ => None,
    }
}

/// Whether two characters stand as somebody who does something: first in their sentence, or behind a time or place, before a verb.
fn is_alone(words: &[Word], at: usize) -> bool {
    let begins = at.checked_sub(1).is_none_or(|before| {
        let word = &words[before];
        !word.text.chars().all(is_cjk) || matches!(word.tag, "t" | "s" | "f") || matches!(word.text, "那天" | "后来" | "当时" | "的")
    });
    begins && words.get(at + 2).is_some_and(|after| matches!(after.tag, "v" | "d" | "p"))
}

/// A name whose surname the dictionary took for the end of another word: 那|天王|秀芳.
fn straddled(words: &[Word], at: usize) -> Option<std::ops::Range<usize>> {
    let word = &words[at];
    let mut chars = word.text.chars();
    let (first, last) = (chars.next()?, chars.next()?);
    let next = words.get(at + 1).filter(|next| next.range.start == word.range.end)?;
    if chars.next().is_some() || !is_surname(&last.to_string()) || !"天年月日次时是和跟叫问找".contains(first) {
        return None;
    }
    let start = word.range.end - last.len_utf8();
    let second = words.get(at + 2).filter(|w| w.range.start == next.range.end).and_then(|w| w.only().map(|c| (c, w.range.end)));
    let end = match (next.chars(), second) {
        (2, _) if next.text.chars().all(is_name_char) || is_given(next.text) => next.range.end,
        (1, Some((c, end))) if next.only().is_some_and(is_given_char) && is_name_char(c) => end,
        (1, _) if next.only().is_some_and(is_name_char) => next.range.end,
        _ => return None,
    };
    Some(start..end)
}

fn starts_with_surname(text: &str) -> bool {
    let ends = text.char_indices().skip(1).map(|(at, _)| at).take(2);
    ends.into_iter().any(|end| is_surname(&text[..end]))
}

/// Names of minorities and of foreigners have a point between their parts.
fn minorities(text: &str, marks: &mut Marks) {
    let names = super::super::pattern!(r"[\u{4e00}-\u{9fff}]{2,6}[·•‧・][\u{4e00}-\u{9fff}]{2,6}(?:[·•‧・][\u{4e00}-\u{9fff}]{2,6})?");
    marks.extend(names.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (Kind::Person, found.range())));
}
