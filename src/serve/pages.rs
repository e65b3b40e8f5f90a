//! What the server is given to show.

use std::borrow::Cow;
use std::sync::Arc;

/// What is at a path.
#[derive(Clone, Debug)]
pub struct Answer {
    /// 200, or 400 to 599; what is neither is sent as 500.
    pub status: u16,
    /// The content type.
    pub kind: Cow<'static, str>,
    /// The whole body, also for HEAD and for ranges.
    pub body: Arc<[u8]>,
    /// Changes whenever the body does; visible ASCII without a comma or a quote mark, in quote marks or not. With it, a browser
    /// may keep the page and ask whether it still holds; without it, or where it is written otherwise, the browser is asked to
    /// store nothing.
    pub etag: Option<String>,
}

/// The site as it is now.
pub trait Pages: Send + Sync {
    /// The answer to a path: decoded, without the leading slash, never with `..`, `.`, empty or NUL parts or backslashes;
    /// with the raw query. Where the address names a folder, the path ends in `index.html`.
    ///
    /// Called from many threads at once, and should not wait: a connection that is being answered cannot be made to leave.
    fn answer(&self, path: &str, query: &str) -> Answer;
}
