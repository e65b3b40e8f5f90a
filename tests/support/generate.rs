//! A whole study of any size out of a seed, for tests and measurements. Nobody said any of it.
//!
//! 1. [`Size`] says how much there is; the seed decides the words.
//! 2. The themes are grown first. Only leaves are coded.
//! 3. Each participant gives one interview, which is one quote file.
//! 4. Theme files and findings come next, because they name quotes; `study.yaml` comes last.
//!
//! The same on every machine: integers only, no clock, no hash order.

use std::{collections::BTreeMap, str::FromStr};

/// How large a study is: from a small real one to more than anybody has coded by hand.
#[derive(Clone, Copy, Debug)]
pub enum Size {
    S,
    M,
    L,
}

impl Size {
    /// Participants; quotes; main themes; subthemes; themes of a third level, under each main theme's first subtheme.
    pub fn numbers(self) -> [usize; 5] {
        match self {
            Size::S => [20, 300, 6, 15, 0],
            Size::M => [200, 10_000, 20, 100, 0],
            Size::L => [1_000, 100_000, 50, 350, 3],
        }
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let size = [Size::S, Size::M, Size::L].into_iter().find(|size| format!("{size:?}") == name);
        size.ok_or(format!("there is no size `{name}`; it is S, M or L"))
    }
}

/// Every file of the study, by its path in the study's folder.
pub fn files(size: Size, seed: u64) -> BTreeMap<String, String> {
    let [participants, quotes, ..] = size.numbers();
    let (mean, width) = (quotes / participants, participants.to_string().len());
    let (themes, mut quoted) = (grow(size), Quoted::new());
    let leaves: Vec<&Theme> = themes.iter().filter(|theme| theme.leaf).collect();
    let (mut writer, mut files) = (Writer(seed), BTreeMap::new());

    let (mut people, mut sources) = (String::new(), String::new());
    for n in 1..=participants {
        let (id, minutes) = (format!("P{n:0width$}"), 30 + writer.below(60));
        let chinese = matches!(n % 20, 4 | 13);
        let relation = if n % 5 < 3 { "spouse" } else { "child" };
        let age = writer.pick(&["50-59", "40-49", "60-69", "30-39"]);
        let language = if chinese { "zh" } else { "en" };
        people += &format!("- {{ id: {id}, relation: {relation}, age: {age} }}\n");
        sources +=
            &format!("- {{ id: {id}-T1, kind: interview, participants: [{id}], order: {n}, language: {language}, minutes: {minutes} }}\n");
        // Of each two participants, one has as many quotes above the mean as the other below it.
        let more = n.div_ceil(2) * 3 % (mean / 2);
        let quotes = if n % 2 == 1 { mean + more } else { mean - more };
        let mut yaml = format!("source: {id}-T1\nquotes:\n");
        for q in 1..=quotes {
            let second = 60 * minutes * q / (quotes + 1);
            yaml += &writer.coded(&format!("{id}-{q:03}"), &leaves, &mut quoted);
            yaml += &writer.said(&id, second, chinese);
        }
        files.insert(format!("quotes/{id}.yaml"), yaml);
    }
    files.insert("quotes/participants.yaml".to_string(), people);
    files.insert("quotes/sources.yaml".to_string(), sources);

    for (branch, n) in themes.chunk_by(|_, next| next.level > 0).zip(1..) {
        let name = format!("{n:02}-{}", branch[0].id);
        files.insert(format!("themes/{name}.yaml"), writer.tree(branch, &quoted));
        files.insert(format!("content/{name}.md"), writer.finding(branch, &quoted));
    }
    files.insert("study.yaml".to_string(), study(size, &mut writer));
    files
}

fn study(size: Size, writer: &mut Writer) -> String {
    let [participants, quotes, ..] = size.numbers();
    let mut yaml = format!(
        r#"title: A generated study of {participants} interviews
summary: A program wrote these {quotes} quotes, to try emic on.
language: en
date: 2026-01-15
illustrative: true
authors: [{{ name: The study generator }}]
licence: {{ text: CC0-1.0, quotes: CC0-1.0 }}
method: codebook-ta
counts: participants
quotes_are: all-coded
attribution: "{{id}}, {{relation}}"
attributes:
  relation: {{ label: Relation to patient, publish: person, values: {{ spouse: [spouse, spouses], child: [adult child, adult children] }} }}
  age: {{ label: Age band, publish: group }}
consent: {{ default: dataset, statement: None was needed }}
privacy: {{ health: true, k: 5, linking: pages, times: true, reason: illustrative }}
data: [codebook, themes, quotes, participants]
about:
"#
    );
    for field in ABOUT.split_whitespace() {
        yaml += &format!("  {field}: Generated. {}\n", writer.any(SENTENCES));
    }
    yaml
}

/// The first quotes of every leaf, by its id.
type Quoted = BTreeMap<String, Vec<String>>;

struct Theme {
    id: String,
    level: usize,
    leaf: bool,
}

/// All themes, each before its subthemes, which are shared out as evenly as they can be.
fn grow(size: Size) -> Vec<Theme> {
    let [.., mains, subs, thirds] = size.numbers();
    let mut themes = Vec::new();
    let mut plant = |level, leaf| {
        let (round, adjective) = (themes.len() / ADJECTIVES.len(), themes.len() % ADJECTIVES.len());
        let id = format!("{}-{}", ADJECTIVES[adjective], NOUNS[(adjective + round) % NOUNS.len()]);
        themes.push(Theme { id, level, leaf });
    };
    for main in 0..mains {
        plant(0, false);
        for sub in 0..subs * (main + 1) / mains - subs * main / mains {
            let thirds = if sub == 0 { thirds } else { 0 };
            plant(1, thirds == 0);
            (0..thirds).for_each(|_| plant(2, true));
        }
    }
    themes
}

/// Writes what reads like prose and means nothing: a splitmix64 stream, spent on words.
struct Writer(u64);

impl Writer {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((u128::from(mixed ^ (mixed >> 31)) * n as u128) >> 64) as usize
    }

    /// A rank below `n`, Zipf-like: each octave (0, 1–2, 3–6 …) as likely as the next.
    fn rank(&mut self, n: usize) -> usize {
        let octave = 1 << self.below(n.ilog2() as usize + 1);
        (octave - 1 + self.below(octave)) % n
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.rank(words.len())]
    }

    /// A main theme and all below it, each in its place in the list of its parent's subthemes.
    fn tree(&mut self, branch: &[Theme], quoted: &Quoted) -> String {
        let mut yaml = String::new();
        for theme in branch {
            let [definition, include, exclude] = [0; 3].map(|_| self.any(SENTENCES));
            let (id, name) = (&theme.id, titled(&theme.id));
            let margin = "    ".repeat(theme.level);
            let item = if theme.level > 0 { "  - " } else { "" };
            yaml += &format!("{}{item}id: {id}\n", &margin[item.len()..]);
            yaml += &format!("{margin}name: {name}\n{margin}definition: _{name}._ {definition}\n");
            yaml += &format!("{margin}include: {include}\n{margin}exclude: {exclude}\n");
            let example = quoted.get(id).and_then(|quotes| quotes.first());
            yaml.extend(example.map(|quote| format!("{margin}examples: [{quote}]\n")));
            yaml.extend((!theme.leaf).then(|| format!("{margin}subthemes:\n")));
        }
        yaml
    }

    fn finding(&mut self, branch: &[Theme], quoted: &Quoted) -> String {
        let (id, title, summary) = (&branch[0].id, titled(&branch[0].id), self.any(SENTENCES));
        let [before, after] = [40, 30].map(|words| self.prose(words));
        let mut markdown = format!(
            "---\ntitle: {title}\ntheme: {id}\nsummary: {summary}\n---\n\n\
             {before} Here ![[count:{id}]] spoke of [[{id}]]. {after}\n"
        );
        for theme in &branch[1..] {
            let (id, name, prose) = (&theme.id, titled(&theme.id), self.prose(50));
            markdown += &format!("\n## {name}\n\n{prose} See [[{id}|more]].\n\n![[count:{id}]]\n");
            let quotes = quoted.get(id).into_iter().flatten();
            markdown.extend(quotes.map(|quote| format!("\n![[{quote}]]\n")));
        }
        markdown
    }

    /// A quote's id and its one to three codings, half of them by rank: themes are uneven.
    fn coded(&mut self, id: &str, leaves: &[&Theme], quoted: &mut Quoted) -> String {
        let mut codings = BTreeMap::new();
        for _ in 0..1 + self.below(3) {
            let leaf = [self.rank(leaves.len()), self.below(leaves.len())][self.below(2)];
            codings.insert(&leaves[leaf].id, self.below(100) < 5);
        }
        let mut themes = Vec::new();
        for (theme, contrary) in codings {
            if contrary {
                themes.push(format!("{{ id: {theme}, as: contrary }}"));
                continue;
            }
            themes.push(theme.clone());
            let quotes = quoted.entry(theme.clone()).or_default();
            quotes.extend((quotes.len() < 2).then(|| id.to_string()));
        }
        format!("  - id: {id}\n    themes: [{}]\n", themes.join(", "))
    }

    /// The rest of a quote: an answer of 20 to 120 words or, now and then, an exchange.
    fn said(&mut self, participant: &str, second: usize, chinese: bool) -> String {
        let mut yaml = String::new();
        if self.below(100) < 30 {
            let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
            yaml += &format!("    at: \"{hour:02}:{minute:02}:{second:02}\"\n");
        }
        if self.below(100) < 1 {
            yaml += "    turns:\n";
            for words in [10, 20] {
                yaml += &format!("      - asked: {}\n      - {participant}: {}\n", self.any(QUESTIONS), self.prose(words));
            }
            return yaml;
        }
        if self.below(100) < 15 {
            yaml += &format!("    asked: {}\n", self.any(QUESTIONS));
        }
        let words = 20 + self.below(121 - 20 - LONGEST);
        if words < 70 {
            yaml += &format!("    text: >-\n      {}\n", self.prose(words));
        } else {
            yaml += &format!("    text: |-\n      {}\n\n      {}\n", self.prose(words - 20 - LONGEST), self.prose(20));
        }
        if chinese {
            yaml += &format!("    original: {{ lang: zh, text: {} }}\n", self.chinese(words / 8));
        }
        yaml
    }

    /// Whole sentences: at least `words`, and fewer than `words + LONGEST`.
    fn prose(&mut self, words: usize) -> String {
        let mut prose = self.any(SENTENCES);
        while prose.split(' ').count() < words {
            prose += &format!(" {}", self.any(SENTENCES));
        }
        prose
    }

    /// One of the patterns, its capitals replaced by words.
    fn any(&mut self, patterns: &[&str]) -> String {
        let mut text = String::new();
        for letter in self.pick(patterns).chars() {
            match letter {
                'A' => text += self.pick(ADJECTIVES),
                'D' => text += self.pick(DETERMINERS),
                'N' => text += &self.noun(),
                'P' => text += self.pick(PRONOUNS),
                'R' => text += self.pick(PREPOSITIONS),
                'V' => text += self.pick(VERBS),
                _ => text.push(letter),
            }
        }
        titled(&text)
    }

    /// A noun, or a rarer one made of two: vocabularies have long tails.
    fn noun(&mut self) -> String {
        let rare = if self.below(20) == 0 { self.pick(NOUNS) } else { "" };
        rare.to_string() + self.pick(NOUNS)
    }

    fn chinese(&mut self, clauses: usize) -> String {
        let mut text = String::new();
        for clause in (0..clauses).rev() {
            for _ in 0..4 + self.below(7) {
                text.extend(CHARACTERS.chars().nth(self.rank(CHARACTERS.len() / 3)));
            }
            text.push(if clause % 3 == 0 { '。' } else { '，' });
        }
        text
    }
}

/// With a capital first and, as an id has them, no hyphens.
fn titled(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect::<String>().replace('-', " ")
}

/// Adjective, Determiner, Noun, Pronoun, pReposition, Verb: each capital stands for a word.
const SENTENCES: &[&str] = &[
    "P V D A N R D N.",
    "D N V D N.",
    "P V D N, and D N V D N.",
    "D A N V D N R D A N.",
    "then P V D N R D A N.",
    "D A N V D N, but P V D N R D N.",
    "when D N V D A N, P V D N R D A N.",
    "D N R D N V D A N until P V D N.",
    "honestly, P V D N because D A N V D N R D N, and after that P V D N.",
];

/// Words in the longest of them.
const LONGEST: usize = 22;

const QUESTIONS: &[&str] = &["who V D N?", "how was D A N?", "when was it D N?", "what of D N R D N?"];

const ABOUT: &str = "approach positionality sampling recruitment declined setting guide transcription translation analysis \
    participant_validation ethics data_availability funding interests limits";

// The commonest first, in all of these.
const PRONOUNS: &[&str] = &["I", "we", "he", "she", "they", "you", "it", "nobody", "everyone"];
const DETERMINERS: &[&str] =
    &["the", "my", "that", "his", "her", "our", "this", "mother's", "their", "every", "some", "another", "nobody's"];
const PREPOSITIONS: &[&str] = &[
    "in", "for", "with", "on", "at", "after", "before", "from", "about", "by", "without", "near", "behind", "under", "beside", "during",
    "through", "against",
];
const VERBS: &[&str] = &[
    "had", "wanted", "needed", "knew", "made", "took", "found", "kept", "saw", "felt", "left", "heard", "gave", "lost", "held", "brought",
    "called", "feared", "trusted", "carried", "watched", "missed", "counted", "followed", "shared", "accepted", "refused", "learned",
    "managed", "noticed", "changed", "chose", "closed", "opened", "moved", "planned", "promised", "repaired", "covered", "crossed",
];
const ADJECTIVES: &[&str] = &[
    "good", "little", "long", "bad", "quiet", "old", "hard", "new", "whole", "small", "strong", "heavy", "early", "late", "careful",
    "open", "slow", "tired", "honest", "warm", "empty", "familiar", "gentle", "steady", "strange", "patient", "plain", "cold", "bright",
    "deep", "dry", "fair", "final", "firm", "free", "full", "grey", "hidden", "kind", "last", "lasting", "light", "lonely", "loud",
    "loose", "narrow", "odd", "ordinary", "private", "proud", "rare", "ready", "rough", "second", "secret", "sharp", "short", "silent",
];
const NOUNS: &[&str] = &[
    "time", "day", "pain", "night", "doctor", "thing", "family", "pump", "house", "work", "nurse", "morning", "hand", "hospital", "week",
    "table", "question", "room", "sleep", "answer", "life", "bed", "word", "kitchen", "hope", "fear", "illness", "surgery", "choice",
    "door", "evening", "daughter", "son", "phone", "month", "decision", "food", "letter", "year", "window", "body", "medicine", "visit",
    "money", "voice", "garden", "road", "chair", "trust", "worry", "meal", "winter", "summer", "walk", "rest", "habit", "plan", "ward",
    "side", "story", "friend", "sister", "brother", "promise", "silence", "number", "list", "price", "change", "reason", "wound", "needle",
    "dose", "fever", "breath", "back", "knee", "shoulder", "skin", "heart", "weight", "bread", "soup", "rice", "tea", "water", "coat",
    "shoe", "key", "lamp", "clock", "stair", "floor", "wall", "roof", "corner", "street", "market", "bus", "train", "bridge", "river",
    "hill", "field", "tree", "rain", "wind", "snow", "shadow", "colour", "sound", "song", "picture", "book", "paper", "pen", "page",
    "line", "map", "box", "bag", "cup", "bowl", "spoon", "pillow", "blanket", "curtain", "mirror", "towel", "basin", "bell", "ticket",
];
const CHARACTERS: &str = "\
    的我是了不他在有她就这也人说家都好来看去到想要会能没医生痛天晚上病院心里吃饭睡药手老孩子回给做多少时候知道问话怕走路门床水茶花钱工年\
    月早今明昨身体头眼声音轻重慢快冷热新旧长短大高低前后左右东西南北春夏秋冬风雨雪山河树房间桌椅灯书信笔字图车站街店菜米面汤盐糖衣服鞋被\
    枕洗开关坐听写读学教等找送带拿放打收见谢请让帮忙累急安静笑哭记忘爱喜欢苦甜酸香疼痒伤针管泵次种件条张本半全每些几两三四五六七八九十百";
