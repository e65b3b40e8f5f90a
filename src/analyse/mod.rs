//! Counts and the matrix: pure functions of a study.
//!
//! A theme's people are the *union* over its subtree, never the sum. What a count may claim is decided once, by the
//! study's [`Basis`]; what it leads to is always the words that are shown.

pub mod cells;
mod count;
mod groups;

use crate::model::settings::{Counts, QuotesAre};
use crate::model::{ParticipantIx, Quote, QuoteIx, SourceIx, SourceKind, Stance, Study, ThemeIx};

pub use count::{Basis, Count, Evidence, Unit};
pub use groups::{Group, groups, large_groups, shown_groups};

/// Everything that is counted once and asked for often.
#[derive(Clone, Debug)]
pub struct Analysis {
    pub basis: Basis,
    themes: Vec<ThemeTally>,
    by_participant: Vec<Vec<QuoteIx>>,
    shown: u32,
}

/// Who said what under a theme and below it.
#[derive(Clone, Debug, Default)]
struct ThemeTally {
    /// Shown, each once, in study order.
    quotes: Vec<QuoteIx>,
    /// Shown and coded to the theme itself.
    own: Vec<QuoteIx>,
    /// One cell a participant who spoke, in the order of participants.
    cells: Vec<(ParticipantIx, Cell)>,
    /// Groups that spoke without identified voices.
    groups: Vec<SourceIx>,
    /// Quotes coded, shown or not, and quotes shown: people's words, without the researcher's own notes.
    coded_quotes: u32,
    shown_quotes: u32,
}

/// A participant's part in a theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Passages coded, as far as the study says: from the coding table, or else the quotes.
    pub passages: u32,
    /// Quotes shown.
    pub shown: u32,
    pub against: bool,
    pub mixed: bool,
}

impl Analysis {
    pub fn new(study: &Study) -> Analysis {
        let basis = match (&study.coding_table, study.settings.quotes_are) {
            (Some(_), _) => Basis::Table,
            (None, QuotesAre::AllCoded) => Basis::AllCoded,
            (None, QuotesAre::Selected) => Basis::Quoted,
        };
        let mut own: Vec<Vec<(QuoteIx, Stance)>> = vec![Vec::new(); study.themes.len()];
        let mut by_participant = vec![Vec::new(); study.participants.len()];
        for ix in study.quote_ixs() {
            let quote = study.quote(ix);
            for coding in &quote.codings {
                own[coding.theme.at()].push((ix, coding.stance));
            }
            if quote.is_shown() {
                quote.voices.iter().for_each(|v| by_participant[v.at()].push(ix));
            }
        }
        let table = study.coding_table.as_deref().unwrap_or_default();
        let themes = study
            .theme_ixs()
            .map(|theme| {
                let range = theme.0..study.theme(theme).end.0;
                let mut coded: Vec<(QuoteIx, Stance)> = range.clone().flat_map(|t| own[t as usize].iter().copied()).collect();
                coded.sort_by_key(|(q, _)| *q);
                let rows = table
                    .iter()
                    .skip(table.partition_point(|r| r.theme < theme))
                    .take_while(|r| range.contains(&r.theme.0))
                    .map(|r| (r.participant, r.passages));
                tally(study, basis, &own[theme.at()], &coded, rows)
            })
            .collect();
        let spoken = |q: &&Quote| q.is_shown() && !study.source(q.source).kind.is_researchers();
        let shown = study.quotes.iter().filter(spoken).count() as u32;
        Analysis { basis, themes, by_participant, shown }
    }

    /// Quotes shown under a theme and below it, each once, in study order.
    pub fn quotes(&self, theme: ThemeIx) -> &[QuoteIx] {
        &self.themes[theme.at()].quotes
    }

    /// Quotes shown and coded to the theme itself.
    pub fn own_quotes(&self, theme: ThemeIx) -> &[QuoteIx] {
        &self.themes[theme.at()].own
    }

    /// How many quotes are shown under a theme and below it: people's words. What the researcher noted stands there too, and
    /// is never counted.
    pub fn shown_under(&self, theme: ThemeIx) -> u32 {
        self.themes[theme.at()].shown_quotes
    }

    pub fn quotes_of(&self, participant: ParticipantIx) -> &[QuoteIx] {
        &self.by_participant[participant.at()]
    }

    /// Quotes shown in all, without the researcher's own notes.
    pub fn shown(&self) -> u32 {
        self.shown
    }

    /// The participants who spoke under a theme and below it, in their order.
    pub fn cells(&self, theme: ThemeIx) -> &[(ParticipantIx, Cell)] {
        &self.themes[theme.at()].cells
    }

    pub fn cell(&self, theme: ThemeIx, participant: ParticipantIx) -> Option<Cell> {
        let cells = self.cells(theme);
        cells.binary_search_by_key(&participant, |(p, _)| *p).ok().map(|at| cells[at].1)
    }

    /// Words against a theme: the quotes shown that were coded as contrary to it or to a theme below it.
    pub fn against<'s>(&'s self, study: &'s Study, theme: ThemeIx) -> impl Iterator<Item = QuoteIx> + 's {
        self.quotes(theme)
            .iter()
            .copied()
            .filter(move |q| study.quote(*q).codings.iter().any(|c| c.stance == Stance::Contrary && study.is_within(c.theme, theme)))
    }

    /// A theme's count, or `None` where nothing is counted.
    pub fn count(&self, study: &Study, theme: ThemeIx) -> Option<Count> {
        let unit = match study.settings.counts {
            Counts::Off => return None,
            Counts::Participants => Unit::Participants,
            Counts::Quotes => Unit::Quotes,
        };
        Some(self.count_in(study, theme, unit))
    }

    /// A theme's count in a unit of one's choice.
    pub fn count_in(&self, study: &Study, theme: ThemeIx, unit: Unit) -> Count {
        let tally = &self.themes[theme.at()];
        let people = |f: &dyn Fn(&Cell) -> bool| tally.cells.iter().filter(|(_, c)| f(c)).count() as u32;
        let (n, of) = match unit {
            Unit::Participants => (tally.cells.len() as u32, Some(study.participants.len() as u32)),
            Unit::Quotes => (tally.coded_quotes, None),
        };
        Count {
            n,
            of,
            unit,
            basis: self.basis,
            against: people(&|c| c.against),
            mixed: people(&|c| c.mixed && !c.against),
            groups: tally.groups.iter().filter(|s| study.source(**s).kind == SourceKind::FocusGroup).count() as u32,
            joint: tally.groups.iter().filter(|s| study.source(**s).kind == SourceKind::Joint).count() as u32,
            shown: people(&|c| c.shown > 0),
            quotes: Evidence::Theme(theme),
        }
    }
}

/// Counts one theme from its codings (own and below, in study order) and the coding table's rows for it.
fn tally(
    study: &Study,
    basis: Basis,
    own: &[(QuoteIx, Stance)],
    coded: &[(QuoteIx, Stance)],
    rows: impl Iterator<Item = (ParticipantIx, u32)>,
) -> ThemeTally {
    let mut cells: Vec<(ParticipantIx, Cell)> = Vec::new();
    for (participant, passages) in rows {
        enter(&mut cells, participant).passages += passages;
    }
    let mut tally = ThemeTally::default();
    let mut last = None;
    for &(ix, stance) in coded {
        let quote = study.quote(ix);
        let again = last == Some(ix);
        last = Some(ix);
        let shown = quote.is_shown();
        // A quote that is not shown is coded all the same; where only quotes are counted, it does not exist.
        if !shown && basis == Basis::Quoted {
            continue;
        }
        for &voice in &quote.voices {
            let cell = enter(&mut cells, voice);
            cell.against |= stance == Stance::Contrary;
            cell.mixed |= stance == Stance::Mixed;
            if !again {
                cell.shown += u32::from(shown);
                cell.passages += u32::from(basis != Basis::Table);
            }
        }
        if again {
            continue;
        }
        let source = study.source(quote.source);
        if !source.kind.is_researchers() {
            tally.coded_quotes += 1;
            tally.shown_quotes += u32::from(shown);
        }
        if quote.voices.is_empty() && source.kind.is_group() && !tally.groups.contains(&quote.source) {
            tally.groups.push(quote.source);
        }
        if shown {
            tally.quotes.push(ix);
        }
    }
    tally.own = own.iter().map(|(q, _)| *q).filter(|q| study.quote(*q).is_shown()).collect();
    cells.sort_by_key(|(p, _)| *p);
    tally.cells = cells;
    tally
}

/// The participant's cell, made if there is none. Quotes come by participant, so the last cells are looked at first.
fn enter(cells: &mut Vec<(ParticipantIx, Cell)>, participant: ParticipantIx) -> &mut Cell {
    let at = cells.iter().rposition(|(p, _)| *p == participant).unwrap_or_else(|| {
        cells.push((participant, Cell::default()));
        cells.len() - 1
    });
    &mut cells[at].1
}
