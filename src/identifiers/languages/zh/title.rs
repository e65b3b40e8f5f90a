//! A surname with a title: 李医生, 栗护士长, 张大爷; a surname that is told: 姓周.

use super::kin::{self, Cue};
use super::lexicon;
use super::line::Line;
use super::list::{Chars, List};
use super::speech;
use super::surname::{self, Surname};
use super::{Found, Kind};
use std::sync::LazyLock;

/// Titles, the longer before the shorter that they begin with: at the hospital, at school and at work, out of politeness, of kin.
static TITLES: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "护士长 副主任 主任 医生 大夫 医师 护士 护工 护师 院长 副院长 教授 博士 专家 药师 技师 治疗师 心理师 \
    班主任 老师 校长 园长 教练 导师 老板娘 老板 经理 总监 师傅 师父 队长 组长 科长 处长 局长 厂长 站长 所长 会长 村长 镇长 乡长 县长 书记 主席 支书 \
    主管 警官 律师 法官 会计 秘书 社工 干事 委员 工程师 班长 连长 营长 师母 先生 女士 小姐 太太 夫人 同志 同学 姑娘 \
    阿姨 叔叔 伯伯 伯母 伯父 奶奶 爷爷 大爷 大妈 大娘 大叔 大婶 大姐 大哥 大嫂 大伯 婶婶 婶子 嫂子 姐姐 哥哥 妹妹 弟弟 妈妈 爸爸 婆婆 阿婆 公公 老爷子 老太太 \
    老太 老伯 老汉 阿公 外婆 姑姑 舅舅 姨妈 某某 某人 师奶 醫生 護士長 護士 老師 醫師 教授 經理 師傅 校長 院長 隊長 律師",
    )
});

/// Titles of one character, which need a clear surname and stand alone.
static SHORT: LazyLock<Chars> = LazyLock::new(|| Chars::new("姐哥叔婶姨嫂爷伯总工某妈爸奶婆太生".chars()));

/// Surnames that before a word for a person are a preposition or a verb: 连医生都说, 向老师请教, 扶奶奶起来.
static GOVERNS: LazyLock<Chars> = LazyLock::new(|| Chars::new("连向扶管花付应封查包解盖支谈容索盛居单".chars()));

/// Whether a title begins at a character.
pub(super) fn begins(line: &Line, at: usize) -> bool {
    TITLES.longest_at(line, at).is_some()
}

/// Adds the surnames with a title in a line.
pub(super) fn find(line: &Line, found: &mut Vec<Found>) {
    for word in &line.words {
        let at = word.start;
        if line.has(at, "姓") {
            found.extend(told(line, at + 1).map(|end| Found::new(Kind::Person, at + 1, end)));
        }
        let Some((length, sure)) = surname::begins(line, at) else { continue };
        let start = at + length;
        if let Some(end) = TITLES.longest_at(line, start).map(|length| start + length).or_else(|| short(line, at, start, sure)) {
            let governs = length == 1 && GOVERNS.has(line.at(at)) && kin::before(line, at) < Cue::Link;
            if !governs && whole(line, at, word.end, start, end) {
                found.push(Found::new(Kind::Person, at, end));
            }
        }
    }
}

/// The end of a surname that stands after the word 姓.
fn told(line: &Line, at: usize) -> Option<usize> {
    let (length, _) = surname::begins(line, at)?;
    line.begins_word(at + length).then_some(at + length)
}

fn short(line: &Line, at: usize, start: usize, sure: Surname) -> Option<usize> {
    let titled = SHORT.has(line.at(start)) && line.begins_word(start + 1);
    let kin = "姐哥叔婶姨嫂爷".contains(line.at(start)) && (kin::before(line, at) > Cue::None || speech::begins_act(line, start + 1));
    (titled && (sure >= Surname::Fair || kin)).then_some(start + 1)
}

/// Whether the dictionary's words agree: the surname is a word, or is in one with the title or a part of it.
fn whole(line: &Line, at: usize, word_end: usize, start: usize, end: usize) -> bool {
    if word_end <= start {
        return true;
    }
    let word = line.slice(at, word_end);
    // 孙女士 is cut as 孙女 and 士: the title reaches beyond the word.
    word_end <= end && !(word_end == end && kin::is_person_word(word)) && (end - start > 1 || lexicon::frequency(word) < 200)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        let line = Line::new(text);
        let mut found = Vec::new();
        find(&line, &mut found);
        let found = super::super::settle(found);
        found.iter().map(|one| line.slice(one.chars.start, one.chars.end)).collect()
    }

    fn table(cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            assert_eq!(names(text), *expected, "{text}");
        }
    }

    #[test]
    fn a_surname_with_a_title_is_a_person() {
        table(&[
            ("栗护士长讲得直接。", &["栗护士长"]),
            ("孙女士请进。", &["孙女士"]),
            ("多亏上官医生。", &["上官医生"]),
            ("江姐一直鼓励我。", &["江姐"]),
            ("她姓覃，广西来的。", &["覃"]),
        ]);
    }

    #[test]
    fn a_title_without_a_surname_is_none() {
        table(&[("医生说没事。", &[]), ("连护士都哭了。", &[]), ("国家主任医师。", &[]), ("女医生来了。", &[]), ("小学老师。", &[])]);
    }
}
