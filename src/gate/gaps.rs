//! What can be in the gap before a letter, one bit each.

/// In a gap: something that may part words or not, such as `<b>` or a control character. Also on either side of a
/// character of a script that writes no spaces.
pub(super) const SOFT: u8 = 1;
/// In a gap: white space, or a hyphen or underscore in its place.
pub(super) const SPACE: u8 = 2;
/// In a gap: anything else that is neither letter nor digit.
pub(super) const PUNCT: u8 = 4;
/// Kept with [`PUNCT`]: among it is what ends a sentence.
pub(super) const STOP: u8 = 16;
/// All that can be in a gap.
pub(super) const GAP: u8 = SOFT | SPACE | PUNCT;
/// Kept with the gap before a letter: it carried an accent or the like, which its letter no longer shows.
pub(super) const MARKED: u8 = 8;
