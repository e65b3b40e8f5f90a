//! Characters that end a name: the small words of speech, by meaning.

use super::lexicon::Speech;
use super::line::Line;
use super::list::Chars;
use std::sync::LazyLock;

/// Pronouns, particles, prepositions, adverbs, numerals and the verbs of every day. None of them is commonly part of a given name.
const SMALL_WORDS: &str = "我你您他她它咱俺谁哪那这此某自己的地得了着过吗呢吧啊呀嘛哦啦哈么在从到往由被把将给跟和与同对向为因比替按除离\
    于以是有没无不别未就也都还又才再很太最更挺只总刚曾已正可能会要想该应敢肯愿让叫使请令派说讲问答告听看见闻觉知认记忘做干弄办搞\
    打拿带送搬背抱扶推拉握抓按摸放住坐站走跑跳爬躺睡醒吃喝买卖用找换修洗穿脱戴开关进出来去回上下起里外前后左右旁边间内\
    一二两三四五六七八九十百千几多少每各些个位名口条张只件次回遍趟天年月日号点分钟岁块元斤\
    哭笑骂喊吵闹疼痛病死活怕急气烦累忙等陪帮救治教学写读念管借还欠付花且或而但如若所其之即则却便虽连既吗喂嗯唉哎\
    氏某謂說講問會對還給帶來過後裡個們這嗎沒從時喺咗嘅係唔佢哋啲嚟俾畀嗰睇咁冇";

/// Such words are sometimes in names all the same, when another character of the name speaks for it.
const NAMELY: &str = "一之可正如元同年月天来已连左岁学花教少因念刚进放";

static SMALL: LazyLock<Chars> = LazyLock::new(|| Chars::new(SMALL_WORDS.chars()));
static NEVER_NAMES: LazyLock<Chars> = LazyLock::new(|| Chars::new(SMALL_WORDS.chars().filter(|c| !NAMELY.contains(*c))));

/// Times at which something is done.
const TIMES: [&str; 10] = ["昨天", "今天", "明天", "前天", "当时", "那时候", "每天", "天天", "去年", "以前"];

/// Whether a character is a small word of speech, which a name does not hold.
pub(super) fn is_small(c: char) -> bool {
    NEVER_NAMES.has(c)
}

/// Whether a character is a small word of speech, be it in a name now and then or not.
pub(super) fn is_small_word(c: char) -> bool {
    SMALL.has(c)
}

/// Whether a clause ends or goes on with a verb, an adverb or a particle: what comes after somebody.
pub(super) fn begins_act(line: &Line, at: usize) -> bool {
    let Some(word) = line.word_at(at).map(|word| &line.words[word]) else { return true };
    let small = word.len() == 1 && is_small_word(line.at(at));
    word.start == at && (small || matches!(word.speech, Speech::Verb | Speech::Function) || TIMES.contains(&line.text_of(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_end_a_name() {
        assert!(is_small('说') && is_small('管') && !is_small('芳') && !is_small('天') && is_small_word('天'));
    }

    #[test]
    fn an_act_begins_with_a_verb_or_its_adverb() {
        let acts = |text| begins_act(&Line::new(text), 0);
        assert!(acts("一直握着") && acts("，") && acts("昨天走了") && !acts("医院里"));
    }
}
