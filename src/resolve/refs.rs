//! What a reference in the author's text leads to.

use std::collections::HashMap;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::names::{self, Entity, Names};
use crate::diag::{Diagnostic, Span, Subject, code, words};
use crate::model::settings::{Counts, Linking};
use crate::model::{Asset, AssetIx, FigureKind, Id, PageIx, Quote, QuoteIx, Ref, Settings, SitePlace, Table, ThemeIx};
use crate::parse::{RawKind, RawRef};

/// Everything that can be referred to.
pub struct Targets<'a> {
    pub settings: &'a Settings,
    pub names: &'a Names,
    pub quotes: &'a [Quote],
    pub assets: &'a [Asset],
    /// The figures that can be embedded.
    pub figures: &'a [&'static FigureKind],
    /// Pages by slug, folded to lower case.
    pub pages: HashMap<String, PageIx>,
    /// Pages by file name in `content/`, and those in it that are broken.
    pub files: HashMap<String, PageIx>,
}

impl Targets<'_> {
    /// Resolves one reference; `from` is the Markdown file's path, whose folder relative paths start from.
    pub fn resolve(&self, raw: RawRef, from: &str, diagnostics: &mut Vec<Diagnostic>) -> Ref {
        let span = raw.span;
        match raw.kind {
            RawKind::Wiki(target) => self.wiki(&target, span, diagnostics),
            RawKind::Embed { target, words } => self.embed(&target, words, span, diagnostics),
            RawKind::Link(target) => self.link(&target, from, span, diagnostics),
            RawKind::Image(path) => self.image(&path, from, span, diagnostics),
            RawKind::By(who) => self.by(&who, span, diagnostics),
        }
    }

    fn wiki(&self, target: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Ref {
        if let Some(slug) = target.strip_prefix("page:") {
            return match self.pages.get(&slug.to_lowercase()) {
                Some(&page) => Ref::Page(page),
                None => self.broken(
                    target,
                    span,
                    format!("there is no page `{slug}`"),
                    self.pages.keys().map(String::as_str),
                    slug,
                    diagnostics,
                ),
            };
        }
        if target.starts_with('@') {
            diagnostics.push(
                Diagnostic::at(&code::NOT_YET, span, "emic does not read citations yet")
                    .help("write the reference out for now, as a footnote for example"),
            );
            return Ref::Broken(target.into());
        }
        match self.names.get(target) {
            Some(Entity::Quote(ix)) => return self.shown(ix, span, diagnostics).map_or_else(|| Ref::Broken(target.into()), Ref::Quote),
            Some(Entity::Theme(ix)) => return Ref::Theme(ix),
            _ => {}
        }
        if let Some(&page) = self.pages.get(&target.to_lowercase()) {
            return Ref::Page(page);
        }
        match self.names.get(target) {
            Some(Entity::Participant(ix)) => {
                if self.settings.privacy.linking == Linking::None {
                    diagnostics.push(
                        Diagnostic::at(&code::LINKING_NONE, span, format!("`{target}` names a participant, and `linking` is `none`"))
                            .about(Subject::participant(target))
                            .help("take the name out: under `linking: none` no participant's id may stand in any page"),
                    );
                    return Ref::Broken("".into());
                }
                return Ref::Participant(ix);
            }
            Some(Entity::Withdrawn) => {
                diagnostics.push(names::withdrawn(span, target));
                return Ref::Broken("".into());
            }
            Some(Entity::Counted) => {
                diagnostics.push(names::counted(span, target));
                return Ref::Broken("".into());
            }
            Some(Entity::Source(_)) => {
                diagnostics.push(
                    Diagnostic::at(&code::BROKEN_LINK, span, format!("`{target}` is a source, and sources have no page"))
                        .help("link a quote, a theme or a page"),
                );
                return Ref::Broken(target.into());
            }
            _ => {}
        }
        if let Some(place) = SitePlace::from_word(target) {
            return Ref::Place(place);
        }
        let near = self.names.linkable().chain(self.pages.keys().map(String::as_str)).chain(SitePlace::WORDS.iter().copied());
        self.broken(target, span, format!("`{}` is no quote, theme or page", words::shortened(target, 60)), near, target, diagnostics)
    }

    fn broken<'n>(
        &'n self,
        target: &str,
        span: Span,
        message: String,
        near: impl Iterator<Item = &'n str>,
        name: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Ref {
        if let Some(right) = self.names.other_case(name) {
            diagnostics.push(names::other_case(span, name, right));
        } else if !self.names.is_lost(name) {
            let help = words::did_you_mean(name, near, || "correct the id, or take the brackets away".to_owned());
            diagnostics.push(Diagnostic::at(&code::BROKEN_LINK, span, message).help(help));
        }
        Ref::Broken(target.into())
    }

    /// A quote that may stand on a page.
    fn shown(&self, ix: QuoteIx, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Option<QuoteIx> {
        let quote = &self.quotes[ix.at()];
        if quote.is_shown() {
            return Some(ix);
        }
        diagnostics.push(not_shown(span, &quote.id));
        None
    }

    fn embed(&self, target: &str, headline: Option<Arc<str>>, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Ref {
        let broken = Ref::Broken(target.into());
        if let Some(theme) = target.strip_prefix("count:") {
            let Some(theme) = self.theme(theme, span, diagnostics) else { return broken };
            if self.settings.counts == Counts::Off {
                diagnostics.push(self.counts_off(span, "a count"));
                return broken;
            }
            return Ref::Count(theme);
        }
        if let Some(chart) = target.strip_prefix("chart:") {
            return self.figure(chart, span, diagnostics).map_or(broken, |chart| Ref::Chart { chart, headline });
        }
        if let Some(table) = target.strip_prefix("table:") {
            return match Table::from_word(table) {
                Some(table) => Ref::Table(table),
                None => {
                    diagnostics.push(Diagnostic::at(&code::UNKNOWN_CHART, span, format!("there is no table `{table}`")).help(
                        words::did_you_mean(table, Table::WORDS.iter().copied(), || format!("there is {}", words::choices(Table::WORDS))),
                    ));
                    broken
                }
            };
        }
        match self.names.get(target) {
            Some(Entity::Quote(ix)) => return self.shown(ix, span, diagnostics).map_or(broken, Ref::Quote),
            Some(Entity::Withdrawn) => {
                diagnostics.push(names::withdrawn(span, target));
                return Ref::Broken("".into());
            }
            Some(Entity::Counted) => {
                diagnostics.push(names::counted(span, target));
                return Ref::Broken("".into());
            }
            Some(_) => {
                diagnostics.push(
                    Diagnostic::at(
                        &code::BROKEN_EMBED,
                        span,
                        format!("`{target}` is not a quote, and only quotes, counts, charts and tables can be embedded"),
                    )
                    .help(format!("write a link, `[[{target}]]`, or a count, `![[count:{target}]]`")),
                );
                return broken;
            }
            None => {}
        }
        if let Some(right) = self.names.other_case(target) {
            diagnostics.push(names::other_case(span, target, right));
        } else if !self.names.is_lost(target) {
            let near = self.quotes.iter().map(|q| q.id.as_str());
            let help = words::did_you_mean(target, near, || {
                let charts: String = self.figures.iter().map(|f| format!(", `chart:{}`", f.name)).collect();
                format!(
                    "an embed is a quote's id, `count:` and a theme{charts} or `table:participants`; an image is written `![what it shows](file.png)`"
                )
            });
            diagnostics.push(
                Diagnostic::at(&code::BROKEN_EMBED, span, format!("there is no quote `{}`", words::shortened(target, 60))).help(help),
            );
        }
        broken
    }

    pub(super) fn counts_off(&self, span: Span, what: &str) -> Diagnostic {
        let why = match self.settings.method {
            Some(method) if !self.settings.counts_chosen => {
                format!(
                    "counting is off by default for `method: {}`; write `counts: participants` into study.yaml to show counts, or take the embed out",
                    method.word()
                )
            }
            _ => "`counts: off` stands in study.yaml; write `counts: participants` there, or take the embed out".to_owned(),
        };
        Diagnostic::at(&code::COUNTS_OFF, span, format!("{what} cannot be shown while `counts` is `off`"))
            .about(Subject::Setting("counts"))
            .help(why)
    }

    pub(super) fn theme(&self, name: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Option<ThemeIx> {
        if let Some(Entity::Theme(ix)) = self.names.get(name) {
            return Some(ix);
        }
        if let Some(right) = self.names.other_case(name) {
            diagnostics.push(names::other_case(span, name, right));
        } else if !self.names.is_lost(name) {
            let help = words::did_you_mean(name, self.names.wanted(names::Want::Theme), || "themes are written in `themes/`".to_owned());
            diagnostics.push(
                Diagnostic::at(&code::UNKNOWN_THEME, span, format!("there is no theme `{}`", words::shortened(name, 60)))
                    .about(Subject::theme(name))
                    .help(help),
            );
        }
        None
    }

    fn link(&self, target: &str, from: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Ref {
        if let Some(anchor) = target.strip_prefix('#') {
            return Ref::Anchor(anchor.into());
        }
        let lower = target.to_ascii_lowercase();
        if ["https://", "http://", "mailto:", "tel:"].iter().any(|s| lower.starts_with(s)) {
            return Ref::Url(target.into());
        }
        let scheme = target.split(['/', '?', '#']).next().is_some_and(|head| head.contains(':'));
        if scheme || target.starts_with("//") || target.starts_with('/') {
            diagnostics.push(
                Diagnostic::at(&code::UNSAFE_LINK, span, format!("`{}` cannot be linked", words::shortened(target, 60))).help(
                    "a link is a web address (`https://…`), a mail address (`mailto:…`), a file of `content/` or `static/`, or `[[…]]`",
                ),
            );
            return Ref::Broken(target.into());
        }
        let (path, anchor) = target.split_once('#').map_or((target, None), |(p, a)| (p, Some(a)));
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        if decoded.ends_with(".md") {
            let name = decoded.trim_start_matches("./").trim_start_matches("content/");
            if let Some(&page) = self.files.get(name) {
                // A place inside another page is reached by its page: headings may be renamed.
                let _ = anchor;
                return Ref::Page(page);
            }
            let help = words::did_you_mean(name, self.files.keys().map(String::as_str), || {
                "pages lie in `content/`; the name is written with `.md`".to_owned()
            });
            diagnostics
                .push(Diagnostic::at(&code::BROKEN_LINK, span, format!("there is no page `{}`", words::shortened(name, 60))).help(help));
            return Ref::Broken(target.into());
        }
        match self.asset(&decoded, from) {
            Some(asset) => Ref::Asset(asset),
            None => {
                diagnostics.push(
                    Diagnostic::at(&code::BROKEN_LINK, span, format!("there is no file `{}`", words::shortened(&decoded, 60)))
                        .help("files to publish lie in `static/` or beside the Markdown in `content/`; quotes, themes and pages are linked with `[[…]]`"),
                );
                Ref::Broken(target.into())
            }
        }
    }

    fn image(&self, path: &str, from: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Ref {
        if path.contains("://") || path.starts_with("//") || path.to_ascii_lowercase().starts_with("data:") {
            diagnostics.push(
                Diagnostic::at(&code::REMOTE_IMAGE, span, "the image lies on another host")
                    .help("save it into `static/` (if its licence allows) and name the file: a site must be whole without the network"),
            );
            return Ref::Broken(path.into());
        }
        match self.asset(&percent_decode_str(path).decode_utf8_lossy(), from) {
            Some(asset) => Ref::Asset(asset),
            None => {
                let near = self.assets.iter().map(|a| &*a.path);
                let help = words::did_you_mean(path, near, || "images lie in `static/` or beside the Markdown in `content/`".to_owned());
                diagnostics.push(
                    Diagnostic::at(&code::MISSING_IMAGE, span, format!("there is no image `{}`", words::shortened(path, 60)))
                        .about(Subject::Asset(path.into()))
                        .help(help),
                );
                Ref::Broken(path.into())
            }
        }
    }

    /// A file beside the Markdown, or in `static/`.
    fn asset(&self, path: &str, from: &str) -> Option<AssetIx> {
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let clean = path.trim_start_matches("./");
        let candidates = [format!("{folder}/{clean}"), format!("static/{clean}"), clean.trim_start_matches("../").to_owned()];
        let at = candidates.iter().find_map(|c| self.assets.iter().position(|a| *a.source == **c))?;
        Some(AssetIx(at as u32))
    }

    /// Whom a quotation is ascribed to. What is nobody's id is said by the rule on quotations.
    fn by(&self, who: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Ref {
        match self.names.get(who) {
            Some(Entity::Quote(ix)) => self.shown(ix, span, diagnostics).map_or_else(|| Ref::Broken("".into()), Ref::Quote),
            Some(Entity::Participant(ix)) => Ref::Participant(ix),
            Some(Entity::Withdrawn) => {
                diagnostics.push(names::withdrawn(span, who));
                Ref::Broken("".into())
            }
            Some(Entity::Counted) => {
                diagnostics.push(names::counted(span, who));
                Ref::Broken("".into())
            }
            _ => {
                if !self.names.is_lost(who) {
                    let near = self.names.wanted(names::Want::Quote).chain(self.names.wanted(names::Want::Participant));
                    let help = words::did_you_mean(who, near, || {
                        "a quotation ends in the id of its quote, `(P03-02)`, or of who said it, `(P03, …)`; write other remarks outside the quotation".to_owned()
                    });
                    diagnostics.push(
                        Diagnostic::at(
                            &code::QUOTATION_NOBODY,
                            span,
                            format!("the quotation is ascribed to `{who}`, and there is no such quote or participant"),
                        )
                        .help(help),
                    );
                }
                Ref::Broken(who.into())
            }
        }
    }
}

pub fn not_shown(span: Span, id: &Id) -> Diagnostic {
    Diagnostic::at(&code::NOT_SHOWN, span, format!("`{id}` may not be shown: it is withheld, or agreed to for counting only"))
        .about(Subject::quote(id.as_str()))
        .help("choose another quote, or change `withheld` or `consent` if the participant agrees")
}
