//! The one namespace of participants, sources, themes and quotes.

use std::collections::{HashMap, HashSet};

use crate::diag::{Code, Diagnostic, Span, Spanned, Subject, code, words};
use crate::model::{Id, ParticipantIx, QuoteIx, SourceIx, ThemeIx};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entity {
    Participant(ParticipantIx),
    Source(SourceIx),
    Theme(ThemeIx),
    Quote(QuoteIx),
    /// A participant who withdrew, or what only they said. It is known so that a reference to it can be told from a slip.
    Withdrawn,
    /// A participant who agreed to be counted only, or what only they said. Nothing of them stands where it could be told apart.
    Counted,
}

/// What a name was asked to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    Participant,
    Source,
    Theme,
    Quote,
}

impl Want {
    fn is(self, entity: Entity) -> bool {
        matches!(
            (self, entity),
            (Want::Participant, Entity::Participant(_))
                | (Want::Source, Entity::Source(_))
                | (Want::Theme, Entity::Theme(_))
                | (Want::Quote, Entity::Quote(_))
        )
    }

    fn word(self) -> &'static str {
        match self {
            Want::Participant => "participant",
            Want::Source => "source",
            Want::Theme => "theme",
            Want::Quote => "quote",
        }
    }

    fn code(self) -> &'static Code {
        match self {
            Want::Participant => &code::UNKNOWN_PARTICIPANT,
            Want::Source => &code::UNKNOWN_SOURCE,
            Want::Theme => &code::UNKNOWN_THEME,
            Want::Quote => &code::UNKNOWN_QUOTE,
        }
    }

    fn subject(self, name: &str) -> Subject {
        match self {
            Want::Participant => Subject::participant(name),
            Want::Source => Subject::Source(name.into()),
            Want::Theme => Subject::theme(name),
            Want::Quote => Subject::quote(name),
        }
    }

    fn where_from(self) -> &'static str {
        match self {
            Want::Participant => "participants are listed in `quotes/participants.yaml`",
            Want::Source => "sources are listed in `quotes/sources.yaml`",
            Want::Theme => "themes are written in `themes/`",
            Want::Quote => "quotes are written in `quotes/`",
        }
    }
}

impl Entity {
    fn word(self) -> &'static str {
        match self {
            Entity::Participant(_) => "a participant",
            Entity::Source(_) => "a source",
            Entity::Theme(_) => "a theme",
            Entity::Quote(_) => "a quote",
            Entity::Withdrawn => "withdrawn",
            Entity::Counted => "agreed to for counting only",
        }
    }

    /// What has this name; of those who are not told apart it is not known what they are.
    fn subject(self, name: &str) -> Option<Subject> {
        match self {
            Entity::Participant(_) => Some(Subject::participant(name)),
            Entity::Source(_) => Some(Subject::Source(name.into())),
            Entity::Theme(_) => Some(Subject::theme(name)),
            Entity::Quote(_) => Some(Subject::quote(name)),
            Entity::Withdrawn | Entity::Counted => None,
        }
    }
}

struct Entry {
    id: Id,
    span: Span,
    entity: Entity,
}

#[derive(Default)]
pub struct Names {
    by_folded: HashMap<String, Entry>,
    /// Ids in files that could not be read whole: nothing is said of what refers to them.
    lost: HashSet<String>,
}

impl Names {
    pub fn lose(&mut self, ids: &[String]) {
        self.lost.extend(ids.iter().cloned());
    }

    /// Whether a name stands in a file that could not be read whole.
    pub fn is_lost(&self, name: &str) -> bool {
        self.lost.contains(&name.to_ascii_lowercase())
    }

    /// Gives a name to something; says where it was first given if it is taken.
    pub fn enter(&mut self, id: &Spanned<Id>, entity: Entity, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let folded = id.value.folded();
        if let Some(first) = self.by_folded.get(&folded) {
            let same = first.id == id.value;
            let message = if same {
                format!("`{}` is already the id of {}", id.value, first.entity.word())
            } else {
                format!("`{}` and `{}` differ only in capitals", id.value, first.id)
            };
            diagnostics.push(
                Diagnostic::at(&code::DUPLICATE_ID, id.span, message)
                    .about(entity.subject(id.value.as_str()))
                    .also(first.span, "first given here")
                    .help("ids are unique among participants, sources, themes and quotes together; rename one of the two"),
            );
            return false;
        }
        self.by_folded.insert(folded, Entry { id: id.value.clone(), span: id.span, entity });
        true
    }

    pub fn get(&self, name: &str) -> Option<Entity> {
        self.by_folded.get(&name.to_ascii_lowercase()).filter(|e| e.id.as_str() == name).map(|e| e.entity)
    }

    /// The id as it was given, where the name is written in other capitals.
    pub fn other_case(&self, name: &str) -> Option<&Id> {
        self.by_folded.get(&name.to_ascii_lowercase()).map(|e| &e.id).filter(|id| id.as_str() != name)
    }

    /// Looks a reference up, or says what is wrong with it.
    pub fn find(&self, id: &Spanned<Id>, want: Want, diagnostics: &mut Vec<Diagnostic>) -> Option<Entity> {
        let name = id.value.as_str();
        match self.get(name) {
            Some(entity) if want.is(entity) => return Some(entity),
            Some(Entity::Withdrawn) => {
                diagnostics.push(withdrawn(id.span, name));
                return None;
            }
            Some(Entity::Counted) => {
                diagnostics.push(counted(id.span, name));
                return None;
            }
            Some(entity) => {
                diagnostics.push(
                    Diagnostic::at(want.code(), id.span, format!("`{name}` is {}, not a {}", entity.word(), want.word()))
                        .about(want.subject(name))
                        .help(want.where_from()),
                );
                return None;
            }
            None => {}
        }
        if let Some(right) = self.other_case(name) {
            diagnostics.push(other_case(id.span, name, right));
        } else if !self.is_lost(name) {
            let help = words::did_you_mean(name, self.wanted(want), || want.where_from().to_owned());
            diagnostics.push(
                Diagnostic::at(want.code(), id.span, format!("there is no {} `{name}`", want.word())).about(want.subject(name)).help(help),
            );
        }
        None
    }

    /// All names of one kind, for suggestions.
    pub fn wanted(&self, want: Want) -> impl Iterator<Item = &str> {
        self.by_folded.values().filter(move |e| want.is(e.entity)).map(|e| e.id.as_str())
    }

    /// All names a link may lead to.
    pub fn linkable(&self) -> impl Iterator<Item = &str> {
        self.by_folded
            .values()
            .filter(|e| !matches!(e.entity, Entity::Source(_) | Entity::Withdrawn | Entity::Counted))
            .map(|e| e.id.as_str())
    }
}

pub fn withdrawn(span: Span, name: &str) -> Diagnostic {
    Diagnostic::at(
        &code::WITHDRAWN,
        span,
        format!("`{name}` belongs to a participant who withdrew, or did not agree to anything being told"),
    )
    .help("take it out: nothing of it is published")
}

pub fn counted(span: Span, name: &str) -> Diagnostic {
    Diagnostic::at(&code::NOT_SHOWN, span, format!("`{name}` may not be shown: it was agreed to for counting only"))
        .help("choose somebody else’s words, or change `consent` if the participant agrees")
}

pub fn other_case(span: Span, name: &str, right: &Id) -> Diagnostic {
    Diagnostic::at(&code::OTHER_CASE, span, format!("`{name}` is written `{right}` where it was given")).help(format!("write `{right}`"))
}
