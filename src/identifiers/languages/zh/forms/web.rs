//! Addresses and account names as they are given in Chinese: 微信 lucky_8821, @一路向北, zhang88 艾特 qq 点 com.

use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::{Pattern, pattern};
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::{WordList, word_list};

/// Where people have account names.
pub const SERVICES: WordList = word_list!("zh/services.txt");

/// Who is meant by @ in a group without being named.
const EVERYBODY: [&str; 14] = ["我", "你", "他", "她", "您", "咱", "大家", "所有", "全体", "一下", "群主", "管理", "医生", "了"];

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if text.contains('点') {
        // 三W点 name 点 org.
        let said = pattern!(r"(?i)(?:三个?W|3W|WWW|达不溜)[ ,，、]*点[ ,，、]*[a-z0-9\-]+(?:[ ,，、]*点[ ,，、]*[a-z0-9\-]+)+");
        marks.extend(said.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (FindingKind::UrlHandle, found.range())));
    }
    if signs.has(Cue::Mail) {
        mail(text, marks);
        handles(text, marks);
    }
    // QQzhang88 is one word, in which the service is no cue.
    if signs.has(Cue::Services) || signs.capital && text.contains("QQ") {
        accounts(text, marks);
        names(text, marks);
    }
}

fn mail(text: &str, marks: &mut Marks) {
    for pattern in [
        // With what the signs are called.
        pattern!(
            r"[A-Za-z0-9_一二三四五六七八九零幺](?:[A-Za-z0-9_.\-一二三四五六七八九零幺点杠下划线大小写的字母,，、 ]*[A-Za-z0-9_一二三四五六七八九零幺])?[ ,，、在]*(?:艾特|圈 ?[aA]?|小老鼠|花a|at|AT|@|在|爱特|阿特)[ ,，、]*(?:[A-Za-z0-9\-]+|新浪|网易|搜狐|腾讯|谷歌|雅虎|阿里|一六三|一二六|幺六三|幺二六|网易[ ,，、]*一六三|网易[ ,，、]*一二六|搜狐|移动|电信|联通)(?:[ ,，、]*点[ ,，、]*(?:[A-Za-z]+|中国|康姆|康母))+"
        ),
        pattern!(r"[A-Za-z0-9._+\-]+ ?[(\[] ?(?:at|AT|艾特) ?[)\]] ?[A-Za-z0-9\-]+(?: ?[(\[]? ?(?:dot|DOT|点|\.) ?[)\]]? ?[A-Za-z]+)+"),
        // With blanks beside its signs; with a name in Chinese.
        pattern!(r"[A-Za-z0-9._%+\-]+ ?@ ?[A-Za-z0-9\-]+(?: ?\. ?[A-Za-z0-9\-]+)+"),
        pattern!(r"[\u{4e00}-\u{9fff}]{2,8}@[\u{4e00}-\u{9fff}A-Za-z0-9\-]{1,16}\.(?:[\u{4e00}-\u{9fff}]{2}|[a-z]{2,4})"),
        // With another sign in its place, that it may not be read by machines.
        pattern!(r"[A-Za-z0-9._%+\-]{2,}[#&＃][A-Za-z0-9\-]+\.(?:com|cn|net|org|edu|gov)(?:\.cn)?"),
    ] {
        marks.extend(pattern.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (FindingKind::Email, found.range())));
    }
}

fn accounts(text: &str, marks: &mut Marks) {
    let mut take = |pattern: Option<&regex::Regex>| {
        for name in pattern.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|found| found.get(1)) {
            // A version, a year, an amount: fewer than five digits and nothing else.
            let is_short = name.as_str().len() < 5 || name.as_str().len() < 6 && name.as_str().bytes().all(|b| b.is_ascii_digit());
            let is_word = name.as_str().bytes().all(|b| b.is_ascii_alphabetic()) && name.as_str().len() < 6;
            if !is_short && !is_word {
                marks.push((FindingKind::UrlHandle, name.range()));
            }
        }
    };
    // The name some words behind the service, or right before it.
    static PATTERN: Pattern = Pattern::new();
    take(PATTERN.get(|| {
        let services = SERVICES.alternatives();
        format!(r"{services}[^A-Za-z0-9。！？；]{{0,12}}([A-Za-z0-9][A-Za-z0-9_.\-]{{3,}}[A-Za-z0-9_])")
    }));
    // QQ right before its number.
    take(pattern!(r"QQ([A-Za-z0-9_\-]{5,})"));
    take(pattern!(r"([A-Za-z0-9][A-Za-z0-9_\-]{4,}),?，?(?:这个|这是|是我?的?|就是我?的?)?(?:微信|QQ|抖音|微博)"));
}

/// Names behind @, in Chinese too.
fn handles(text: &str, marks: &mut Marks) {
    for found in pattern!(r"@([\u{4e00}-\u{9fff}A-Za-z0-9_\-]{2,14})").into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        let is_mail = text[..whole.start()].ends_with(|c: char| c.is_ascii_alphanumeric());
        if !is_mail && !EVERYBODY.iter().any(|word| name.as_str().starts_with(word)) {
            marks.push((FindingKind::UrlHandle, whole.range()));
        }
    }
}

/// Names in Chinese by which people go in the network.
fn names(text: &str, marks: &mut Marks) {
    for pattern in [
        // In quotation marks.
        pattern!(
            r#"(?:微信名?|网名|昵称|用户名|微博|抖音|快手|小红书|豆瓣|知乎|公众号|视频号|QQ名?|ID|账号|帐号|头条号)(?:用户|账号|昵称|名字?|号|ID)?(?:上|里)?(?:就)?(?:叫做?|是|为|名为|：|:)?["“「『']([^"”」』'，。]{2,14})["”」』']"#
        ),
        // 在知乎以“…”为名.
        pattern!(
            r#"(?:微信|网上|知乎|豆瓣|微博|抖音|快手|小红书|贴吧|论坛|B站|QQ)[^。！？；“”]{0,8}(?:以|用|叫|名为|名叫|署名|化名)["“「『']([^"”」』'，。]{2,14})["”」』'](?:为名|之名|的?名义|的?身份|发|这个)?"#
        ),
        pattern!(r"(?:网上|群里|直播间|快手上?|抖音上?)(?:都|就|他们|人家|大家)?(?:叫|管我叫|喊我)([\u{4e00}-\u{9fff}A-Za-z0-9_·\-]{2,8})"),
        // After what says that a name comes.
        pattern!(
            r"(?:微信名?|网名|昵称|用户名|微博名?|抖音号?|快手号?|小红书|豆瓣|视频号|QQ名|ID)[^。！？；“”]{0,8}(?:叫做|就叫|叫|名为|搜|用户名是|昵称是|网名是|名字是|ID|：|:) ?([\u{4e00}-\u{9fff}A-Za-z0-9_·\-]{2,12})"
        ),
        pattern!(r"(?:网名|昵称|微信名|用户名)(?:是|为|用的)([\u{4e00}-\u{9fff}A-Za-z0-9_·\-]{2,10})"),
        // Chinese with figures or a stroke behind it.
        pattern!(
            r"(?:微信|抖音|微博|快手|小红书|豆瓣|网名|昵称|ID)[^。！？；]{0,8}?([\u{4e00}-\u{9fff}]{2,8}(?:_[\u{4e00}-\u{9fff}A-Za-z0-9_]*|\d{2,6}))"
        ),
    ] {
        for name in pattern.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|found| found.get(1)) {
            if !EVERYBODY.iter().any(|word| name.as_str().starts_with(word)) {
                marks.push((FindingKind::UrlHandle, name.range()));
            }
        }
    }
}
