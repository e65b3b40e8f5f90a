//! Every route of a study's site, in a fixed order.

use super::context::Edition;
use super::{embedded, figures, groups};
use crate::export;
use crate::model::settings::Linking;
use crate::model::{AssetIx, PageKind, Study};
use crate::route::Route;
use crate::search;

pub fn routes(study: &Study, edition: Edition) -> Vec<Route> {
    let mut routes = vec![Route::Home, Route::Findings];
    let published = |kind| study.page_ixs().filter(move |p| study.page(*p).kind == kind && (edition.drafts || !study.page(*p).draft));
    routes.extend(published(PageKind::Finding).map(Route::Page));
    routes.extend(published(PageKind::Page).map(Route::Page));
    if !routes.iter().any(|r| r.path(study) == "methods.html") {
        routes.push(Route::Methods);
    }
    routes.push(Route::Themes);
    routes.extend(study.theme_ixs().map(Route::Theme));
    routes.extend([Route::Quotes, Route::Matrix, Route::Participants]);
    // Under `linking: none` the matrix has no participants; without an attribute to group by it has nothing.
    if study.settings.privacy.linking == Linking::None && groups::large_enough(study).is_none() {
        routes.retain(|r| *r != Route::Matrix);
    }
    if study.settings.privacy.linking == Linking::Pages || edition.participants {
        routes.extend(study.participant_ixs().map(Route::Participant));
    }
    routes.extend([Route::Codebook, Route::Figures]);
    for figure in figures::of_study(study) {
        routes.extend([Route::Figure(figure), Route::FigureSvg(figure), Route::FigureCsv(figure)]);
    }
    routes.extend([Route::Data, Route::NotFound]);
    routes.extend(export::files(study).into_iter().map(Route::Csv));
    routes.extend([Route::Json, Route::Catalogue]);
    if study.settings.data.quotes {
        routes.push(Route::QuoteRows);
    }
    let (fragments, words) = search::scripts(study);
    routes.extend((0..words).map(Route::QuoteWords));
    routes.extend((0..fragments).map(Route::QuoteFragments));
    // A file of the study's own in `static/` takes the place of emic's.
    let replaced = |name: &str| study.assets.iter().any(|a| &*a.path == name);
    routes.extend(embedded::NAMES.iter().filter(|n| !replaced(n)).map(|n| Route::FrontEnd(n)));
    routes.extend((0..study.assets.len() as u32).map(AssetIx).map(Route::Asset));
    routes
}
