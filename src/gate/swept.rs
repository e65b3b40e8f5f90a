//! What may leave: bytes in which the gate has looked for what is private.

use super::hit::Hit;
use super::sweep::Sweep;

/// A file that may be published: its path in a site, with `/`, and its bytes. Nobody but the gate makes one, so whoever writes
/// what leaves cannot be handed anything else.
///
/// ```compile_fail
/// let swept = emic::gate::Swept { path: "index.html".to_owned(), bytes: Vec::new() };
/// ```
pub struct Swept<B> {
    path: String,
    bytes: B,
}

impl<B: AsRef<[u8]>> Swept<B> {
    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_ref()
    }
}

impl Swept<&'static [u8]> {
    /// A file that ships with emic. It holds nothing of a study (only what is compiled in lives that long), and is not searched:
    /// `li` is nobody in a style sheet.
    pub fn built_in(path: impl Into<String>, bytes: &'static [u8]) -> Swept<&'static [u8]> {
        Swept { path: path.into(), bytes }
    }
}

impl Sweep {
    /// Lets a file pass in which nothing private is found, by its name or in its bytes.
    ///
    /// # Errors
    /// What was found.
    pub fn pass<B: AsRef<[u8]>>(&self, path: impl Into<String>, bytes: B) -> Result<Swept<B>, Vec<Hit>> {
        let path = path.into();
        let hits = self.route(&path, bytes.as_ref());
        if hits.is_empty() { Ok(Swept { path, bytes }) } else { Err(hits) }
    }
}
