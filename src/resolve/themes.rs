//! The theme tree, laid flat in code-book order and numbered by position.

use std::sync::Arc;

use super::names::{Entity, Names};
use crate::diag::{Diagnostic, Spanned};
use crate::model::{Theme, ThemeIx};
use crate::parse::RawTheme;

/// A theme with what is resolved once quotes and pages are known.
pub struct Pending<'a> {
    pub theme: ThemeIx,
    pub raw: &'a RawTheme,
}

/// Enters every theme; their texts and examples are pending.
pub fn themes<'a>(raw: &[&'a RawTheme], names: &mut Names, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Theme>, Vec<Pending<'a>>) {
    let mut tree = Tree { themes: Vec::new(), pending: Vec::new(), names, diagnostics };
    for (at, theme) in raw.iter().enumerate() {
        tree.enter(theme, None, &format!("{}", at + 1), (at % 12) as u8 + 1);
    }
    let Tree { themes, pending, .. } = tree;
    (themes, pending)
}

struct Tree<'a, 'n> {
    themes: Vec<Theme>,
    pending: Vec<Pending<'a>>,
    names: &'n mut Names,
    diagnostics: &'n mut Vec<Diagnostic>,
}

impl<'a> Tree<'a, '_> {
    fn enter(&mut self, raw: &'a RawTheme, parent: Option<ThemeIx>, number: &str, ink: u8) {
        let ix = ThemeIx(self.themes.len() as u32);
        let is_new = self.names.enter(&raw.id, Entity::Theme(ix), self.diagnostics);
        if !is_new {
            return;
        }
        let mut aliases = Vec::new();
        for alias in &raw.aliases {
            if self.names.enter(alias, Entity::Theme(ix), self.diagnostics) {
                aliases.push(alias.value.clone());
            }
        }
        let depth = parent.map_or(0, |p| self.themes[p.at()].depth + 1);
        if let Some(parent) = parent {
            self.themes[parent.at()].children.push(ix);
        }
        self.themes.push(Theme {
            id: raw.id.value.clone(),
            number: number.into(),
            name: raw.name.as_ref().map_or_else(|| Arc::from(raw.id.value.as_str()), |Spanned { value, .. }| Arc::clone(value)),
            parent,
            children: Vec::new(),
            end: ix,
            depth,
            ink,
            definition: Vec::new(),
            full: Vec::new(),
            include: Vec::new(),
            exclude: Vec::new(),
            examples: Vec::new(),
            origin: raw.origin.clone(),
            asked: raw.asked,
            contrary: raw.contrary.clone(),
            history: raw.history.clone(),
            aliases,
        });
        self.pending.push(Pending { theme: ix, raw });
        for (at, child) in raw.subthemes.iter().enumerate() {
            self.enter(child, Some(ix), &format!("{number}.{}", at + 1), ink);
        }
        self.themes[ix.at()].end = ThemeIx(self.themes.len() as u32);
    }
}
