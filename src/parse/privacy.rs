//! `privacy.yaml`: what was decided about findings of the privacy gate, one list of entries. `emic privacy` writes it.

use std::sync::Arc;

use super::decode::Reading;
use super::fields::Fields;
use super::yaml::Node;
use crate::model::decisions::{Record, Recorded};

pub fn read(reading: &Reading, root: &Node) -> Vec<Record> {
    let own = ["decided", "read", "signed", "reviewer"];
    reading.list_of(root, "the decisions", &own, "likely-name").unwrap_or_default().iter().filter_map(|n| record(reading, n)).collect()
}

fn record(reading: &Reading, node: &Node) -> Option<Record> {
    let mut f = reading.fields(node, "a decision")?;
    let (decided, read, signed) = (f.words("decided"), f.words("read"), f.words("signed"));
    let reviewer = f.required_text("reviewer");
    let date = f.required_text("date");
    let what = match (decided, read, signed) {
        (Some(rule), None, None) => decision(&mut f, rule),
        (None, Some(participant), None) => fingerprint(&mut f).map(|fingerprint| Recorded::Read { participant, fingerprint }),
        (None, None, Some(fingerprint)) => Some(Recorded::Signed { fingerprint }),
        _ => {
            f.missing("decided");
            None
        }
    };
    f.finish(&[]);
    Some(Record { what: what?, reviewer: reviewer?.value, date: date?.value, span: node.span })
}

fn decision(f: &mut Fields, rule: Arc<str>) -> Option<Recorded> {
    let reason = f.required_text("reason");
    if &*rule == "small-cells" {
        let attributes: Vec<Arc<str>> = f.texts("attributes").into_iter().map(|t| t.value).collect();
        let (below, smallest) = (f.number("below", 1), f.number("smallest", 1));
        for (name, is_there) in [("attributes", !attributes.is_empty()), ("below", below.is_some()), ("smallest", smallest.is_some())] {
            if !is_there {
                f.missing(name);
            }
        }
        return Some(Recorded::Cells { attributes, below: below?, smallest: smallest?, reason: reason?.value });
    }
    let place = f.required_text("place");
    let fingerprint = fingerprint(f);
    Some(Recorded::Text { rule, place: place?.value, fingerprint: fingerprint?, reason: reason?.value })
}

/// `fingerprint`, which emic's first versions wrote as `print`.
fn fingerprint(f: &mut Fields) -> Option<Arc<str>> {
    let name = if f.key_span("print").is_some() { "print" } else { "fingerprint" };
    Some(f.required_text(name)?.value)
}
