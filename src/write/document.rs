//! Files that leave one by one, such as the privacy report.

use std::io;
use std::path::Path;

use crate::gate::Swept;

/// Writes one file that leaves by itself: beside its place first, so that there never is half of it.
///
/// # Errors
/// Where the system refuses; what was there before is as it was.
pub fn document<B: AsRef<[u8]>>(path: &Path, file: &Swept<B>) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".emic-new");
    std::fs::write(&beside, file.bytes())?;
    std::fs::rename(&beside, path)
}
