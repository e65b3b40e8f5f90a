//! The study as it is now, kept ready while its author writes.
//!
//! Every look reads all files again, which takes milliseconds and cannot miss anything; only those whose bytes changed are
//! parsed. Everything behind that (names, counts, pages) is made anew of the parts, since it is a function of them and quick.
//! A page is rendered when it is asked for, and kept until the next change.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use super::check::{Cache, Checked, checked};
use super::preview::Shown;
use super::render;
use super::swept::Swept;
use crate::diag::{Diagnostic, Files, sort};
use crate::gate::Sweep;
use crate::load;
use crate::model::settings::Linking;
use crate::route::Route;
use crate::site::{Body, Edition, Site};

/// What the author sees that readers do not.
pub const EDITION: Edition = Edition { drafts: true, participants: true, preview: true };

/// A study that is looked at again and again.
pub struct Live {
    root: PathBuf,
    key: Option<PathBuf>,
    edition: Edition,
    cache: Cache,
    known: Files,
    prints: BTreeMap<String, blake3::Hash>,
    /// What was said of the files, in the order in which it was.
    said: Vec<(&'static str, String)>,
    now: Arc<RwLock<Arc<Now>>>,
}

/// The study at one time.
pub struct Now {
    pub checked: Checked,
    /// None where there is no study to make pages of.
    pub site: Option<Site>,
    routes: HashMap<String, Route>,
    sweep: Option<Sweep>,
    pages: Mutex<HashMap<Route, Arc<Page>>>,
    /// How far the gate is through all the pages.
    pub swept: Swept,
}

/// How far the gate is, in words, and how much it found.
pub type Gate = (Option<String>, usize);

/// A page as it was rendered.
pub struct Page {
    pub bytes: Arc<[u8]>,
    /// Of its content.
    pub tag: String,
    /// What is wrong with this page alone: something private in it, or a template that failed.
    pub said: Vec<Diagnostic>,
    /// The page with the bar put in, made when it is first shown, and what of the gate stands in it.
    pub shown: Mutex<Option<(Gate, Arc<Shown>)>>,
}

impl Live {
    /// # Errors
    /// Where the folder cannot be read as a study at all.
    pub fn new(root: PathBuf, key: Option<PathBuf>, edition: Edition) -> io::Result<Live> {
        let mut cache = Cache::default();
        let checked = checked(load::folder(&root, key.as_deref())?, &mut cache);
        let said = said(&checked);
        let now = Now::of(checked, edition);
        let prints = now.checked.sources.prints();
        let known = now.checked.sources.files.clone();
        Ok(Live { root, key, edition, cache, known, prints, said, now: Arc::new(RwLock::new(Arc::new(now))) })
    }

    /// The place where the study of the moment is found.
    pub fn now(&self) -> Arc<RwLock<Arc<Now>>> {
        Arc::clone(&self.now)
    }

    pub fn current(&self) -> Arc<Now> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads the study again; gives the names of the files that changed, none where nothing did.
    ///
    /// # Errors
    /// Where the folder cannot be read any more.
    pub fn refresh(&mut self) -> io::Result<Vec<String>> {
        let loaded = load::folder_again(&self.root, self.key.as_deref(), &self.known)?;
        let prints = loaded.0.prints();
        let mut changed: Vec<String> =
            prints.iter().filter(|(name, print)| self.prints.get(*name) != Some(print)).map(|(n, _)| n.clone()).collect();
        changed.extend(self.prints.keys().filter(|name| !prints.contains_key(*name)).cloned());
        let next = checked(loaded, &mut self.cache);
        let said = said(&next);
        // What lies outside the texts counts too: a list of private words, a link, a file that cannot be read.
        if changed.is_empty() && said == self.said && !next.secrets_differ(&self.current().checked) {
            return Ok(changed);
        }
        if changed.is_empty() {
            changed.push("private/".to_owned());
        }
        self.known = next.sources.files.clone();
        self.prints = prints;
        self.said = said;
        let next = Arc::new(Now::of(next, self.edition));
        // A whole study is let go of, which takes a while: not while pages wait for the lock.
        let before = std::mem::replace(&mut *self.now.write().unwrap_or_else(PoisonError::into_inner), next);
        drop(before);
        Ok(changed)
    }
}

fn said(checked: &Checked) -> Vec<(&'static str, String)> {
    checked.diagnostics.iter().map(|d| (d.code.name, d.message.clone())).collect()
}

impl Now {
    fn of(mut checked: Checked, edition: Edition) -> Now {
        // Without settings there is no study, only its mistakes.
        let site = if checked.has_settings {
            match checked.site(edition) {
                Ok(site) => Some(site),
                Err(said) => {
                    checked.diagnostics.extend(said);
                    None
                }
            }
        } else {
            None
        };
        sort(&mut checked.diagnostics, &checked.sources.files);
        let routes = site.iter().flat_map(|s| s.routes().iter().map(|r| (s.path(r), r.clone()))).collect();
        let sweep = Sweep::new(&checked.secrets).ok();
        // With nothing to look for there is nothing to be told of.
        let looks = sweep.as_ref().is_some_and(|sweep| !sweep.is_empty());
        let of = site.as_ref().filter(|_| looks).map_or(0, |site| site.routes().len());
        Now { checked, site, routes, sweep, pages: Mutex::default(), swept: Swept::new(of) }
    }

    /// The page at a path, rendered now or before. None where there is none.
    pub fn page(&self, path: &str) -> Option<Arc<Page>> {
        self.routes.get(path).and_then(|route| self.render(path, route))
    }

    /// A file's name as it may be printed.
    pub fn masked(&self, name: &str) -> String {
        self.sweep.as_ref().map_or_else(|| name.to_owned(), |sweep| sweep.masked_name(name))
    }

    /// What stands where nothing is found.
    pub fn not_found(&self) -> Option<Arc<Page>> {
        self.render("404.html", &Route::NotFound)
    }

    fn render(&self, path: &str, route: &Route) -> Option<Arc<Page>> {
        let pages = || self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(page) = pages().get(route) {
            return Some(Arc::clone(page));
        }
        let page = Arc::new(self.made(path, route)?);
        pages().insert(route.clone(), Arc::clone(&page));
        Some(page)
    }

    /// What the gate finds in a page, which is not kept.
    pub fn look_at(&self, route: &Route) -> Vec<Diagnostic> {
        let path = self.site.as_ref().map(|site| site.path(route)).unwrap_or_default();
        self.made(&path, route).map(|page| page.said).unwrap_or_default()
    }

    fn made(&self, path: &str, route: &Route) -> Option<Page> {
        let site = self.site.as_ref()?;
        let mut said = Vec::new();
        let bytes = match site.render(route) {
            Ok(Body::Bytes(bytes)) => bytes,
            Ok(Body::Asset(ix)) => self.checked.sources.asset(ix.at()).ok()?,
            Err(diagnostic) => {
                said.push(diagnostic);
                Vec::new()
            }
        };
        // A page that no built site has is for the author alone.
        let own = matches!(route, Route::Participant(_)) && self.checked.study.settings.privacy.linking != Linking::Pages;
        if let (Some(sweep), false) = (&self.sweep, own || matches!(route, Route::FrontEnd(_))) {
            said.extend(sweep.route(path, &bytes).iter().map(|hit| render::private(sweep, path, hit)));
        }
        Some(Page { tag: tag(&bytes), bytes: bytes.into(), said, shown: Mutex::default() })
    }

    /// The style sheet's tag.
    pub fn css(&self) -> String {
        self.page("assets/emic.css").map(|p| p.tag.clone()).unwrap_or_default()
    }
}

/// A tag that changes when the bytes do.
pub fn tag(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}
