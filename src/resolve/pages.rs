//! Pages: their addresses, titles and texts.

use std::collections::HashMap;
use std::sync::Arc;

use super::names::{Names, Want};
use super::refs::Targets;
use crate::diag::{Diagnostic, FileId, Files, Place, Subject, code, words};
use crate::model::document::{Block, Document};
use crate::model::{Page, PageIx, PageKind, Ref};
use crate::parse::RawPage;

/// A page with its address.
pub struct Addressed<'a> {
    pub file: FileId,
    pub slug: Arc<str>,
    pub raw: &'a RawPage,
}

/// Gives every page its address; those that can have none are left out with a word.
pub fn address<'a>(raw: &[(FileId, &'a RawPage)], files: &Files, diagnostics: &mut Vec<Diagnostic>) -> Vec<Addressed<'a>> {
    let mut taken: HashMap<String, FileId> = HashMap::new();
    let mut pages = Vec::new();
    for &(file, raw) in raw {
        let name = files.name(file);
        let slug = match slug(name) {
            Ok(slug) => slug,
            Err(why) => {
                diagnostics.push(
                    Diagnostic::new(
                        &code::BAD_FILE_NAME,
                        Place::Path(name.to_owned()),
                        format!("the name of the file cannot be an address: {why}"),
                    )
                    .help("a page's file is named like `02-night-care.md`: letters of any script, digits, `.`, `_` and `-`"),
                );
                continue;
            }
        };
        if let Some(first) = taken.insert(slug.to_lowercase(), file) {
            diagnostics.push(
                Diagnostic::new(
                    &code::DUPLICATE_PAGE,
                    Place::Path(name.to_owned()),
                    format!("`{}` has the same address, `{slug}`", files.name(first)),
                )
                .about(Subject::page(&slug))
                .help("a page's address is its file's name without the leading number; rename one of the two"),
            );
            continue;
        }
        pages.push(Addressed { file, slug: slug.into(), raw });
    }
    pages
}

/// `content/02-night-care.md` → `night-care`.
fn slug(path: &str) -> Result<String, String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.strip_suffix(".md").unwrap_or(name);
    let digits = stem.bytes().take_while(u8::is_ascii_digit).count();
    let bare = match stem[digits..].chars().next() {
        Some('-' | '_' | '.' | ' ') if digits > 0 => &stem[digits + 1..],
        _ => stem,
    };
    let slug = bare.trim().replace(' ', "-");
    if slug.is_empty() {
        return Err("nothing is left of it without its number".to_owned());
    }
    if let Some(c) = slug.chars().find(|c| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '-'))) {
        return Err(format!("`{c}` is in it"));
    }
    if !slug.starts_with(char::is_alphanumeric) {
        return Err("it does not begin with a letter or a digit".to_owned());
    }
    if slug.chars().count() > 100 {
        return Err("it is longer than 100 characters".to_owned());
    }
    if slug.is_ascii() && crate::model::Id::new(&slug) == Err(crate::model::BadId::Reserved) {
        return Err("this name is taken, by emic or by an operating system".to_owned());
    }
    Ok(slug)
}

/// The pages with every reference resolved.
pub fn pages(addressed: Vec<Addressed>, files: &Files, targets: &Targets, names: &Names, diagnostics: &mut Vec<Diagnostic>) -> Vec<Page> {
    addressed
        .into_iter()
        .map(|page| {
            let raw = page.raw;
            let is_methods = &*page.slug == "methods";
            let kind = raw.kind.unwrap_or(if is_methods { PageKind::Page } else { PageKind::Finding });
            let theme = raw.theme.as_ref().and_then(|id| match names.find(id, Want::Theme, diagnostics) {
                Some(super::names::Entity::Theme(ix)) => Some(ix),
                _ => None,
            });
            let from = files.name(page.file);
            let document = raw.document.clone().map(&mut |r| targets.resolve(r, from, diagnostics));
            anchors(&raw.document, &document, diagnostics);
            Page {
                title: raw.title.clone().unwrap_or_else(|| title_of(&page.slug)),
                slug: page.slug,
                kind,
                summary: raw.summary.clone(),
                theme,
                draft: raw.draft,
                document,
                span: raw.span,
            }
        })
        .collect()
}

/// A title from an address, where none was written.
fn title_of(slug: &str) -> Arc<str> {
    let spaced = slug.replace(['-', '_'], " ");
    let mut chars = spaced.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect::<String>().into(),
        None => spaced.into(),
    }
}

/// `[…](#heading)` must lead to a heading of the page.
fn anchors(raw: &Document<crate::parse::RawRef>, document: &Document<Ref>, diagnostics: &mut Vec<Diagnostic>) {
    let slugs: Vec<&str> = document
        .blocks
        .iter()
        .filter_map(|b| match b {
            Block::Heading { slug, .. } => Some(&**slug),
            _ => None,
        })
        .collect();
    let mut spans = Vec::new();
    raw.each_ref(&mut |r| spans.push(r.span));
    let mut at = 0;
    document.each_ref(&mut |r| {
        if let Ref::Anchor(anchor) = r
            && !slugs.contains(&&**anchor)
        {
            let help = words::did_you_mean(anchor, slugs.iter().copied(), || {
                "a heading's address is its words in lower case, joined by `-`".to_owned()
            });
            diagnostics.push(Diagnostic::at(&code::BROKEN_LINK, spans[at], format!("this page has no heading `#{anchor}`")).help(help));
        }
        at += 1;
    });
}

/// Pages by slug and by file, for links between them.
pub fn index(addressed: &[Addressed], files: &Files) -> (HashMap<String, PageIx>, HashMap<String, PageIx>) {
    let by_slug = addressed.iter().enumerate().map(|(i, p)| (p.slug.to_lowercase(), PageIx(i as u32))).collect();
    let by_file = addressed
        .iter()
        .enumerate()
        .map(|(i, p)| (files.name(p.file).trim_start_matches("content/").to_owned(), PageIx(i as u32)))
        .collect();
    (by_slug, by_file)
}
