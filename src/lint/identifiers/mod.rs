//! stub
use std::ops::Range;
#[derive(Clone, Debug)]
pub struct Finding { pub kind: Kind, pub range: Range<usize> }
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind { UrlHandle, Person, Place, Org, DateExact, Email }
impl Kind { pub fn is_error(self)->bool{ matches!(self, Kind::Email|Kind::DateExact|Kind::UrlHandle)} pub fn tag(self)->&'static str {"EMAIL"} pub fn name(self)->&'static str {"an e-mail address"} }
pub fn scan(text:&str)->Vec<Finding>{ text.match_indices("@x.org").map(|(i,m)| Finding{kind:Kind::Email,range:i..i+m.len()}).collect() }
