//! Blocks: headings, paragraphs, lists, tables, what is embedded, and the notes at the end.

use super::writer::Writer;
use crate::diag::Diagnostic;
use crate::model::Ref;
use crate::model::document::{Alignment, Block, Document, Inline, Quotation};
use crate::route::Route;
use crate::site::counts::{self, CountForm};
use crate::site::html::{escaped, put};
use crate::site::{code, figures, people, words};

impl Writer<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block<Ref>]) -> Result<(), Diagnostic> {
        for block in blocks {
            self.block(block)?;
            self.own.push('\n');
        }
        Ok(())
    }

    fn block(&mut self, block: &Block<Ref>) -> Result<(), Diagnostic> {
        match block {
            Block::Heading { level, slug, content } => {
                // The page's title is its first-level heading.
                let level = (*level).max(2);
                put(&mut self.own, format_args!("<h{level} id=\"s-{}\">", escaped(slug)));
                self.inlines(content)?;
                put(&mut self.own, format_args!("</h{level}>"));
            }
            Block::Paragraph(content, _) => {
                if let [Inline::Image { of, alt, title: Some(title) }] = &content[..] {
                    self.own.push_str("<figure class=\"fig\">");
                    self.image(of, alt);
                    put(&mut self.own, format_args!("<figcaption>{}</figcaption></figure>", escaped(title)));
                } else if self.tight {
                    self.inlines(content)?;
                } else {
                    self.own.push_str("<p>");
                    self.inlines(content)?;
                    self.own.push_str("</p>");
                }
            }
            Block::List { start, items } => self.list(*start, items)?,
            Block::Quotation(q) => self.quotation(q)?,
            Block::Callout { kind, blocks } => {
                let (word, title) = (kind.word(), words::capital(kind.word()));
                put(
                    &mut self.own,
                    format_args!("<aside class=\"callout {word}\" aria-label=\"{title}\"><p class=\"callout-title\">{title}</p>"),
                );
                let outer = std::mem::replace(&mut self.tight, false);
                self.blocks(blocks)?;
                self.tight = outer;
                self.own.push_str("</aside>");
            }
            Block::Code { language, text } => {
                self.context.note_code();
                self.own.push_str(&code::block(language.as_deref(), text).0);
            }
            Block::Table { alignments, head, rows } => self.table(alignments, head, rows)?,
            Block::Html(html) => self.author(html),
            Block::Rule => self.own.push_str("<hr>"),
            Block::Embed(r) => self.embed(r)?,
        }
        Ok(())
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block<Ref>>]) -> Result<(), Diagnostic> {
        match start {
            None => self.own.push_str("<ul>"),
            Some(1) => self.own.push_str("<ol>"),
            Some(n) => put(&mut self.own, format_args!("<ol start=\"{n}\">")),
        }
        for item in items {
            self.own.push_str("<li>");
            let outer = std::mem::replace(&mut self.tight, item.iter().filter(|b| matches!(b, Block::Paragraph(..))).count() <= 1);
            self.blocks(item)?;
            self.tight = outer;
            self.own.push_str("</li>");
        }
        self.own.push_str(if start.is_some() { "</ol>" } else { "</ul>" });
        Ok(())
    }

    fn quotation(&mut self, q: &Quotation<Ref>) -> Result<(), Diagnostic> {
        self.own.push_str("<blockquote>");
        let outer = std::mem::replace(&mut self.tight, false);
        self.blocks(&q.blocks)?;
        self.tight = outer;
        if let Some(by) = &q.by {
            let name = self.context.name_of(by);
            if !name.is_empty() {
                self.own.push_str("<footer>");
                self.link(self.context.href(by), &escaped(&name));
                self.own.push_str("</footer>");
            }
        }
        self.own.push_str("</blockquote>");
        Ok(())
    }

    fn table(&mut self, alignments: &[Alignment], head: &[Vec<Inline<Ref>>], rows: &[Vec<Vec<Inline<Ref>>>]) -> Result<(), Diagnostic> {
        let class = |at: usize| match alignments.get(at) {
            Some(Alignment::End) => " class=\"n\"",
            Some(Alignment::Center) => " class=\"m\"",
            _ => "",
        };
        self.own.push_str("<table><thead><tr>");
        for (at, cell) in head.iter().enumerate() {
            put(&mut self.own, format_args!("<th scope=\"col\"{}>", class(at)));
            self.inlines(cell)?;
            self.own.push_str("</th>");
        }
        self.own.push_str("</tr></thead><tbody>");
        for row in rows {
            self.own.push_str("<tr>");
            for (at, cell) in row.iter().enumerate() {
                put(&mut self.own, format_args!("<td{}>", class(at)));
                self.inlines(cell)?;
                self.own.push_str("</td>");
            }
            self.own.push_str("</tr>");
        }
        self.own.push_str("</tbody></table>");
        Ok(())
    }

    fn embed(&mut self, r: &Ref) -> Result<(), Diagnostic> {
        match r {
            Ref::Quote(ix) => self.own.push_str(&self.context.quote(*ix)?.0),
            Ref::Count(theme) => {
                if let Some(count) = self.context.count(*theme) {
                    let t = self.context.study().theme(*theme);
                    let ticks = count.of.map(|of| counts::ticks(count.n, of, t.ink).0).unwrap_or_default();
                    let link = counts::link(&self.context.links, &count, CountForm::Number, "count");
                    let noun = counts::noun(&count);
                    put(
                        &mut self.own,
                        format_args!(
                            "<div class=\"note r\" role=\"note\">{ticks}<p><a class=\"tag t{}\" href=\"{}\"><b>{}</b> <span>{}</span></a>: {} {noun}{}</p></div>",
                            t.ink,
                            escaped(&self.context.to(&Route::Theme(*theme))),
                            t.number,
                            escaped(&t.name),
                            link.0,
                            escaped(&counts::remarks(&count))
                        ),
                    );
                }
            }
            Ref::Chart { chart, headline } => self.own.push_str(&figures::embedded(self.context, chart, headline.as_deref()).0),
            Ref::Table(_) => self.own.push_str(&people::totals_table(self.context).0),
            other => self.broken(other),
        }
        Ok(())
    }

    /// What leads nowhere: marked, so that an author who looks at an unfinished study sees the place.
    fn broken(&mut self, r: &Ref) {
        let written = match r {
            Ref::Broken(written) => written,
            _ => "",
        };
        put(
            &mut self.own,
            format_args!("<p class=\"broken\" role=\"note\">Nothing can be shown here: <code>{}</code></p>", escaped(written)),
        );
    }

    pub(super) fn footnotes(&mut self, document: &Document<Ref>) -> Result<(), Diagnostic> {
        self.own.push_str("<section class=\"fns\" aria-label=\"Notes\"><h2 class=\"vh\">Notes</h2><ol>");
        for (at, note) in document.footnotes.iter().enumerate() {
            let number = at + 1;
            put(&mut self.own, format_args!("<li id=\"fn-{number}\">"));
            self.tight = note.blocks.len() <= 1;
            self.blocks(&note.blocks)?;
            self.tight = false;
            for mention in 1..=note.mentions {
                let id = if mention == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{mention}") };
                let label = if note.mentions == 1 { "Back to the text".to_owned() } else { format!("Back to the text, mention {mention}") };
                put(&mut self.own, format_args!(" <a class=\"back\" href=\"#{id}\" aria-label=\"{label}\">↩</a>"));
            }
            self.own.push_str("</li>");
        }
        self.own.push_str("</ol></section>");
        Ok(())
    }
}
