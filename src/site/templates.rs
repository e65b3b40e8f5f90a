//! The templates: emic's own, each of which a study may replace by a file of the same name in `templates/`.
//!
//! A study's template may extend the one it replaces: `{% extends "emic/base.html" %}`.

use include_dir::{Dir, include_dir};
use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::diag::{Diagnostic, FileId, Place, Span, code};

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/site/front_end/templates");

/// emic's own templates have this prefix, the study's have none, so that the study's are found first.
const OWN: &str = "emic/";

pub struct Templates {
    tera: Tera,
    files: Vec<(String, FileId)>,
}

impl Templates {
    /// # Errors
    /// A diagnostic for each template of the study that cannot be used.
    pub fn new(study: &[(String, FileId, &str)]) -> Result<Templates, Vec<Diagnostic>> {
        let own = TEMPLATES.files().filter_map(|f| Some((f.path().file_name()?.to_str()?, f.contents_utf8()?)));
        let own: Vec<(String, &str)> = own.map(|(name, text)| (format!("{OWN}{name}"), text)).collect();
        let files: Vec<(String, FileId)> = study.iter().map(|(name, file, _)| (name.clone(), *file)).collect();
        // Each of the study's templates is tried apart, so that everything that is wrong is reported.
        let mut diagnostics = Vec::new();
        let mut good: Vec<(String, &str)> = Vec::new();
        for (name, file, text) in study {
            match load(own.iter().chain(std::iter::once(&(name.clone(), *text)))) {
                Ok(_) => good.push((name.clone(), text)),
                Err(error) => diagnostics.push(explain(&error, Place::Span(Span::new(*file, 0..0)), name)),
            }
        }
        if !diagnostics.is_empty() {
            return Err(diagnostics);
        }
        match load(own.iter().chain(&good)) {
            Ok(tera) => Ok(Templates { tera, files }),
            Err(error) => Err(vec![explain(&error, Place::Path("templates".into()), "templates")]),
        }
    }

    /// Sets one page or piece.
    ///
    /// # Errors
    /// Where a template of the study's asks for what there is not.
    pub fn render(&self, name: &str, values: &[(&'static str, &Value)]) -> Result<String, Diagnostic> {
        let mut context = Context::new();
        for (key, value) in values {
            context.insert_value(*key, (*value).clone());
        }
        self.tera.render(name, &context).map_err(|error| {
            let place = match self.files.iter().find(|(n, _)| n == name) {
                Some((_, file)) => Place::Span(Span::new(*file, 0..0)),
                None => Place::Path("templates".into()),
            };
            explain(&error, place, name)
        })
    }
}

/// A typed context as a template sees it.
pub fn value<T: Serialize>(of: &T) -> Value {
    Value::from_serializable(of)
}

fn load<'a>(templates: impl Iterator<Item = &'a (String, &'a str)>) -> Result<Tera, tera::Error> {
    let mut tera = Tera::new();
    tera.set_fallback_prefixes([OWN])?;
    tera.add_raw_templates(templates.map(|(name, text)| (name.as_str(), *text)))?;
    Ok(tera)
}

fn explain(error: &tera::Error, place: Place, name: &str) -> Diagnostic {
    let mut message = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        message = format!("{message}: {inner}");
        source = inner.source();
    }
    let first = message.lines().map(str::trim).find(|l| !l.is_empty()).unwrap_or_default().to_owned();
    Diagnostic::new(&code::TEMPLATE, place, format!("the template `{name}` cannot be used: {first}"))
        .help(format!("{}\ntake `templates/{name}` away to get emic's own back", message.trim()))
}
