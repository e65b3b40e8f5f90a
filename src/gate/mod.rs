//! The gate: looks for what is private in finished bytes, before anything is published.
//!
//! Publishing what identifies a participant is the worst thing this program could do. What is known to be private (the
//! values of [`Secrets`]) never reaches the study, and is looked for here once more, in the very bytes that would be
//! written, whatever road they came by. A route is swept in five steps:
//!
//! 1. `reading` takes its bytes apart into *readings*, the ways in which they can be read: the text without its tags, the
//!    values of attributes, what a script holds once its escapes are decoded, … No word that people wrote is in none of them.
//! 2. `skeleton` reduces a reading to its bare letters and digits (`fold` knows what a character becomes), and keeps
//!    beside each letter what is in the *gap* before it: nothing, a tag, a space, a full stop …
//! 3. One automaton finds the letters of every value at once, wherever they are.
//! 4. `value` holds the gaps against those of the value: `Ma<b>ry</b>` is Mary, `sum-mary` ends in her, `summary` does not.
//! 5. What is left is a [`Hit`]: the line of the list and the place, never the value.
//!
//! That letters and gaps are kept apart is what makes this quick and thorough at once: a disguise that puts something
//! between letters, or takes it away, needs no pattern of its own, only an answer from step 4. One that turns the letters
//! into others is a further reading, or a further value, in the same automaton.
//!
//! *A value has no way out of this module*: [`Secrets`] and [`Sweep`] cannot be printed, compared, cloned or written.
//!
//! ```compile_fail
//! println!("{:?}", emic::gate::Secrets::new());
//! ```
//! ```compile_fail
//! println!("{}", emic::gate::Secrets::new());
//! ```
//! ```compile_fail
//! let copy = emic::gate::Secrets::new().clone();
//! ```
//! ```compile_fail
//! let secrets = emic::gate::Secrets::new();
//! println!("{:?}", emic::gate::Sweep::new(&secrets));
//! ```

mod fold;
mod gaps;
mod hit;
mod key;
mod reading;
mod secrets;
mod skeleton;
mod sweep;
mod swept;
mod value;

#[cfg(test)]
mod tests;

pub use hit::{Hit, HitPlace};
pub use key::KeyFileError;
pub use secrets::{RefusedSecret, SecretRefusal, Secrets};
pub use sweep::{Sweep, TooManySecrets};
pub use swept::Swept;
