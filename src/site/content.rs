//! What every kind of page gives to be set: its template, title and context, and the links around it.

use serde::Serialize;

use super::shell::Crumb;
use super::templates::value;

/// A page's title and what goes into its template.
pub struct PageContent {
    pub template: &'static str,
    pub title: String,
    pub description: Option<String>,
    pub crumbs: Vec<Crumb>,
    pub this: tera::Value,
}

impl PageContent {
    pub fn new<T: Serialize>(template: &'static str, title: impl Into<String>, crumbs: Vec<Crumb>, this: &T) -> PageContent {
        PageContent { template, title: title.into(), description: None, crumbs, this: value(this) }
    }

    /// With what search engines and screen readers are given as the page's description.
    pub fn described(mut self, description: Option<String>) -> PageContent {
        self.description = description;
        self
    }

    pub fn described_as(self, description: impl Into<String>) -> PageContent {
        self.described(Some(description.into()))
    }
}

/// A link to another page, with its title.
#[derive(Serialize)]
pub struct PageLink {
    pub label: String,
    pub href: String,
}

/// Previous, up and next at the foot of a page.
#[derive(Serialize, Default)]
pub struct PageLinks {
    pub previous: Option<PageLink>,
    pub up: Option<PageLink>,
    pub next: Option<PageLink>,
}

/// One entry of a page's contents.
#[derive(Serialize)]
pub struct ContentsEntry {
    pub label: String,
    pub href: String,
}
