//! What can be taken away, and the page for what is not there.

use serde::Serialize;

use super::Filled;
use crate::export;
use crate::model::settings::DataFile;
use crate::route::Route;
use crate::site::sheet::Sheet;
use crate::site::shell::{crumbs, places};

#[derive(Serialize)]
struct Data {
    files: Vec<File>,
    licence: Option<String>,
    quotes_licence: Option<String>,
    quotes_offered: bool,
}

#[derive(Serialize)]
struct File {
    name: String,
    href: String,
    what: &'static str,
    rows: Option<usize>,
}

pub fn fill(sheet: &Sheet) -> Filled {
    let study = sheet.study();
    let offered = export::files(study);
    let mut files: Vec<File> = offered
        .iter()
        .map(|f| {
            let route = Route::Csv(*f);
            File {
                name: format!("{}.csv", f.word()),
                href: sheet.to(&route),
                what: match f {
                    DataFile::Codebook => "Every theme with its definition, and when it was coded",
                    DataFile::Themes => "The theme tree, with participants and quotes",
                    DataFile::Quotes => "The quotes whose speakers agreed to it",
                    DataFile::Participants => "Who took part, with what may be told of them",
                },
                rows: Some(export::table(study, sheet.analysis(), sheet.links.names, *f).rows.len()),
            }
        })
        .collect();
    files.push(File {
        name: "study.json".into(),
        href: sheet.to(&Route::Json),
        what: "All of these in one file, for programs",
        rows: None,
    });
    let data = Data {
        files,
        licence: study.settings.licence.text.as_ref().map(ToString::to_string),
        quotes_licence: study.settings.licence.quotes.as_ref().map(ToString::to_string),
        quotes_offered: offered.contains(&DataFile::Quotes),
    };
    Filled::new("data.html", "Data", crumbs(sheet, &[("Data".into(), None)]), &data).says("What this site holds, as files.")
}

#[derive(Serialize)]
struct NotFound {
    places: Vec<(&'static str, String)>,
}

pub fn not_found(sheet: &Sheet) -> Filled {
    let places = places(sheet).into_iter().map(|(label, route)| (label, sheet.to(&route))).collect();
    Filled::new("404.html", "There is no page here", Vec::new(), &NotFound { places })
}
