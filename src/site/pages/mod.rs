//! The pages, each a typed context and a template.

mod codebook;
mod data;
mod figures;
mod findings;
mod home;
mod matrix;
mod participants;
mod quotes;
mod themes;

use super::page_context::PageContext;
use super::shell::Shell;
use super::templates::value;
use crate::diag::Diagnostic;
use crate::route::Route;

/// Renders a page.
///
/// # Errors
/// Where one of the study's own templates fails.
pub fn render(context: &PageContext, route: &Route) -> Result<String, Diagnostic> {
    let content = match route {
        Route::Home => home::fill(context)?,
        Route::Findings => findings::index(context),
        Route::Page(ix) => findings::page(context, *ix)?,
        Route::Methods => findings::methods_alone(context)?,
        Route::Themes => themes::index(context)?,
        Route::Theme(ix) => themes::theme(context, *ix)?,
        Route::Quotes => quotes::fill(context)?,
        Route::Matrix => matrix::fill(context),
        Route::Participants => participants::index(context),
        Route::Participant(ix) => participants::one(context, *ix)?,
        Route::Codebook => codebook::fill(context)?,
        Route::Figures => figures::index(context),
        Route::Figure(figure) => figures::page(context, figure),
        Route::Data => data::fill(context),
        // What is no page is not rendered here.
        _ => data::not_found(context),
    };
    let shell = Shell::new(context, route, &content.title, content.description, content.crumbs);
    context.site.templates.render(content.template, &[("page", &value(&shell)), ("this", &content.this)])
}
