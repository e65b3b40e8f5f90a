//! The matrix: who spoke of what, as an HTML table whose cells open the words.
//!
//! Themes are rows and participants columns. Above 24 participants it is turned, and where even so there would be too many
//! cells to load, only main themes are in it. Under `linking: none` there are no participants: groups take their
//! place, and a cell says no more than that something is coded.

mod across;
mod by_group;
mod cell;
mod down;

use serde::Serialize;

use crate::model::settings::Linking;
use crate::site::content::PageContent;
use crate::site::html::Html;
use crate::site::page_context::PageContext;

#[derive(Serialize)]
struct MatrixView {
    lede: &'static str,
    table: Html,
    turned: bool,
    notes: &'static [&'static str],
}

/// The most participants that can be columns.
const MOST_COLUMNS: usize = 24;

pub fn fill(context: &PageContext) -> PageContent {
    let study = context.study();
    let unlinked = study.settings.privacy.linking == Linking::None;
    let turned = !unlinked && study.participants.len() > MOST_COLUMNS;
    let table = if unlinked {
        by_group::by_group(context)
    } else if turned {
        across::across(context)
    } else {
        down::down(context)
    };
    let notes: &[&str] = if context.is_counted() {
        &[
            "A quote with two codes is counted once in a theme’s total and once in each of its rows.",
            "Participants were chosen for variety, not at random; counts describe these interviews and do not estimate how common a view is.",
        ]
    } else {
        &[]
    };
    let lede = if unlinked {
        "Each mark says that something of a group is coded to a theme. Where nothing stands, nothing is coded. It may not have been asked."
    } else {
        "Each mark is one person’s words on one theme. Follow it to read them. Where nothing stands, nothing is coded. It may not have been asked."
    };
    PageContent::new("matrix.html", "Who spoke of what", Vec::new(), &MatrixView { lede, table, turned, notes }).described_as(lede)
}
