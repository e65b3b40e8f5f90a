//! The author's text as HTML.
//!
//! 1. Blocks are set one after another; what emic itself makes (quotes, counts, figures) is set where it is embedded.
//! 2. Raw HTML of the author's is kept apart from what emic made. Where there is any, the whole is sanitised with emic's
//!    own pieces stood in for by marks, so that the sanitiser never sees them and a tag opened in one place may be closed
//!    in another.

use crate::diag::Diagnostic;
use crate::model::document::{Alignment, Block, Document, Inline, Quotation};
use crate::model::{Ref, Words};

use super::html::{Html, escape_into, escaped, put};
use super::sheet::Sheet;
use super::{code, counts, figures, participants, words};

/// Sets a page's text.
///
/// # Errors
/// Where one of the study's own templates fails.
pub fn document(sheet: &Sheet, document: &Document<Ref>) -> Result<Html, Diagnostic> {
    let mut writer = Writer { sheet, pieces: Vec::new(), own: String::new(), tight: false };
    writer.blocks(&document.blocks)?;
    if !document.footnotes.is_empty() {
        writer.footnotes(document)?;
    }
    Ok(writer.finish())
}

/// Sets running text.
///
/// # Errors
/// Where one of the study's own templates fails.
pub fn running(sheet: &Sheet, inlines: &[Inline<Ref>]) -> Result<Html, Diagnostic> {
    let mut writer = Writer { sheet, pieces: Vec::new(), own: String::new(), tight: false };
    writer.inlines(inlines)?;
    Ok(writer.finish())
}

/// HTML in the order of the page, by whom it was written.
enum Piece {
    Own(String),
    Author(String),
}

struct Writer<'a> {
    sheet: &'a Sheet<'a>,
    pieces: Vec<Piece>,
    own: String,
    /// Paragraphs of a list item that has only one stand without tags.
    tight: bool,
}

const MARK: [char; 2] = ['\u{e000}', '\u{e001}'];

impl Writer<'_> {
    fn author(&mut self, html: &str) {
        self.pieces.push(Piece::Own(std::mem::take(&mut self.own)));
        self.pieces.push(Piece::Author(html.replace(MARK, "")));
    }

    fn finish(mut self) -> Html {
        if self.pieces.is_empty() {
            return Html(self.own);
        }
        self.pieces.push(Piece::Own(self.own));
        let mut skeleton = String::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Own(_) => put(&mut skeleton, format_args!("{}{at}{}", MARK[0], MARK[1])),
                Piece::Author(html) => skeleton.push_str(html),
            }
        }
        let clean = ammonia::Builder::default().rm_tags(["img"]).clean(&skeleton).to_string();
        let mut out = String::with_capacity(clean.len());
        let mut rest = clean.as_str();
        while let Some(open) = rest.find(MARK[0]) {
            out.push_str(&rest[..open]);
            let behind = &rest[open + MARK[0].len_utf8()..];
            let Some(close) = behind.find(MARK[1]) else { break };
            if let Some(Piece::Own(html)) = behind[..close].parse::<usize>().ok().and_then(|at| self.pieces.get(at)) {
                out.push_str(html);
            }
            rest = &behind[close + MARK[1].len_utf8()..];
        }
        out.push_str(rest);
        Html(out)
    }

    fn blocks(&mut self, blocks: &[Block<Ref>]) -> Result<(), Diagnostic> {
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
                self.sheet.note_code();
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
            let name = self.sheet.name_of(by);
            if !name.is_empty() {
                self.own.push_str("<footer>");
                self.link(self.sheet.href(by), &escaped(&name));
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
            Ref::Quote(ix) => self.own.push_str(&self.sheet.quote(*ix)?.0),
            Ref::Count(theme) => {
                if let Some(count) = self.sheet.count(*theme) {
                    let t = self.sheet.study().theme(*theme);
                    let ticks = count.of.map(|of| counts::ticks(count.n, of, t.ink).0).unwrap_or_default();
                    let link = counts::link(&self.sheet.links, &count, counts::Form::Number, "count");
                    let noun = counts::noun(&count);
                    put(
                        &mut self.own,
                        format_args!(
                            "<div class=\"note r\" role=\"note\">{ticks}<p><a class=\"tag t{}\" href=\"{}\"><b>{}</b> <span>{}</span></a>: {} {noun}{}</p></div>",
                            t.ink,
                            escaped(&self.sheet.to(&crate::route::Route::Theme(*theme))),
                            t.number,
                            escaped(&t.name),
                            link.0,
                            escaped(&counts::remarks(&count))
                        ),
                    );
                }
            }
            Ref::Chart { chart, headline } => self.own.push_str(&figures::embedded(self.sheet, *chart, headline.as_deref()).0),
            Ref::Table(_) => self.own.push_str(&participants::totals_table(self.sheet).0),
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

    fn inlines(&mut self, inlines: &[Inline<Ref>]) -> Result<(), Diagnostic> {
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
                    let text = if content.is_empty() { escaped(&self.sheet.name_of(to)) } else { self.apart(content)? };
                    match to {
                        Ref::Broken(_) => put(&mut self.own, format_args!("<span class=\"broken\">{text}</span>")),
                        Ref::Url(url) => {
                            put(
                                &mut self.own,
                                format_args!("<a href=\"{}\" rel=\"noopener noreferrer external\">{text}</a>", escaped(url)),
                            );
                        }
                        _ => self.link(self.sheet.href(to), &text),
                    }
                }
                Inline::Image { of, alt, .. } => self.image(of, alt),
                Inline::Embed(Ref::Count(theme)) => {
                    if let Some(count) = self.sheet.count(*theme) {
                        self.own.push_str(&counts::link(&self.sheet.links, &count, counts::Form::Phrase, "count").0);
                    }
                }
                Inline::Embed(other) => {
                    put(&mut self.own, format_args!("<span class=\"broken\">{}</span>", escaped(&self.sheet.name_of(other))))
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
        Ok(running(self.sheet, content)?.0)
    }

    fn link(&mut self, href: Option<String>, text: &str) {
        match href {
            Some(href) => put(&mut self.own, format_args!("<a href=\"{}\">{text}</a>", escaped(&href))),
            None => self.own.push_str(text),
        }
    }

    fn image(&mut self, of: &Ref, alt: &str) {
        match self.sheet.href(of) {
            Some(src) => put(&mut self.own, format_args!("<img src=\"{}\" alt=\"{}\" loading=\"lazy\">", escaped(&src), escaped(alt))),
            None => put(&mut self.own, format_args!("<span class=\"broken\">{}</span>", escaped(alt))),
        }
    }

    fn footnotes(&mut self, document: &Document<Ref>) -> Result<(), Diagnostic> {
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

/// The first words of a quote, cut at a sentence's end and then marked.
pub fn one_line(words: &Words, most: usize) -> Option<(String, bool)> {
    let text = match words {
        Words::Speech { text, .. } => text,
        _ => return None,
    };
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= most {
        return Some((flat, false));
    }
    let mut cut = None;
    for (count, (at, c)) in flat.char_indices().enumerate() {
        if count > most && cut.is_some() {
            break;
        }
        let next = flat[at + c.len_utf8()..].chars().next();
        if matches!(c, '.' | '!' | '?') && next.is_none_or(char::is_whitespace) || matches!(c, '。' | '！' | '？') {
            cut = Some(at + c.len_utf8());
        }
    }
    let cut = cut.unwrap_or(flat.len());
    Some((flat[..cut].to_owned(), cut < flat.len()))
}
