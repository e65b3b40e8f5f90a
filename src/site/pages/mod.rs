//! The pages, each a typed context and a template.

mod codebook;
mod data;
mod findings;
mod home;
pub mod matrix;
mod quotes;
mod themes;

use serde::Serialize;

use super::sheet::Sheet;
use super::shell::{self, Crumb};
use super::templates::value;
use super::{figures, participants};
use crate::diag::Diagnostic;
use crate::route::Route;

pub use matrix::groups as matrix_groups;
pub use themes::shown_quotes;

/// A page's frame and what stands in it.
pub struct Filled {
    pub template: &'static str,
    pub title: String,
    pub description: Option<String>,
    pub crumbs: Vec<Crumb>,
    pub this: tera::Value,
}

impl Filled {
    pub fn new<T: Serialize>(template: &'static str, title: impl Into<String>, crumbs: Vec<Crumb>, this: &T) -> Filled {
        Filled { template, title: title.into(), description: None, crumbs, this: value(this) }
    }

    /// With what search engines and screen readers are told of the page.
    pub fn described(mut self, description: Option<String>) -> Filled {
        self.description = description;
        self
    }

    pub fn says(self, description: impl Into<String>) -> Filled {
        self.described(Some(description.into()))
    }
}

/// A link to another page, with its title.
#[derive(Serialize)]
pub struct Step {
    pub label: String,
    pub href: String,
}

/// Previous, up and next at the foot of a page.
#[derive(Serialize, Default)]
pub struct Around {
    pub previous: Option<Step>,
    pub up: Option<Step>,
    pub next: Option<Step>,
}

/// One entry of a page's contents.
#[derive(Serialize)]
pub struct Entry {
    pub label: String,
    pub href: String,
}

/// Renders a page.
///
/// # Errors
/// Where one of the study's own templates fails.
pub fn render(sheet: &Sheet, route: &Route) -> Result<String, Diagnostic> {
    let filled = match route {
        Route::Home => home::fill(sheet)?,
        Route::Findings => findings::index(sheet),
        Route::Page(ix) => findings::page(sheet, *ix)?,
        Route::Methods => findings::methods_alone(sheet)?,
        Route::Themes => themes::index(sheet)?,
        Route::Theme(ix) => themes::theme(sheet, *ix)?,
        Route::Quotes => quotes::fill(sheet)?,
        Route::Matrix => matrix::fill(sheet),
        Route::Participants => participants::index(sheet),
        Route::Participant(ix) => participants::one(sheet, *ix)?,
        Route::Codebook => codebook::fill(sheet)?,
        Route::Figures => figures::index(sheet),
        Route::Figure(chart) => figures::page(sheet, *chart),
        Route::Data => data::fill(sheet),
        // What is no page is not rendered here.
        _ => data::not_found(sheet),
    };
    let shell = shell::shell(sheet, route, &filled.title, filled.description, filled.crumbs);
    sheet.site.templates.render(filled.template, &[("page", &value(&shell)), ("this", &filled.this)])
}
