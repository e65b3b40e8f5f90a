//! stub
use super::Marks;
pub fn mark(_: &str, _: &mut Marks) {}
