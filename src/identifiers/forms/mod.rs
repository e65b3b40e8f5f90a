//! Forms that belong to no one language: numbers with their checksums, dates, addresses of the web and of streets, ages.
//!
//! A form that needs words takes them as data: [`Words`] are what a language says of months, of streets, of what comes before a
//! record's number, and so on. What a language leaves out is not looked for in it.

pub mod addresses;
pub mod ages;
mod checksums;
mod countries;
pub mod dates;
pub mod digits;
mod files;
mod network;
pub mod numbers;
mod phones;
mod plates;
pub mod postcodes;
mod tokens;
pub mod web;

#[cfg(test)]
mod tests;

use super::finding::Marks;
use super::signs::Signs;

/// What a language gives to the common forms.
pub struct Words {
    pub ages: Option<ages::AgeWords>,
    pub dates: Option<dates::DateWords>,
    pub digits: Option<digits::DigitWords>,
    pub numbers: Option<numbers::NumberWords>,
    pub streets: Option<addresses::StreetWords>,
    pub postcodes: Option<postcodes::PostcodeWords>,
    pub web: Option<web::WebWords>,
}

impl Words {
    pub const NONE: Words = Words { ages: None, dates: None, digits: None, numbers: None, streets: None, postcodes: None, web: None };
}

/// Marks what needs no words; `is_name` tells whether a word, in small letters, is a name and nothing else.
pub fn mark(text: &str, signs: &Signs, is_name: fn(&str) -> bool, marks: &mut Marks) {
    web::mark(text, signs, marks);
    files::mark(text, signs, is_name, marks);
    if signs.digits == 0 {
        return;
    }
    dates::mark_figures(text, signs, marks);
    network::mark(text, signs, marks);
    numbers::mark(text, signs, marks);
    postcodes::mark(text, signs, marks);
    plates::mark(text, signs, marks);
}

/// Marks what needs a language's words.
pub fn mark_with(words: &Words, text: &str, signs: &Signs, marks: &mut Marks) {
    let numbers = words.numbers.as_ref();
    if let Some(words) = &words.ages {
        words.mark(text, signs, marks);
    }
    if let Some(words) = &words.dates {
        words.mark(text, signs, marks);
    }
    if let Some(words) = &words.digits {
        words.mark(numbers, text, signs, marks);
    }
    if let Some(words) = &words.streets {
        words.mark(text, signs, marks);
    }
    if let Some(words) = &words.postcodes {
        words.mark(text, signs, marks);
    }
    if let Some(words) = numbers {
        words.mark(text, signs, marks);
    }
    if let Some(words) = &words.web {
        words.mark(text, signs, marks);
    }
}
