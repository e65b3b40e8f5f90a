//! Ages of ninety and more, however they are said: 九十三岁, 95了, 年过九旬, 九十有四.

use crate::identifiers::characters::{after, before};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;

const NUMBER: &str = r"(?:9 ?\d|1 ?[01] ?\d|九十(?:有?[一二三四五六七八九])?|一?百(?:零|单|有)?[一二三四五六七八九]?)";
const ABOUT: &str = r"(?:多|来|几|好几|出头|开外|有余|上下|左右)?";

pub fn mark(text: &str, marks: &mut Marks) {
    for pattern in [
        // With its unit.
        pattern!(&format!(r"{NUMBER}{ABOUT} ?(?:周|虚)?岁")),
        // With what is said or held at that age only.
        pattern!(r"(?:9 ?\d|九十[一二三四五六七八九]?|百)(?:岁)?(?:的)?(?:高龄|高寿|大寿|寿辰|寿诞|寿宴|生日|寿)"),
        // Words for such ages.
        pattern!(r"(?:年过|年逾|年近|年届|已逾|已过|过了?|近|快)?(?:九旬|九秩|期颐之年|鲐背之年|耄耋之年|百岁(?:老人|高龄|寿星))"),
        pattern!(r"(?:年过|年逾|年近|年届|寿至|过了|活过|活到|享年|终年|高龄|虚岁|周岁|实岁)(?:九十[一二三四五六七八九]?|9\d|百岁|一百)"),
    ] {
        for found in pattern.into_iter().flat_map(|p| p.find_iter(text)) {
            let ahead = before(text, found.start(), 2);
            if !ahead.ends_with(|c: char| c.is_ascii_digit() || "百千零〇点长命".contains(c)) {
                marks.push((FindingKind::Age90Plus, found.range()));
            }
        }
    }
    for found in pattern!(&format!("{NUMBER}{ABOUT}")).into_iter().flat_map(|p| p.find_iter(text)) {
        if is_age(before(text, found.start(), 12), found.as_str(), after(text, found.end(), 6)) {
            marks.push((FindingKind::Age90Plus, found.range()));
        }
    }
}

/// Whether a number without its unit is how old somebody is, by what is before and behind it.
fn is_age(ahead: &str, number: &str, behind: &str) -> bool {
    if number.starts_with(['1', '百']) && !number.starts_with("10")
        || ahead.ends_with(|c: char| c.is_ascii_alphanumeric() || "百千零〇点第.-".contains(c))
    {
        return false;
    }
    let ahead = ahead.rsplit(['。', '，', ',', '；', '！', '？']).next().unwrap_or_default();
    // What is measured, or has its place in a row.
    let measured = pattern!(
        r"血氧|血压|高压|低压|心率|心跳|脉搏|体温|体重|血糖|得分|评分|分数|量表|百分|占|第|页|床|楼|室|房|花|钱|价|共|有|号|打|斤|用|均|约|近|达|样本"
    );
    let ends =
        pattern!(r"^(?:了|呢|啦|啊|呀|哪|咯|喽|的人|的老|高龄|那年|的时候|的高|才走|走的|去世|没的|还|不到|整|$|[。，,！？；、）)])");
    let cue = pattern!(
        r"(?:今年|明年|去年|那年|虚岁|周岁|岁数|年纪|高寿|享年|终年|活到|活过|活了|整|眼瞅着|快|眼看|都|也|已经|已|过了|满|到了|自述|走的时候|走时|去世时|死的时候|过世时|妈|娘|爸|爹|奶奶|爷爷|姥姥|姥爷|外公|外婆|公公|婆婆|太太|老太|老人|老头|老爷子|父亲|母亲|祖母|祖父|婆|爷|奶|姨|她|他|老|寿)[他她它]?(?:就|都|也|已经|已|快|刚|正好|整|是|有|有了|将|要|过|满)*$"
    );
    let starts = ahead.is_empty() && pattern!(r"^(?:那年|的时候|了呀|的人)").is_some_and(|p| p.is_match(behind));
    !measured.is_some_and(|p| p.is_match(ahead))
        && ends.is_some_and(|p| p.is_match(behind))
        && (starts || cue.is_some_and(|p| p.is_match(ahead)) || ahead.is_empty() && number.contains('多') && behind.starts_with('了'))
}
