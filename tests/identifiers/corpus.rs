//! Reading a corpus, and measuring findings against it.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use emic::identifiers::{FindingKind, scan};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Sentence {
    pub id: String,
    text: String,
    planted: Vec<Span>,
    hard_negatives: Vec<Span>,
}

/// In Unicode scalar values.
#[derive(Deserialize)]
struct Span {
    start: usize,
    end: usize,
    /// Of what is planted.
    #[serde(rename = "type", default)]
    kind: String,
    text: String,
}

pub fn read(line: &str) -> Sentence {
    serde_json::from_str(line).unwrap()
}

impl Sentence {
    /// Whether each span holds its text.
    pub fn is_consistent(&self) -> bool {
        let chars: Vec<char> = self.text.chars().collect();
        let is = |span: &Span| chars.get(span.start..span.end).is_some_and(|chars| chars.iter().collect::<String>() == span.text);
        self.planted.iter().chain(&self.hard_negatives).all(is)
    }
}

/// A finding, in Unicode scalar values, with its tag.
type Found = (Range<usize>, &'static str);

/// What the rules find in a text. A month with its year is a matter of who says it, which a sentence alone does not tell.
fn found(text: &str) -> Vec<Found> {
    let scalar = |at: usize| text[..at].chars().count();
    let findings = scan(text).into_iter().filter(|finding| finding.kind != FindingKind::MonthYear);
    findings.map(|finding| (scalar(finding.range.start)..scalar(finding.range.end), finding.kind.tag())).collect()
}

#[derive(Default)]
struct Count {
    planted: usize,
    caught: usize,
    findings: usize,
    right: usize,
}

/// Counts by kind; `ALL` is their sum.
pub struct Measure {
    kinds: BTreeMap<String, Count>,
    negatives: usize,
    hit: usize,
}

impl Measure {
    pub fn new(sentences: &[Sentence]) -> Measure {
        Measure::with(sentences, found)
    }

    pub fn with(sentences: &[Sentence], found: impl Fn(&str) -> Vec<Found>) -> Measure {
        let mut measure = Measure { kinds: BTreeMap::new(), negatives: 0, hit: 0 };
        for sentence in sentences {
            measure.add(sentence, &found(&sentence.text));
        }
        measure
    }

    fn add(&mut self, sentence: &Sentence, findings: &[Found]) {
        let meets = |found: &Range<usize>, span: &Span| found.start < span.end && span.start < found.end;
        let is_planted = |found: &Range<usize>| sentence.planted.iter().any(|span| meets(found, span));
        for span in &sentence.planted {
            let covered = (span.start..span.end).filter(|at| findings.iter().any(|(found, _)| found.contains(at))).count();
            for kind in [span.kind.as_str(), "ALL"] {
                let count = self.kinds.entry(kind.to_owned()).or_default();
                count.planted += 1;
                count.caught += usize::from(covered * 2 >= span.end - span.start);
            }
        }
        for (found, tag) in findings {
            for kind in [tag, "ALL"] {
                let count = self.kinds.entry(kind.to_owned()).or_default();
                count.findings += 1;
                count.right += usize::from(is_planted(found));
            }
        }
        let is_hit = |span: &&Span| findings.iter().any(|(found, _)| meets(found, span) && !is_planted(found));
        self.negatives += sentence.hard_negatives.len();
        self.hit += sentence.hard_negatives.iter().filter(is_hit).count();
    }

    /// Recall and precision of a kind; 1 where there is nothing to find or nothing was found.
    pub fn of(&self, kind: &str) -> (f64, f64) {
        let share = |part: usize, whole: usize| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
        self.kinds.get(kind).map_or((1.0, 1.0), |count| (share(count.caught, count.planted), share(count.right, count.findings)))
    }

    pub fn negatives_hit(&self) -> f64 {
        self.hit as f64 / self.negatives.max(1) as f64
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{} of {} negatives hit ({:.3})", self.hit, self.negatives, self.negatives_hit())?;
        for (kind, count) in &self.kinds {
            let (recall, precision) = self.of(kind);
            writeln!(
                f,
                "  {kind:<13} recall {:>4} of {:>4} {recall:.3}   precision {:>4} of {:>4} {precision:.3}",
                count.caught, count.planted, count.right, count.findings
            )?;
        }
        Ok(())
    }
}
