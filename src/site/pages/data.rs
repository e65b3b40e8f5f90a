//! What can be taken away, and the page for what is not there.

use serde::Serialize;

use crate::export;
use crate::model::settings::DataFile;
use crate::route::Route;
use crate::site::content::PageContent;
use crate::site::page_context::PageContext;
use crate::site::shell::{crumbs, places};

#[derive(Serialize)]
struct Data {
    files: Vec<DataDownload>,
    licence: Option<String>,
    quotes_licence: Option<String>,
    quotes_offered: bool,
}

#[derive(Serialize)]
struct DataDownload {
    name: String,
    href: String,
    what: &'static str,
    rows: Option<usize>,
}

pub fn fill(context: &PageContext) -> PageContent {
    let study = context.study();
    let offered = export::files(study);
    let mut files: Vec<DataDownload> = offered
        .iter()
        .map(|f| {
            let route = Route::Csv(*f);
            DataDownload {
                name: format!("{}.csv", f.word()),
                href: context.to(&route),
                what: match f {
                    DataFile::Codebook => "Every theme with its definition, and when it was coded",
                    DataFile::Themes => "The theme tree, with participants and quotes",
                    DataFile::Quotes => "The quotes whose speakers agreed to it",
                    DataFile::Participants => "Who took part, with what may be told of them",
                },
                rows: Some(export::table(study, context.analysis(), context.links.names, *f).rows.len()),
            }
        })
        .collect();
    files.push(DataDownload {
        name: "study.json".into(),
        href: context.to(&Route::Json),
        what: "All of these in one file, for programs",
        rows: None,
    });
    let data = Data {
        files,
        licence: study.settings.licence.text.as_ref().map(ToString::to_string),
        quotes_licence: study.settings.licence.quotes.as_ref().map(ToString::to_string),
        quotes_offered: offered.contains(&DataFile::Quotes),
    };
    PageContent::new("data.html", "Data", crumbs(context, &[("Data".into(), None)]), &data).described_as("What this site holds, as files.")
}

#[derive(Serialize)]
struct NotFound {
    places: Vec<(&'static str, String)>,
}

pub fn not_found(context: &PageContext) -> PageContent {
    let places = places(context).into_iter().map(|(label, route)| (label, context.to(&route))).collect();
    PageContent::new("404.html", "There is no page here", Vec::new(), &NotFound { places })
}
