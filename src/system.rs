//! What the system refused, or what was asked of emic that it cannot do: one type, for the person at the terminal.

use std::error::Error;
use std::fmt;

/// Why a command could not be carried out: a sentence without a full stop, and what the system said, where it did.
///
/// It names files as they were given. Who makes one masks private words in names first.
#[derive(Debug)]
pub struct SystemError {
    sentence: String,
    cause: Option<Box<dyn Error + Send + Sync>>,
}

impl SystemError {
    pub fn new(sentence: impl Into<String>) -> SystemError {
        SystemError { sentence: sentence.into(), cause: None }
    }

    pub fn with_cause(sentence: impl Into<String>, cause: impl Into<Box<dyn Error + Send + Sync>>) -> SystemError {
        SystemError { sentence: sentence.into(), cause: Some(cause.into()) }
    }

    /// "`name` cannot be read: …", for `Result::map_err`.
    pub fn unreadable<E: Into<Box<dyn Error + Send + Sync>>>(name: impl fmt::Display) -> impl FnOnce(E) -> SystemError {
        move |cause| SystemError::with_cause(format!("`{name}` cannot be read"), cause)
    }

    /// "`name` cannot be written: …", for `Result::map_err`.
    pub fn unwritable<E: Into<Box<dyn Error + Send + Sync>>>(name: impl fmt::Display) -> impl FnOnce(E) -> SystemError {
        move |cause| SystemError::with_cause(format!("`{name}` cannot be written"), cause)
    }
}

impl fmt::Display for SystemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cause {
            Some(cause) if self.sentence.is_empty() => write!(f, "{cause}"),
            Some(cause) => write!(f, "{}: {cause}", self.sentence),
            None => f.write_str(&self.sentence),
        }
    }
}

impl Error for SystemError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as &(dyn Error + 'static))
    }
}

impl From<crate::write::WriteError> for SystemError {
    fn from(error: crate::write::WriteError) -> SystemError {
        SystemError::with_cause("", error)
    }
}

impl From<crate::write::TargetRefusal> for SystemError {
    fn from(refusal: crate::write::TargetRefusal) -> SystemError {
        SystemError::with_cause("", refusal)
    }
}

impl From<crate::gate::TooManySecrets> for SystemError {
    fn from(error: crate::gate::TooManySecrets) -> SystemError {
        SystemError::with_cause("", error)
    }
}
