//! Addresses in the network: e-mail, web pages, and the names people go by there.

use crate::identifiers::characters::{after, around, before};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::{Pattern, pattern};
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::{WordList, word_list};

/// Sites that everybody knows.
const PUBLIC: WordList = word_list!("common/public-sites.txt");

/// How a language speaks of such addresses. Texts are patterns, without regard to case.
pub struct WebWords {
    /// What @ is called.
    pub at: &'static str,
    /// What a full stop is called.
    pub dot: &'static str,
    /// What an underscore is called.
    pub underscore: &'static str,
    /// Other signs of an address, as they are said.
    pub signs: &'static str,
    /// Where people have account names.
    pub services: WordList,
    /// Between the service and the name: "my handle is".
    pub link: &'static str,
    /// Right before a name of any form: "follow me, I'm ".
    pub cue: &'static str,
    pub patterns: [Pattern; 4],
}

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.inner_dot {
        domains(text, marks);
    }
    if signs.at {
        take(
            pattern!(
                r"[A-Za-z0-9._%+\-]+ ?@ ?[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+|[A-Za-z0-9._%+\-]+ @ [A-Za-z0-9\-]+(?: ?\. ?[a-z0-9\-]+)* ?\. ?[a-z]{2,4}(?-u:\b)"
            ),
            FindingKind::Email,
            0,
            text,
            marks,
        );
        take(
            pattern!(r"(?:^|[^A-Za-z0-9.@/])(@ ?[A-Za-z0-9_]+(?: [._\-] [A-Za-z0-9_]+)+|@[A-Za-z0-9_.\-]{2,40})"),
            FindingKind::UrlHandle,
            1,
            text,
            marks,
        );
    }
    if text.contains("u/") {
        take(pattern!(r"(?:^|[^A-Za-z0-9/.])(/?u/[A-Za-z0-9_\-]{3,30})"), FindingKind::UrlHandle, 1, text, marks);
    }
    if signs.colon || signs.inner_dot {
        take(pattern!(r"(?i)(?-u:\b)(?:https?://|hxxps?://|www\.)[!-;=?-~]+"), FindingKind::UrlHandle, 0, text, marks);
    }
}

fn take(pattern: Option<&regex::Regex>, kind: FindingKind, group: usize, text: &str, marks: &mut Marks) {
    for found in pattern.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|c| c.get(group)) {
        let trimmed = found.as_str().trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '"', '-']);
        marks.push((kind, found.start()..found.start() + trimmed.len()));
    }
}

/// A domain without `https://` or `www.` before it.
fn domains(text: &str, marks: &mut Marks) {
    for found in pattern!(
        r"(?i)(?-u:\b)(?:[a-z0-9\-]+\.)+(?:com|org|net|edu|gov|info|io|co|me|app|uk|ie|us|ca|au|nz|cn|tw|hk|de|at|ch|fr|es|it|nl|eu|blog|online|site|xyz|example|test)(?:/[!-;=?-~]*)?"
    )
    .into_iter()
    .flat_map(|p| p.find_iter(text))
    {
        let (before, after) = around(text, &found.range());
        // A file's name, or the end of a sentence without its space, is no address.
        let is_part = matches!(before, Some('@' | '/' | '.' | '-')) || after.is_some_and(|c| c.is_ascii_alphanumeric());
        let name = found.as_str().split('.').next().unwrap_or_default();
        // "home.It was": a word that begins a sentence.
        let is_sentence = matches!(found.as_str().rsplit('.').next(), Some("Me" | "At" | "It" | "Is" | "Us" | "Es" | "Co" | "Test" | "Site" | "Online"));
        if PUBLIC.contains(found.as_str().trim_start_matches("www.").trim_end_matches('/')) {
            continue;
        }
        let is_number = name.len() < 4 && found.as_str().matches('.').count() == 1 && name.bytes().all(|b| b.is_ascii_digit());
        if !(is_part || is_sentence || is_number || name.len() < 2) {
            marks.push((FindingKind::UrlHandle, found.start()..found.start() + found.as_str().trim_end_matches(['.', ',', ')']).len()));
        }
    }
}

impl WebWords {
    pub fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks) {
        let [mail, handle, account, said] = &self.patterns;
        if signs.has(Cue::Mail) {
            let mail = mail.get(|| {
                let (at, dot, signs) = (self.at, self.dot, self.signs);
                let at = format!(r"(?: ?[(\[{{<] ?(?:{at}|@) ?[)\]}}>] ?|,? (?:{at}),? | ?@ ?)");
                let dot = format!(r"(?: ?[(\[{{<] ?(?:{dot}|\.) ?[)\]}}>] ?|,? (?:{dot}),? |\.)");
                format!(r"(?i)\b[a-z0-9._+\-]+(?:(?:{dot}|,? (?:{signs}),? )[\p{{L}}0-9._+\-]+)*(?: [a-z]+zehn)?{at}[a-z0-9\-]+(?:(?:,? (?:{signs}),? )[a-z0-9\-]+)*(?:{dot}[a-z]{{2,}})+")
            });
            // "at home. So": what has its full stops as a sentence has them is none.
            for found in mail.into_iter().flat_map(|p| p.find_iter(text)) {
                let is_said =
                    pattern!(r"(?i) (?:dot|punkt),? |[(\[{<] ?(?:dot|punkt|at|ät|\.|@)|@").is_some_and(|p| p.is_match(found.as_str()));
                let is_known = pattern!(
                    r"(?i)(?:gmail|hotmail|yahoo|outlook|icloud|googlemail|aol|btinternet|gmx|proton(?:mail)?|live|msn|web)\.[a-z]{2,}"
                )
                .is_some_and(|p| p.is_match(found.as_str()));
                if is_said || is_known {
                    marks.push((FindingKind::Email, found.range()));
                }
            }
        }
        if signs.has(Cue::Mail) {
            let said = said.get(|| format!(r"(?i)\b[a-z0-9]+(?:,? (?:{}),? [a-z0-9]+)+", self.underscore));
            marks.extend(said.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (FindingKind::UrlHandle, found.range())));
        }
        if signs.has(Cue::Services) {
            let handle = handle.get(|| {
                format!(
                    r"(?i)(?:^|[^a-z])((?:{})(?:,? (?:{}))*:?,? ?['\x22]?([a-z0-9_.\-]*[0-9_.][a-z0-9_.\-]{{2,}}))",
                    self.services.alternatives(),
                    self.link
                )
            });
            for found in handle.into_iter().flat_map(|p| p.captures_iter(text)) {
                let (Some(whole), Some(name)) = (found.get(1), found.get(2)) else { continue };
                let name = name.as_str().trim_end_matches(['.', ',', '-', '_']);
                let is_number = name.bytes().all(|b| b.is_ascii_digit()) && name.len() < 5;
                if name.contains(|c: char| c.is_ascii_digit() || c == '_' || c == '.') && !is_number {
                    marks.push((FindingKind::UrlHandle, whole.start()..whole.end()));
                }
            }
        }
        // "als nachteule 58", "as bluebird 58": a word and its number.
        if signs.has(Cue::Services) && signs.digits >= 2 {
            let spoken = account.get(|| format!(r"(?i)\b(?:{}|{})\b", self.services.alternatives(), self.cue));
            let numbered = pattern!(r"\b(?:als|as|heiße|bin|I'm|under|unter) ([A-Za-zäöüß]{4,} ?\d{2,4})(?-u:\b)");
            for found in numbered.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|found| found.get(1)) {
                if spoken.is_some_and(|p| p.is_match(before(text, found.start(), 60))) && !is_reference(found.as_str()) {
                    marks.push((FindingKind::UrlHandle, found.range()));
                }
            }
        }
        // A word with an underscore or with figures inside, where an account is spoken of.
        if signs.has(Cue::Services) {
            let account = account.get(|| format!(r"(?i)\b(?:{}|{})\b", self.services.alternatives(), self.cue));
            let tokens = pattern!(r"[A-Za-z0-9]+(?:[_.][A-Za-z0-9]+)+|[A-Za-z]{3,}\d{1,6}[A-Za-z0-9]*|[A-Za-z]{2,}\d[A-Za-z0-9]{3,}");
            for found in tokens.into_iter().flat_map(|p| p.find_iter(text)) {
                let behind = before(text, found.start(), 60);
                let ahead = after(text, found.end(), 16);
                let is_on = [" on ", " bei ", " auf "]
                    .iter()
                    .find_map(|on| ahead.strip_prefix(on))
                    .is_some_and(|service| account.is_some_and(|p| p.find(service).is_some_and(|found| found.start() == 0)));
                if (is_on || account.is_some_and(|p| p.is_match(behind))) && !is_reference(found.as_str()) {
                    marks.push((FindingKind::UrlHandle, found.range()));
                }
            }
        }
    }
}

/// A study's own names for its parts, and numbers: P03_2, theme_pain, 3.5.
fn is_reference(token: &str) -> bool {
    pattern!(r"(?i)^(?:[a-z]{0,2}\d+(?:[_.]\d+)*|(?:p|participant|interview|theme|code|quote|site|q|fg|int|wave|case|ward|room|page|table|figure|year|week|band|stage|type|grade|level|version|teilnehmer|seite|zimmer|stufe|gruppe)[_. ]?\d*(?:_.*)?|.*\.(?:pdf|docx?|txt|csv|xlsx?|mp3|wav|jpe?g|png)|[a-z]+\.[A-Z][a-z]*)$")
        .is_some_and(|p| p.is_match(token))
}
