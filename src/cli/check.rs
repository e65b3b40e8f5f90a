//! `emic check`: what a build would say, without one.

use super::console::tally;
use super::{Common, Console, End};
use crate::compile::{check_folder, render};
use crate::diag::Diagnostic;
use crate::site::Edition;

pub fn run(common: &Common, console: &Console) -> End {
    let mut checked = match check_folder(&common.study, common.key()) {
        Ok(checked) => checked,
        Err(error) => return End::failed(&error, console),
    };
    match checked.site(Edition::default()) {
        Err(diagnostics) => checked.diagnostics.extend(diagnostics),
        // What a build would publish is rendered and swept, as it would be.
        Ok(site) if !checked.diagnostics.iter().any(Diagnostic::is_error) => {
            let bar = console.progress(common, site.routes().len());
            let found = render::render(&checked, &site, &render::Nowhere, &|| bar.inc(1));
            bar.finish_and_clear();
            match found {
                Ok(found) => checked.diagnostics.extend(found),
                Err(error) => return End::failed(&error, console),
            }
        }
        Ok(_) => {}
    }
    console.diagnostics(common, &checked.sources.files, &mut checked.diagnostics);
    if !common.quiet {
        console.line(&tally(&checked.diagnostics));
        console.unchecked(common, checked.study.settings.illustrative);
    }
    if checked.refuses(common.strict) { End::Study } else { End::Done }
}
