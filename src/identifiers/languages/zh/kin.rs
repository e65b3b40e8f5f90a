//! Words for a person beside which a name stands, and words after which one comes.

use super::line::Line;
use super::list::List;
use std::sync::LazyLock;

/// Kin, as somebody speaks of their own.
static KIN: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "先生 太太 丈夫 老公 老婆 妻子 爱人 老伴 老头子 女儿 儿子 闺女 姑娘 丫头 孩子 小孩 孙女 孙子 外孙 外孙女 媳妇 女婿 儿媳 儿媳妇 \
    爸爸 妈妈 父亲 母亲 爷爷 奶奶 外公 外婆 姥姥 姥爷 公公 婆婆 岳父 岳母 哥哥 弟弟 姐姐 妹妹 大哥 大姐 二哥 二姐 嫂子 弟媳 姐夫 妹夫 \
    叔叔 伯伯 阿姨 姑姑 姑妈 舅舅 舅妈 姨妈 婶婶 侄子 侄女 外甥 外甥女 表哥 表姐 表弟 表妹 堂哥 堂姐 堂弟 堂妹 亲家 未婚夫 未婚妻 男朋友 \
    女朋友 前夫 前妻 我妈 我爸 我哥 我姐 我弟 我妹 兒子 女兒 媽媽 爸爸 媳婦 孫女 孫子 愛人 丈夫 小儿子 小女儿 大儿子 大女儿 妹 哥 姐 弟 爸 妈 爹 娘 叔 姨 舅 婶 嫂",
    )
});

/// Those one meets, and what they do.
static ROLES: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "同事 同学 邻居 朋友 病友 室友 战友 老乡 老同学 闺蜜 网友 医生 大夫 护士 护士长 护工 保姆 主任 教授 专家 老师 班主任 校长 \
    院长 经理 老板 师傅 司机 律师 警官 警察 书记 村长 队长 社工 志愿者 义工 病人 患者 家属 记者 主管 营养师 药师 心理师 治疗师 康复师 咨询师 男孩 女孩 小伙子 \
    工友 房东 名字 姓名 名叫 叫做 叫作 患者 组长 会计 秘书 同桌 鄰居 朋友 同學 醫生 護士 老師 阿姨 月嫂 联系人 负责人 监护人 本人",
    )
});

/// Verbs after which one hears who.
static VERBS: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "叫 告诉 多亏 幸亏 亏得 感谢 谢谢 感激 认识 认得 找 姓名 问 托 拜托 碰到 遇到 遇见 碰见 见到 看见 看到 联系 求 麻烦 陪 嫁给 照顾 想念 请 \
    介绍 通知 瞒着 想起 梦见 约 听 叫做 怀念 记得 名叫 信任 相信 等 劝 教 帮 怪 骂 恨 佩服 靠 全靠 全凭 轮到 送走 嫁 娶 娶了 多得 多謝 話俾 話畀 認識 感謝",
    )
});

/// Small words after which there may be a name.
static LINKS: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "跟 和 与 给 对 是 让 把 被 由 比 像 替 同 连 为 有 及 、 的 给 還 係 同埋 俾 畀 向 问 找 叫 说 因为 跟着 等 的是 不是 都是 就是 也是 还是 只有 还有 没有 要是 听 打给 那个 这个 里 以 之",
    )
});

/// Times and turns after which a clause goes on with who did it.
static TIMES: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "后来 当时 那时候 那时 那天 当年 有次 有一次 每次 最后 结果 幸好 好在 其实 昨天 今天 去年 前年 早上 晚上 夜里 突然 就 还 而 但 但是 可是 因为 所以 如果 连 只 又 都 也",
    )
});

/// What a name is worth by what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    None,
    /// A sentence or a clause begins.
    Start,
    /// A small word that names follow among other things.
    Link,
    /// A word for a person, or a verb that takes one.
    Strong,
}

impl Cue {
    pub(super) fn weight(self) -> i32 {
        match self {
            Cue::None => 0,
            Cue::Start => 1,
            Cue::Link => 2,
            Cue::Strong => 4,
        }
    }
}

/// Whether a word is one for kin or a role.
pub(super) fn is_person_word(word: &str) -> bool {
    KIN.has(word) || ROLES.has(word)
}

/// Whether a word is a verb after which one hears who: 谢谢 is no surname.
pub(super) fn is_cue_verb(word: &str) -> bool {
    VERBS.has(word)
}

/// What stands before a place in the line.
pub(super) fn before(line: &Line, at: usize) -> Cue {
    let c = line.before(at);
    if !super::lexicon::is_han(c) {
        return if c == '、' || c == '叫' { Cue::Link } else { Cue::Start };
    }
    let mut end = at;
    // 多亏了, 认识的, 问过: the ending of the verb is passed over.
    if at > 1 && matches!(c, '了' | '过' | '着') {
        end -= 1;
    }
    for length in [3, 2, 1] {
        let Some(start) = end.checked_sub(length).filter(|&start| line.begins_word(start)) else { continue };
        let word = line.slice(start, end);
        if is_person_word(word) || VERBS.has(word) {
            return Cue::Strong;
        }
        if end == at && LINKS.has(word) {
            return Cue::Link;
        }
        if end == at && TIMES.has(word) {
            return Cue::Start;
        }
    }
    Cue::None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_a_name_speaks_for_it() {
        for (text, cue) in [
            ("我先生", Cue::Strong),
            ("多亏了", Cue::Strong),
            ("还没告诉", Cue::Strong),
            ("我跟", Cue::Link),
            ("不吃了。", Cue::Start),
            ("", Cue::Start),
            ("吃药", Cue::None),
        ] {
            let line = Line::new(text);
            assert_eq!(before(&line, line.len()), cue, "{text}");
        }
    }
}
