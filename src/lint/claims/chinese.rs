//! Claims in Chinese sentences: 20名参与者中有14名, 14/20名参与者, 多数参与者, 没有人, 只有两位.

use std::ops::Range;

use super::claim::{Amount, Claim};
use super::number::chinese as number;
use super::sentence::Sentence;
use super::who::{Groups, Who};
use crate::text::is_han;

/// Every claim of a sentence, in its order.
pub fn claims(s: &Sentence, groups: &Groups) -> Vec<Claim> {
    let mut out: Vec<Claim> = Vec::new();
    let (Some(first), Some(last)) = (s.tokens.first(), s.tokens.last()) else { return out };
    let mut at = first.at.start;
    while at < last.at.end {
        let rest = &s.text[at..last.at.end];
        let before = &s.text[first.at.start..at];
        match claim(rest, before, groups) {
            Some((claim, length)) => {
                out.extend(claim.map(|c| Claim { at: tokens(s, at..at + length), ..c }));
                at += length.max(1);
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    out
}

/// Whether a text is to be read so.
pub fn is_chinese(text: &str) -> bool {
    text.chars().filter(|c| is_han(*c)).count() * 3 > text.chars().filter(|c| c.is_alphabetic()).count()
}

fn tokens(s: &Sentence, bytes: Range<usize>) -> Range<usize> {
    let start = s.tokens.iter().position(|t| t.at.end > bytes.start).unwrap_or(0);
    let end = s.tokens.iter().rposition(|t| t.at.start < bytes.end).map_or(start, |at| at + 1);
    start..end
}

/// A text read from the left.
struct Cursor<'a> {
    rest: &'a str,
    read: usize,
}

impl<'a> Cursor<'a> {
    fn skip(&mut self, length: usize) {
        self.rest = &self.rest[length..];
        self.read += length;
    }

    /// Takes the first of the words that is here.
    fn take(&mut self, words: &[&'static str]) -> Option<&'static str> {
        let blank = self.rest.len() - self.rest.trim_start().len();
        let word = words.iter().find(|word| self.rest[blank..].starts_with(**word))?;
        self.skip(blank + word.len());
        Some(word)
    }

    fn number(&mut self) -> Option<u32> {
        let blank = self.rest.len() - self.rest.trim_start().len();
        let (n, length) = number(&self.rest[blank..])?;
        self.skip(blank + length);
        Some(n)
    }

    fn subject(&mut self, groups: &Groups) -> Option<Who> {
        let blank = self.rest.len() - self.rest.trim_start().len();
        let (who, length) = groups.subject_zh(&self.rest[blank..])?;
        self.skip(blank + length);
        Some(who)
    }
}

const PEOPLE: &[&str] = &["名", "位", "个", "人"];

fn claim(rest: &str, before: &str, groups: &Groups) -> Option<(Option<Claim>, usize)> {
    let mut c = Cursor { rest, read: 0 };
    if c.take(&["没有人", "没有任何人", "无人", "无一"]).is_some() {
        return Some((Some(Claim::new(0..0, Amount::Nobody, Who::Unsaid)), c.read));
    }
    if c.take(&["没有"]).is_some() {
        c.take(&["任何一名", "任何一位", "一名", "一位", "任何"]);
        let who = c.subject(groups)?;
        return Some((Some(Claim::new(0..0, Amount::Nobody, who)), c.read));
    }
    if c.take(&["所有的", "所有", "全部", "全体", "每一名", "每一位", "每名", "每位"]).is_some() {
        let of = c.number();
        if of.is_some() {
            c.take(PEOPLE)?;
        }
        let who = c.subject(groups)?;
        return Some((Some(Claim { of, ..Claim::new(0..0, Amount::All, who) }), c.read));
    }
    if let Some(word) = c.take(&["绝大多数", "大多数", "多数", "少数", "一些", "有些", "部分", "许多", "很多", "不少"])
    {
        c.take(&["的"]);
        let people = c.subject(groups).or_else(|| c.take(&["人"]).map(|_| Who::Participants));
        let who = people.or_else(|| SAY.iter().any(|say| c.rest.starts_with(say)).then_some(Who::Unsaid))?;
        let band = match word {
            "少数" => "few",
            "一些" | "有些" | "部分" => "some",
            "许多" | "很多" | "不少" => "many",
            "多数" => "majority",
            _ => "most",
        };
        return Some((Some(Claim::new(0..0, Amount::Band(band), who)), c.read));
    }
    if let Some(word) =
        c.take(&["超过一半", "超过半数", "半数以上", "一半以上", "一半", "半数", "三分之一", "三分之二", "四分之一", "四分之三"])
    {
        c.take(&["的"]);
        let who = c.subject(groups)?;
        let amount = match word {
            "一半" | "半数" => Amount::Share(1, 2),
            "三分之一" => Amount::Share(1, 3),
            "三分之二" => Amount::Share(2, 3),
            "四分之一" => Amount::Share(1, 4),
            "四分之三" => Amount::Share(3, 4),
            _ => Amount::MoreThanShare(1, 2),
        };
        return Some((Some(Claim::new(0..0, amount, who)), c.read));
    }
    numbered(c, before, groups)
}

fn numbered(mut c: Cursor, before: &str, groups: &Groups) -> Option<(Option<Claim>, usize)> {
    let bound = c.take(&[
        "只有",
        "仅有",
        "仅",
        "至少有",
        "至少",
        "不少于",
        "超过",
        "最多有",
        "最多",
        "至多",
        "不超过",
        "约有",
        "约",
        "大约",
        "近",
        "将近",
        "另外",
        "其他",
        "其余",
    ]);
    let n = c.number()?;
    let amount = match bound {
        None | Some("只有" | "仅有" | "仅") => Amount::Exact(n),
        Some("至少有" | "至少" | "不少于") => Amount::AtLeast(n),
        Some("超过") => Amount::AtLeast(n.saturating_add(1)),
        Some("最多有" | "最多" | "至多" | "不超过") => Amount::AtMost(n),
        Some(_) => Amount::Open,
    };
    // 14/20名参与者, 70%（14/20）
    if c.take(&["%", "％"]).is_some() {
        c.take(&["的"]);
        let whom = c.subject(groups);
        if c.take(&["(", "（"]).is_some()
            && let (Some(part), Some(_), Some(of)) = (c.number(), c.take(&["/", "／"]), c.number())
        {
            c.take(PEOPLE);
            let who = c.subject(groups).or(whom).unwrap_or(Who::Unsaid);
            c.take(&[")", "）"])?;
            let claim = Claim { of: Some(of), percent: Some((f64::from(n), 0)), ..Claim::new(0..0, Amount::Exact(part), who) };
            return Some((Some(claim), c.read));
        }
        return whom.map(|who| (Some(Claim::new(0..0, Amount::Percent(f64::from(n), 0), who)), c.read));
    }
    if c.take(&["/", "／"]).is_some() {
        let of = c.number()?;
        c.take(PEOPLE);
        let who = c.subject(groups).unwrap_or(Who::Unsaid);
        return Some((Some(Claim { of: Some(of), ..Claim::new(0..0, amount, who) }), c.read));
    }
    c.take(PEOPLE)?;
    let Some(who) = c.subject(groups) else {
        // 只有两位
        let alone = bound.is_some() || SAY.iter().any(|say| c.rest.starts_with(say));
        return alone.then(|| (Some(Claim::new(0..0, amount, Who::Unsaid)), c.read));
    };
    // 20名参与者中有14名
    if c.take(&["之中", "当中", "中", "里"]).is_some() {
        c.take(&["，", ",", "、"]);
        let bound = c.take(&["只有", "仅有", "至少有", "超过", "最多有", "约有", "共有", "有"]);
        let amount = match (c.number(), bound) {
            (None, _) | (_, Some("约有")) => Amount::Open,
            (Some(part), Some("至少有")) => Amount::AtLeast(part),
            (Some(part), Some("超过")) => Amount::AtLeast(part.saturating_add(1)),
            (Some(part), Some("最多有")) => Amount::AtMost(part),
            (Some(part), _) => Amount::Exact(part),
        };
        c.take(PEOPLE);
        c.subject(groups);
        return Some((Some(Claim { of: Some(n), ..Claim::new(0..0, amount, who) }), c.read));
    }
    let lead = before.trim_end();
    let total = ["共", "一共", "总共", "共有", "共纳入", "共访谈", "共访谈了", "研究纳入", "研究访谈了"];
    if total.iter().any(|word| lead.ends_with(word)) && !c.rest.starts_with('中') && !SAY.iter().any(|say| c.rest.starts_with(say)) {
        return Some((Some(Claim::new(0..0, Amount::Total(n), who)), c.read));
    }
    Some(((n > 1 || bound.is_some()).then(|| Claim::new(0..0, amount, who)), c.read))
}

/// To speak of something.
pub const SAY: &[&str] = &[
    "谈到", "提到", "说到", "讲到", "谈及", "提及", "谈论", "提出", "描述", "表达", "讲述", "叙述", "报告", "讨论", "涉及", "说起", "谈起",
    "提起",
];

/// What changes nothing between a claim, its verb and its theme.
const FILLERS: &[&str] =
    &["了", "过", "到", "都", "均", "也", "曾", "的", "关于", "对", "在", "被", "由", "和", "访谈中", "有", "，", "(", ")", "（", "）"];

/// What denies, in a Chinese sentence.
pub const DENY: &[&str] = &["不", "没", "未", "无", "非", "可能", "如果", "是否", "除了"];

/// What is left of a text without the verbs of speaking and the fillers, and whether there was such a verb.
pub fn remains(text: &str) -> (String, bool) {
    let says = SAY.iter().any(|say| text.contains(say));
    let mut rest = text.to_owned();
    for word in SAY.iter().chain(FILLERS) {
        rest = rest.replace(word, "");
    }
    (rest.trim().to_owned(), says)
}

/// What may open a sentence without narrowing what it claims.
const OPENERS: &[&str] = &[
    "总体而言",
    "总体上",
    "总体",
    "总的来说",
    "本研究中",
    "本研究",
    "访谈中",
    "然而",
    "此外",
    "另外",
    "同时",
    "因此",
    "但是",
    "但",
    "主题",
    "共",
];

/// Whether a sentence that begins so speaks of the whole study.
pub fn opens(text: &str) -> bool {
    let (mut rest, _) = remains(text);
    for word in OPENERS {
        rest = rest.replace(word, "");
    }
    rest.chars().all(|c| !c.is_alphanumeric())
}
