//! Addresses in the network: e-mail, web pages, and the names people go by there.

use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::{FindingKind, Marks, around, pattern};

pub const LINKS: &[&str] = &["http://", "https://", "www."];
pub const MAIL: &[&str] = &["(at", "[at", "{at", " dot ", "(dot", "[dot"];
pub const SERVICES: &[&str] =
    &["qq", "wechat", "weixin", "whatsapp", "insta", "facebook", "snapchat", "tiktok", "twitter", "telegram", "skype", "weibo"];

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.inner_dot {
        domains(text, marks);
    }
    let mut take = |pattern: Option<&regex::Regex>, kind: FindingKind, group: usize| {
        for found in pattern.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|c| c.get(group)) {
            let trimmed = found.as_str().trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '"', '-']);
            marks.push((kind, found.start()..found.start() + trimmed.len()));
        }
    };
    if signs.at {
        take(pattern!(r"[A-Za-z0-9._%+\-]+ ?@ ?[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"), FindingKind::Email, 0);
        take(pattern!(r"(?:^|[^A-Za-z0-9.@/])(@[A-Za-z0-9_.]{2,40})"), FindingKind::UrlHandle, 1);
    }
    if signs.has(Cue::Mail) {
        take(
            pattern!(
                r"(?i)[a-z0-9._+\-]+ ?(?:\(at\)|\[at\]|\{at\}| at |＠) ?[a-z0-9\-]+(?: ?(?:\(dot\)|\[dot\]|\{dot\}| dot ) ?[a-z]{2,})+"
            ),
            FindingKind::Email,
            0,
        );
        take(pattern!(r"(?i)[a-z0-9._+\-]+ ?(?:\(at\)|\[at\]) ?[a-z0-9\-]+\.[a-z.]{2,}"), FindingKind::Email, 0);
    }
    if signs.has(Cue::Links) {
        take(pattern!(r"(?i)(?-u:\b)(?:https?://|www\.)[!-;=?-~]+"), FindingKind::UrlHandle, 0);
    }
    if signs.has(Cue::Services) {
        take(
            pattern!(
                r"(?i)(?:^|[^a-z])((?:QQ|wechat|weixin|whatsapp|instagram|insta|facebook|snapchat|tiktok|twitter|telegram|skype|weibo)(?: ?(?:id|name|handle|account|号码?|群))?(?: ?(?:is|was|:|：|是|为))? ?[a-z0-9_.\-]*[0-9_][a-z0-9_.\-]{2,})"
            ),
            FindingKind::UrlHandle,
            1,
        );
    }
    if signs.ascii {
        return;
    }
    take(
        pattern!(r"(?:微信|抖音|微博|快手|小红书|网名|QQ)(?:号码?|帐号|账号|昵称)?(?:是|叫|为|:|：)? ?([A-Za-z0-9_\-]{5,})"),
        FindingKind::UrlHandle,
        1,
    );
}

/// A domain without `https://` or `www.` before it.
fn domains(text: &str, marks: &mut Marks) {
    for found in pattern!(
        r"(?i)(?-u:\b)(?:[a-z0-9\-]+\.)+(?:com|org|net|edu|gov|info|io|co|me|app|uk|cn|de|fr|eu|blog|example|test)(?:/[!-;=?-~]*)?"
    )
    .into_iter()
    .flat_map(|p| p.find_iter(text))
    {
        let (before, after) = around(text, &found.range());
        // A file's name, or the end of a sentence without its space, is no address.
        let is_part = matches!(before, Some('@' | '/' | '.' | '-')) || after.is_some_and(|c| c.is_ascii_alphanumeric());
        if !is_part && found.as_str().split('.').next().is_some_and(|name| name.len() > 1) {
            marks.push((FindingKind::UrlHandle, found.start()..found.start() + found.as_str().trim_end_matches(['.', ',', ')']).len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(FindingKind, &str)> {
        crate::identifiers::marked(mark, text)
    }

    #[test]
    fn addresses_are_found_also_where_they_are_disguised() {
        for mail in ["a.b-c@mail.example.org", "a.b (at) mail (dot) example", "ab [at] mail.example"] {
            assert_eq!(found(&format!("to {mail}, please")), [(FindingKind::Email, mail)]);
        }
        for page in ["https://x.example/~a?b=c#d", "www.a.example", "a-page.co.uk/me", "@some_body1"] {
            assert_eq!(found(&format!("see {page}, please")), [(FindingKind::UrlHandle, page)]);
        }
        assert_eq!(found("加我微信lucky_8821吧"), [(FindingKind::UrlHandle, "lucky_8821")]);
        assert_eq!(found("搜https://x.example/ab就行"), [(FindingKind::UrlHandle, "https://x.example/ab")]);
    }

    #[test]
    fn other_signs_and_points_are_none() {
        for text in
            ["at home", "I was at the end.So I left", "e.g. this", "5 @ 3 pounds each", "look at dot and stop", "on Facebook all day"]
        {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
