//! People: by title, by nickname, by surname and given name.

use super::super::{Kind, Marks, before};
use super::lists::{is_given, is_given_char, is_name_char, is_surname};
use super::{Word, is_frequent, is_name_tag, is_word};

/// What people are called behind their surname.
const TITLES: &[&str] = &[
    "护士长", "老师", "医生", "大夫", "主任", "护士", "阿姨", "叔叔", "大爷", "大妈", "大娘", "大叔", "大婶", "大姐", "大哥", "大嫂", "奶奶", "爷爷", "先生", "女士", "太太", "小姐", "教授", "院长", "主席",
    "书记", "经理", "老板", "师傅", "校长", "警官", "律师", "博士", "同学", "队长", "处长", "科长", "局长", "厂长", "村长", "会长", "总监", "医师", "药师", "班长", "主管", "导师", "院士", "工程师", "医護", "醫生",
    "老師", "總", "姐", "哥", "嫂", "婶", "伯", "姨", "叔", "总", "工", "老",
];

/// Words that a name comes after.
const CUES: &[&str] = &["叫", "名叫", "告诉", "多亏", "多亏了", "感谢", "姓", "先生", "爱人", "女儿", "儿子", "丈夫", "妻子", "老公", "老婆", "媳妇", "妹妹", "姐姐", "弟弟", "哥哥", "邻居", "同事", "朋友", "问", "找", "请", "跟", "是"];

pub fn mark(text: &str, words: &[Word], marks: &mut Marks) {
    for (at, word) in words.iter().enumerate() {
        if let Some(end) = titled(text, words, at).or_else(|| nicknamed(words, at)).or_else(|| named(text, words, at)) {
            marks.push((Kind::Person, word.range.start..end));
        }
    }
    minorities(text, marks);
}

/// 李医生, and a single-character title only where nothing longer begins with it.
fn titled(text: &str, words: &[Word], at: usize) -> Option<usize> {
    let word = &words[at];
    let surname: String = if is_surname(word.text) { word.text.to_owned() } else { word.text.chars().take(1).collect() };
    if !is_surname(&surname) {
        return None;
    }
    let rest = &text[word.range.start + surname.len()..];
    let title = TITLES.iter().find(|title| rest.starts_with(**title))?;
    let end = word.range.start + surname.len() + title.len();
    // The words are cut where the title ends, and the surname is none of a longer word's.
    let is_cut = words.iter().any(|w| w.range.end == end);
    let is_whole = word.text == surname || word.range.end == end && (is_name_tag(word.tag) || word.chars() > 2 || !is_word(word.text));
    let single = title.chars().count() == 1;
    (is_cut && is_whole && (!single || word.text == surname || is_name_tag(word.tag))).then_some(end)
}

/// 小赵, 老李, 阿强, 二妞.
fn nicknamed(words: &[Word], at: usize) -> Option<usize> {
    let word = &words[at];
    let mut chars = word.text.chars();
    let (first, second, end) = match (chars.next(), chars.next(), chars.next()) {
        (Some(first), Some(second), None) if is_name_tag(word.tag) || !is_word(word.text) => (first, second, word.range.end),
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

/// Surname and given name, in the forms in which the dictionary leaves them.
fn named(text: &str, words: &[Word], at: usize) -> Option<usize> {
    let word = &words[at];
    // A name the dictionary has, whole.
    if is_name_tag(word.tag) && !is_frequent(word.text) && (2..=4).contains(&word.chars()) && starts_with_surname(word.text) && word.text.chars().skip(1).all(is_given_char) {
        // 王丹 + 丹: the cut may have left the last character behind.
        let tail = words.get(at + 1).and_then(|next| next.only().filter(|c| word.chars() == 2 && is_name_char(*c)).map(|_| next.range.end));
        return Some(tail.unwrap_or(word.range.end));
    }
    if !is_surname(word.text) || words.get(at + 1)?.range.start != word.range.end {
        return None;
    }
    let compound = word.chars() > 1;
    let next = &words[at + 1];
    let is_cued = CUES.iter().any(|cue| before(text, word.range.start, 4).ends_with(cue));
    match next.chars() {
        2 if is_given(next.text) || is_name_tag(next.tag) && next.text.chars().all(is_given_char) || next.text.chars().all(is_name_char) => Some(next.range.end),
        1 => {
            let first = next.only()?;
            let second = words.get(at + 2).filter(|w| w.range.start == next.range.end).and_then(|w| w.only().map(|c| (c, w.range.end)));
            match second {
                Some((c, end)) if is_given_char(first) && is_given_char(c) && (is_name_char(first) || is_name_char(c) || is_cued || first == c || matches!(first, '小' | '晓' | '文' | '志')) => Some(end),
                _ if is_name_char(first) || compound && is_given_char(first) || is_cued && is_given_char(first) => Some(next.range.end),
                _ => None,
            }
        }
        _ => None,
    }
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
