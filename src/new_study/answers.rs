//! What a new study has to know: from flags, from questions, or by default.

use std::io::{self, BufRead, Write};

use super::yaml::quoted;
use crate::diag::{Files, words};
use crate::model::settings::Method;
use crate::parse::{self, Format};

/// All that a new study is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    pub title: String,
    pub method: Method,
    pub language: String,
    pub health: bool,
}

/// What flags said.
#[derive(Clone, Debug, Default)]
pub struct Given {
    pub title: Option<String>,
    pub method: Option<Method>,
    pub language: Option<String>,
    pub health: Option<bool>,
}

impl Answers {
    /// The title is the folder's name in words; health data is taken to be there, which is the more careful.
    pub fn default_for(folder: &str) -> Answers {
        let named = title(&words::capital(folder.replace(['-', '_'], " ").trim())).ok().filter(|t| t.chars().any(char::is_alphabetic));
        let title = named.unwrap_or_else(|| "Untitled study".to_owned());
        Answers { title, method: Method::Other, language: "en".to_owned(), health: true }
    }
}

impl Given {
    pub fn or(self, default: Answers) -> Answers {
        Answers {
            title: self.title.unwrap_or(default.title),
            method: self.method.unwrap_or(default.method),
            language: self.language.unwrap_or(default.language),
            health: self.health.unwrap_or(default.health),
        }
    }
}

/// Asks for what no flag said, one line each.
///
/// # Errors
/// Where the input ends before everything is answered.
pub fn ask(given: Given, default: Answers, input: &mut dyn BufRead, output: &mut dyn Write) -> io::Result<Answers> {
    let mut question = Question { input, output };
    let health = if default.health { "yes" } else { "no" };
    let methods = format!("Method ({})", Method::WORDS.join(", "));
    Ok(Answers {
        title: question.unless(given.title, "Title", &default.title, title)?,
        method: question.unless(given.method, &methods, default.method.word(), method)?,
        language: question.unless(given.language, "Language (en, zh, pt-BR …)", &default.language, language)?,
        health: question.unless(given.health, "Does it hold health data? (yes, no)", health, yes_no)?,
    })
}

struct Question<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
}

impl Question<'_> {
    /// What a flag said, or else the answer; one that cannot be is asked for again. An empty line is the default.
    fn unless<T>(&mut self, given: Option<T>, asked: &str, default: &str, read: impl Fn(&str) -> Result<T, String>) -> io::Result<T> {
        if let Some(given) = given {
            return Ok(given);
        }
        loop {
            write!(self.output, "{asked} [{default}]: ")?;
            self.output.flush()?;
            let mut line = String::new();
            if self.input.read_line(&mut line)? == 0 {
                writeln!(self.output)?;
                return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the input ended"));
            }
            let answer = if line.trim().is_empty() { default } else { line.trim() };
            match read(answer) {
                Ok(answer) => return Ok(answer),
                Err(why) => writeln!(self.output, "  {why}")?,
            }
        }
    }
}

/// A title, in one line.
pub fn title(text: &str) -> Result<String, String> {
    let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return Err("a title has at least one word".to_owned());
    }
    if title.chars().any(char::is_control) {
        return Err("a title is text; there is a control character in this one".to_owned());
    }
    Ok(title)
}

pub fn method(text: &str) -> Result<Method, String> {
    Method::from_word(&text.to_lowercase())
        .ok_or_else(|| words::did_you_mean(text, Method::WORDS.iter().copied(), || format!("it can be {}", words::choices(Method::WORDS))))
}

/// A language tag, as `study.yaml` is read.
pub fn language(text: &str) -> Result<String, String> {
    let line = format!("title: A study\nlanguage: {}\n", quoted(text));
    let file = Files::default().add("study.yaml", line.as_str().into());
    match parse::parse(Format::Study, file, &line).diagnostics.first() {
        None => Ok(text.to_owned()),
        Some(wrong) => Err([Some(&*wrong.message), wrong.help.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("; ")),
    }
}

pub fn yes_no(text: &str) -> Result<bool, String> {
    match text.to_lowercase().as_str() {
        "yes" | "y" => Ok(true),
        "no" | "n" => Ok(false),
        _ => Err("it can be `yes` or `no`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(given: Given, typed: &str) -> (io::Result<Answers>, String) {
        let mut said = Vec::new();
        let answers = ask(given, Answers::default_for("night-shift"), &mut typed.as_bytes(), &mut said);
        (answers, String::from_utf8(said).unwrap())
    }

    #[test]
    fn an_empty_line_is_the_default() {
        let (answers, said) = answered(Given::default(), "\n\n\n\n");
        let default = Answers { title: "Night shift".into(), method: Method::Other, language: "en".into(), health: true };
        assert_eq!(answers.unwrap(), default);
        assert!(said.starts_with("Title [Night shift]: Method (") && said.ends_with("(yes, no) [yes]: "), "{said}");
    }

    #[test]
    fn only_what_no_flag_said_is_asked_for_and_asked_again_where_it_cannot_be() {
        let given = Given { title: Some("T".into()), health: Some(false), ..Given::default() };
        let (answers, said) = answered(given, "frmework\nFramework\nenglish\npt-BR\n");
        let wanted = Answers { title: "T".into(), method: Method::Framework, language: "pt-BR".into(), health: false };
        assert_eq!(answers.unwrap(), wanted);
        assert!(said.contains("did you mean `framework`?") && said.contains("`english` is not a language tag"), "{said}");
        assert!(!said.contains("Title"), "{said}");
    }

    #[test]
    fn an_input_that_ends_is_no_answer() {
        assert!(answered(Given::default(), "A title\n").0.is_err());
    }

    #[test]
    fn a_folder_without_a_name_in_words_gives_no_title() {
        assert_eq!(Answers::default_for("").title, "Untitled study");
        assert_eq!(Answers::default_for("2026").title, "Untitled study");
    }
}
