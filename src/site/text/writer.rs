//! HTML as it is written, by whom: emic's own pieces are never given to the sanitiser.

use crate::model::Ref;
use crate::site::html::{Html, escaped, put};
use crate::site::page_context::PageContext;

/// HTML in the order of the page, by whom it was written.
enum HtmlPiece {
    Own(String),
    Author(String),
}

/// Writes a text on one page.
pub(super) struct Writer<'a> {
    pub(super) context: &'a PageContext<'a>,
    pieces: Vec<HtmlPiece>,
    /// What emic wrote since the last piece of the author's.
    pub(super) own: String,
    /// Paragraphs of a list item that has only one are set without tags.
    pub(super) tight: bool,
}

/// Stand around the number of a piece of emic's while the author's HTML is sanitised.
const MARK: [char; 2] = ['\u{e000}', '\u{e001}'];

impl<'a> Writer<'a> {
    pub(super) fn new(context: &'a PageContext<'a>) -> Writer<'a> {
        Writer { context, pieces: Vec::new(), own: String::new(), tight: false }
    }

    /// Raw HTML of the author's.
    pub(super) fn author(&mut self, html: &str) {
        self.pieces.push(HtmlPiece::Own(std::mem::take(&mut self.own)));
        self.pieces.push(HtmlPiece::Author(html.replace(MARK, "")));
    }

    pub(super) fn finish(mut self) -> Html {
        if self.pieces.is_empty() {
            return Html(self.own);
        }
        self.pieces.push(HtmlPiece::Own(self.own));
        let mut skeleton = String::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                HtmlPiece::Own(_) => put(&mut skeleton, format_args!("{}{at}{}", MARK[0], MARK[1])),
                HtmlPiece::Author(html) => skeleton.push_str(html),
            }
        }
        let clean = ammonia::Builder::default().rm_tags(["img"]).clean(&skeleton).to_string();
        let mut out = String::with_capacity(clean.len());
        let mut rest = clean.as_str();
        while let Some(open) = rest.find(MARK[0]) {
            out.push_str(&rest[..open]);
            let behind = &rest[open + MARK[0].len_utf8()..];
            let Some(close) = behind.find(MARK[1]) else { break };
            if let Some(HtmlPiece::Own(html)) = behind[..close].parse::<usize>().ok().and_then(|at| self.pieces.get(at)) {
                out.push_str(html);
            }
            rest = &behind[close + MARK[1].len_utf8()..];
        }
        out.push_str(rest);
        Html(out)
    }

    pub(super) fn link(&mut self, href: Option<String>, text: &str) {
        match href {
            Some(href) => put(&mut self.own, format_args!("<a href=\"{}\">{text}</a>", escaped(&href))),
            None => self.own.push_str(text),
        }
    }

    pub(super) fn image(&mut self, of: &Ref, alt: &str) {
        match self.context.href(of) {
            Some(src) => put(&mut self.own, format_args!("<img src=\"{}\" alt=\"{}\" loading=\"lazy\">", escaped(&src), escaped(alt))),
            None => put(&mut self.own, format_args!("<span class=\"broken\">{}</span>", escaped(alt))),
        }
    }
}
