//! Fingerprints of what is published: whoever has read or signed it is told when it is no longer what it was.
//!
//! The canonical form is a list of records, each of which is its fields, as UTF-8, each after its length in bytes (eight bytes,
//! little-endian). It holds what the study's author wrote and nothing of emic's: neither its version nor its own words or templates
//! change a fingerprint.

use super::{File, Owner, Published, Text, texts_of_quote};
use crate::model::{AssetIx, ParticipantIx, QuoteIx, Study, naming};

/// The number of this canonical form, in front of each fingerprint. What has another number, or none, was made of an older form.
const FORM: &str = "2";

/// How many hexadecimal digits are kept.
const DIGITS: usize = 32;

/// Whether a recorded fingerprint was made of this canonical form, so that it can be compared.
pub fn is_of_this_form(fingerprint: &str) -> bool {
    fingerprint.split_once('-').is_some_and(|(form, _)| form == FORM)
}

impl Published<'_> {
    /// A fingerprint of everything that is published: texts, the files that are copied, the study's own templates.
    ///
    /// `asset` gives the hash of an asset's bytes.
    pub fn fingerprint(&self, asset: impl Fn(AssetIx) -> blake3::Hash) -> String {
        let mut form = Form::default();
        self.texts.iter().for_each(|text| form.text(self.study, text));
        for file in &self.files {
            match file {
                File::Asset(ix) => form.record(&["asset", &self.study.asset(*ix).path, asset(*ix).to_hex().as_str()]),
                File::Template { name, text } => form.record(&["template", name, text]),
            }
        }
        form.finish()
    }

    /// A fingerprint of everything that a reader learns about one participant: what they said, what is reported of them, and the
    /// researchers' own texts that name them or one of their `quotes`.
    pub fn fingerprint_of(&self, ix: ParticipantIx, quotes: &[QuoteIx]) -> String {
        let study = self.study;
        let mut form = Form::default();
        for text in self.texts.iter().filter(|text| matches!(text.owner, Owner::Participant(_) | Owner::Source(_))) {
            if text.about(study).contains(&ix) {
                form.text(study, text);
            }
        }
        for quote in quotes {
            texts_of_quote(study, *quote, &mut |text| form.text(study, &text));
        }
        // What a declared value is called stands in the settings.
        for (at, value) in study.participant(ix).attributes.iter().enumerate() {
            let value = naming::attribute(study, value.as_ref(), at);
            form.record(&["attribute", &study.settings.attributes[at].key, &value]);
        }
        for (owner, words) in self.naming(&self.ids_of(ix, quotes)) {
            form.record(&["naming", &owner, words]);
        }
        form.finish()
    }

    /// The ids by which a text names a participant: their own, and those of their quotes.
    pub fn ids_of(&self, ix: ParticipantIx, quotes: &[QuoteIx]) -> Vec<&str> {
        quotes.iter().map(|q| self.study.quote(*q).id.as_str()).chain([self.study.participant(ix).id.as_str()]).collect()
    }
}

/// The canonical form as it is hashed.
#[derive(Default)]
struct Form(blake3::Hasher);

impl Form {
    fn text(&mut self, study: &Study, text: &Text) {
        self.record(&["text", text.field.word(), &text.owner_name(study), text.language.unwrap_or_default(), &text.words]);
        // Who speaks: a quote that changes hands is another.
        if let Owner::Quote(ix) = text.owner {
            let voices: Vec<&str> = study.quote(ix).voices.iter().map(|v| study.participant(*v).id.as_str()).collect();
            self.record(&[&["voices"], &voices[..]].concat());
        }
    }

    fn record(&mut self, fields: &[&str]) {
        self.0.update(&(fields.len() as u64).to_le_bytes());
        for field in fields {
            self.0.update(&(field.len() as u64).to_le_bytes()).update(field.as_bytes());
        }
    }

    fn finish(self) -> String {
        format!("{FORM}-{}", &self.0.finalize().to_hex()[..DIGITS])
    }
}
