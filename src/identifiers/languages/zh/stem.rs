//! How far a name reaches to the left of the word that says what it is the name of: 塘栖 before 镇, 东风汽车 before 厂.
//!
//! The words before are taken one by one, until one comes that a name does not hold.

use super::kin;
use super::lexicon::{self, Speech};
use super::line::{Line, Word};
use super::list::List;
use super::speech;
use std::sync::LazyLock;

/// Verbs and adverbs of two characters and more that come before a place or an institution.
static STOPS: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "离开 联系 来到 回到 去到 送到 转到 转去 转院 转入 住进 住在 送进 送去 进入 走进 走到 搬到 搬去 搬进 嫁到 嫁去 来自 位于 路过 经过 前往 \
    找到 找不到 听说 知道 觉得 看到 想到 说到 等到 直到 接到 附近 旁边 对面 后来 以前 以后 之前 之后 当时 现在 那时 今天 昨天 明天 去年 今年 前年 每天 每次 \
    最后 最近 突然 终于 已经 一直 经常 有时 只有 没有 还有 就是 不是 还是 但是 可是 因为 所以 如果 不过 然后 结果 自己 大家 我们 你们 他们 她们 咱们 人家 别人 \
    这里 那里 哪里 这边 那边 这个 那个 哪个 这家 那家 一家 一个 两个 几个 整个 每个 另外 其他 别的 隔壁 出院 住院 看病 打工 上班 下班 退休 工作 生活 居住 出生 \
    回家 老家 家住 家里 当过 当兵 插队 调到 分到 分配 考上 考到 考进 毕业 就读 毕业于 任职 派到 出租车 司机 开车 坐车 打车 地址 住址 户口 单位 喜欢 认识 告诉 \
    属于 关于 通过 为了 除了 按照 根据 要求 推荐 介绍 建议 需要 选择 打算 决定 愿意 应该 可以 能够 必须 继续 开始 到处 到底 幸好 好在 好像 请问 记得 忘记 \
    提到 提起 碰到 遇到 见到 报到 赶到 跑到 跑去 跑遍 拉到 抬到 推到 接回 返回 抢救 急诊 同事 同学 邻居 朋友 医生 护士 大夫 老师 主任 以及 或者 还要 又去 再去",
    )
});

/// Characters at the end of a verb that takes a place or a person.
const ENDS_VERB: &str = "到了在过给往着完遍";

/// Numbers of which an institution may have one.
const DIGITS: &str = "一二三四五六七八九十";

/// Verbs of motion that are followed by one of direction: 送进, 转去. But 前进 is a name like others.
const MOTION: &str = "走送住转搬跑赶抬推拉接调分考嫁带冲跨挤闯钻回过上下进出";
const DIRECTION: &str = "进去来出回入";

/// Whether a word can be a part of a name.
fn belongs(line: &Line, word: &Word) -> bool {
    let text = line.text_of(word);
    if !text.chars().all(lexicon::is_han) || kin::is_person_word(text) || STOPS.has(text) {
        return false;
    }
    if word.len() == 1 {
        return !speech::is_small_word(line.at(word.start)) || DIGITS.contains(line.at(word.start));
    }
    match word.speech {
        Speech::Function => false,
        Speech::Verb => {
            let (first, last) = (line.at(word.start), line.before(word.end));
            !(ENDS_VERB.contains(last) || MOTION.contains(first) && DIRECTION.contains(last))
        }
        _ => true,
    }
}

/// Where the name begins whose last character is before `end`, at most `most` characters to the left.
///
/// A word that reaches beyond `end` is passed over: the caller has looked at it.
pub(super) fn begin(line: &Line, end: usize, most: usize) -> usize {
    let mut start = end;
    while let Some(at) = start.checked_sub(1) {
        let Some(word) = line.word_at(at).map(|word| &line.words[word]) else { break };
        let long = end - word.start > most;
        if long || word.end > end && start == end || !belongs(line, word) && !ordinal(line, word) {
            break;
        }
        start = word.start;
    }
    // A name may hold a number, but not begin with it: 国棉三厂.
    while start < end && DIGITS.contains(line.at(start)) && line.begins_word(start + 1) {
        start += 1;
    }
    start
}

/// 第一, 第三: the number of an institution.
fn ordinal(line: &Line, word: &Word) -> bool {
    line.at(word.start) == '第' && word.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reaches_back_to_the_first_word_that_is_none() {
        for (text, name) in [("后来转到安康", "安康"), ("我在国棉三", "国棉三"), ("我们", ""), ("去三", "")] {
            let line = Line::new(text);
            assert_eq!(line.slice(begin(&line, line.len(), 8), line.len()), name, "{text}");
        }
    }
}
