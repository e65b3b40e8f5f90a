//! What every part of emic has to know of text, and knows once: which script a character is of, and how a text is written into
//! HTML.

mod html;
mod script;

pub use html::{escape_into, escaped};
pub use script::{is_cjk, is_han, is_hangul, is_invisible, is_unspaced};
