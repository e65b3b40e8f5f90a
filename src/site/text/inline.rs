//! Inline text: words, emphasis, links, counts, notes.

use super::writer::Writer;
use crate::diag::Diagnostic;
use crate::model::Ref;
use crate::model::document::Inline;
use crate::site::counts::{self, CountForm};
use crate::site::html::{escape_into, escaped, put};

impl Writer<'_> {
    pub(super) fn inlines(&mut self, inlines: &[Inline<Ref>]) -> Result<(), Diagnostic> {
        for inline in inlines {
            match inline {
                Inline::Text(text) => escape_into(&mut self.own, text),
                Inline::Emphasis(c) => self.wrapped("em", c)?,
                Inline::Strong(c) => self.wrapped("strong", c)?,
                Inline::Strikethrough(c) => self.wrapped("s", c)?,
                Inline::Code(text) => put(&mut self.own, format_args!("<code>{}</code>", escaped(text))),
                Inline::Maths(maths) => self.own.push_str(&maths.mathml),
                Inline::SoftBreak => self.own.push('\n'),
                Inline::HardBreak => self.own.push_str("<br>"),
                Inline::Link { to, content } => {
                    let text = if content.is_empty() { escaped(&self.context.name_of(to)) } else { self.apart(content)? };
                    match to {
                        Ref::Broken(_) => put(&mut self.own, format_args!("<span class=\"broken\">{text}</span>")),
                        Ref::Url(url) => {
                            put(
                                &mut self.own,
                                format_args!("<a href=\"{}\" rel=\"noopener noreferrer external\">{text}</a>", escaped(url)),
                            );
                        }
                        _ => self.link(self.context.href(to), &text),
                    }
                }
                Inline::Image { of, alt, .. } => self.image(of, alt),
                Inline::Embed(Ref::Count(theme)) => {
                    if let Some(count) = self.context.count(*theme) {
                        self.own.push_str(&counts::link(&self.context.links, &count, CountForm::Phrase, "count").0);
                    }
                }
                Inline::Embed(other) => {
                    put(&mut self.own, format_args!("<span class=\"broken\">{}</span>", escaped(&self.context.name_of(other))))
                }
                Inline::Footnote { number, mention } => {
                    let id = if *mention == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{mention}") };
                    put(
                        &mut self.own,
                        format_args!(
                            "<sup class=\"fn\"><a id=\"{id}\" href=\"#fn-{number}\" aria-label=\"Note {number}\">{number}</a></sup>"
                        ),
                    );
                }
                Inline::Html(html) => self.author(html),
            }
        }
        Ok(())
    }

    fn wrapped(&mut self, tag: &str, content: &[Inline<Ref>]) -> Result<(), Diagnostic> {
        put(&mut self.own, format_args!("<{tag}>"));
        self.inlines(content)?;
        put(&mut self.own, format_args!("</{tag}>"));
        Ok(())
    }

    /// The text of a link, which holds no HTML of the author's: a link cannot be left open by it.
    fn apart(&self, content: &[Inline<Ref>]) -> Result<String, Diagnostic> {
        let mut writer = Writer::new(self.context);
        writer.inlines(content)?;
        Ok(writer.finish().0)
    }
}
