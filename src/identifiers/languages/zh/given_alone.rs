//! Given names without a surname: 志强, 玉芹, 我妹妹晓燕; with a title of kin behind: 建国叔, 芬姐.

use super::called;
use super::dictionary::{Speech, is_han};
use super::found::LikelyName;
use super::given::{self, Alone};
use super::kin::{self, NameCue};
use super::speech;
use super::surname;
use super::text::{ZhText, ZhWord};
use super::title;

/// Kin as they are called behind a name, in one character.
const KIN: &str = "姐哥叔婶姨嫂爷奶妈伯舅姑婆爸爹娘";

/// Adds the given names by themselves in a text.
pub(super) fn find(text: &ZhText, found: &mut Vec<LikelyName>) {
    for word in &text.words {
        let at = word.start;
        if let Some(end) = with_kin(text, at) {
            found.push(LikelyName::person(at, end));
        } else if is_named(text, at) {
            found.push(LikelyName::person(at, at + 2));
        }
        // 老公文斌: the dictionary took the end of the kin for the beginning of a word.
        let given = word.end - 1;
        if word.len() == 2 && is_behind_kin(text, given) {
            found.push(LikelyName::person(given, given + 2));
        }
    }
}

/// Whether the two characters from a place on are somebody's name, by what is before and behind them.
fn is_named(text: &ZhText, at: usize) -> bool {
    let Some(sure) = given::alone(text, at).filter(|_| !kin::is_person_word(text.slice(at, at + 2))) else { return false };
    // 金花她娘: whose kin is spoken of.
    let is_kin_of = matches!(text.at(at + 2), '他' | '她' | '那' | '这') && kin::begins_person(text, at + 3)
        || SPOKEN_OF.iter().any(|word| text.has(at + 2, word));
    if is_kin_of {
        return true;
    }
    // 其次女思琪: whose kin the dictionary did not see.
    let cue = if kin::ends_kin(text, at) { NameCue::Strong } else { kin::before(text, at) };
    // 拽着春燕: whom somebody does something to.
    let cue = if cue == NameCue::None && is_behind_verb(text, at) { NameCue::Link } else { cue };
    // 孝顺得很: how somebody or something is.
    if cue <= NameCue::Start && text.at(at + 2) == '得' {
        return false;
    }
    let is_act = speech::begins_act(text, at + 2);
    let is_said = is_act && text.word_at(at + 2).is_some_and(|word| is_han(text.at(word.start)));
    match sure {
        Alone::Sure => {
            cue >= NameCue::Link || cue == NameCue::Start && (is_act || is_adjective(text, at + 2) || given::is_listed(text, at))
        }
        Alone::Faint => cue == NameCue::Strong || cue == NameCue::Link && is_act && "跟给让和与对、叫找问".contains(text.before(at)),
        Alone::Likely => cue == NameCue::Strong || cue == NameCue::Link && is_act || cue == NameCue::Start && is_said,
    }
}

/// What is behind somebody's name and behind little else.
const SPOKEN_OF: [&str; 10] = ["那孩子", "这孩子", "那丫头", "那小子", "这丫头", "这小子", "那人", "这人", "两口子", "他们家"];

fn is_behind_verb(text: &ZhText, at: usize) -> bool {
    let end = if matches!(text.before(at), '着' | '过' | '了') { at - 1 } else { at };
    end < at && text.word_before(end).is_some_and(|word| word.speech == Speech::Verb)
}

fn is_behind_kin(text: &ZhText, at: usize) -> bool {
    text.begins_word(at + 2)
        && given::is_pair(text, at)
        && speech::begins_act(text, at + 2)
        && kin::ends_kin(text, at)
        && (at..at + 2).all(|at| given::weight(text, at) > Some(0))
}

fn is_adjective(text: &ZhText, at: usize) -> bool {
    text.word_at(at).is_some_and(|word| word.start == at && word.speech == Speech::Adjective)
}

/// Where a given name with a title of kin behind it ends.
fn with_kin(text: &ZhText, at: usize) -> Option<usize> {
    if text.begins_word(at + 2) && given::is_pair(text, at) && text.word_at(at).is_some_and(|word| is_free(text, word)) {
        if KIN.contains(text.at(at + 2)) && text.begins_word(at + 3) {
            return Some(at + 3);
        }
        return title::length_at(text, at + 2).filter(|length| text.begins_word(at + 2 + length)).map(|length| at + 2 + length);
    }
    // 虎子妈, 燕子姨, 笨笨爸: a name at home.
    let is_pet = called::is_pet(text.slice(at, at + 2))
        || text.at(at + 1) == '子' && given::weight(text, at) > Some(0) && !kin::is_person_word(text.slice(at, at + 2));
    if is_pet && text.begins_word(at) && text.begins_word(at + 2) && kin::begins_kin(text, at + 2) {
        return Some(at + 2);
    }
    if is_pet && text.begins_word(at) && KIN.contains(text.at(at + 2)) && text.begins_word(at + 3) {
        return Some(at + 3);
    }
    let titled = "姐哥叔婶姨嫂姑爷伯".contains(text.at(at + 1)) && text.begins_word(at + 2) && !kin::is_person_word(text.slice(at, at + 2));
    let one = || given::weight(text, at) == Some(given::STRONG) && surname::sureness(text.at(at)).is_none();
    (titled && one() && kin::before(text, at) >= NameCue::Start).then_some(at + 2)
}

/// Whether a word can be a given name before a title: 学生, 大学 are none.
fn is_free(text: &ZhText, word: &ZhWord) -> bool {
    if word.len() == 1 {
        return word.speech != Speech::Function && !speech::is_small_word(text.at(word.start));
    }
    if word.len() > 2 || kin::is_person_word(text.text_of(word)) {
        return false;
    }
    match word.speech {
        Speech::Person => true,
        Speech::Function => false,
        Speech::Place | Speech::Region | Speech::Proper => word.frequency < 4_000,
        Speech::Verb => word.frequency < 1_500,
        _ => word.frequency < 150,
    }
}

#[cfg(test)]
mod tests {
    use super::super::found::assert_found;
    use super::*;

    #[test]
    fn given_names_by_themselves_are_found() {
        assert_found(
            find,
            &[
                ("我跟志强说好了。", &["志强"]),
                ("我妹妹晓燕在外地。", &["晓燕"]),
                ("玉芹给填的表。", &["玉芹"]),
                ("建国叔把我轰回家。", &["建国叔"]),
                ("芬姐在那儿上班。", &["芬姐"]),
            ],
        );
    }

    #[test]
    fn ordinary_words_are_none() {
        assert_found(find, &[("大学老师来了。", &[]), ("跟平时一样。", &[]), ("我们学生都去。", &[]), ("家庭关系。", &[])]);
    }
}
