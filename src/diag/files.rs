//! The names and texts of the files that were read, so that a place can be printed.

use std::collections::HashMap;
use std::sync::Arc;

/// A file of the study. Numbers are given out by [`Files`] and stay with a name as long as the table lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u32);

/// The table of files read: name relative to the study (with `/`) and decoded text.
#[derive(Clone, Default)]
pub struct Files {
    names: Vec<Arc<str>>,
    /// None where the file was there in an earlier reading and is gone.
    texts: Vec<Option<Arc<str>>>,
    by_name: HashMap<Arc<str>, FileId>,
}

/// A place as people name it: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

impl Files {
    /// An empty table in which every name of `earlier` keeps its number.
    pub fn after(earlier: &Files) -> Files {
        Files { names: earlier.names.clone(), texts: vec![None; earlier.names.len()], by_name: earlier.by_name.clone() }
    }

    /// Enters a file, or gives a known name its new text; the number of a name never changes.
    pub fn add(&mut self, name: &str, text: Arc<str>) -> FileId {
        if let Some(&id) = self.by_name.get(name) {
            self.texts[id.0 as usize] = Some(text);
            return id;
        }
        let id = FileId(self.names.len() as u32);
        let name: Arc<str> = name.into();
        self.names.push(Arc::clone(&name));
        self.texts.push(Some(text));
        self.by_name.insert(name, id);
        id
    }

    /// The files that are there, in the order in which they were first met.
    pub fn ids(&self) -> impl Iterator<Item = FileId> + '_ {
        (0..self.names.len() as u32).map(FileId).filter(|id| self.texts[id.0 as usize].is_some())
    }

    pub fn name(&self, id: FileId) -> &str {
        &self.names[id.0 as usize]
    }

    /// The file's text; nothing for a file that is gone.
    pub fn text(&self, id: FileId) -> &str {
        self.texts[id.0 as usize].as_deref().unwrap_or_default()
    }

    pub fn get(&self, name: &str) -> Option<FileId> {
        self.by_name.get(name).copied().filter(|id| self.texts[id.0 as usize].is_some())
    }

    /// An offset that text can be cut at: this one, or the last before it.
    pub(super) fn floor(&self, id: FileId, offset: u32) -> usize {
        let text = self.text(id);
        let mut at = (offset as usize).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// Where the line lies on which a span begins, without its end.
    pub(super) fn line_range(&self, span: super::Span) -> std::ops::Range<usize> {
        let (text, at) = (self.text(span.file), self.floor(span.file, span.start));
        let start = text[..at].rfind('\n').map_or(0, |nl| nl + 1);
        start..text[at..].find(['\n', '\r']).map_or(text.len(), |nl| at + nl)
    }

    /// The line a span begins on, without its end.
    pub fn line_of(&self, span: super::Span) -> &str {
        &self.text(span.file)[self.line_range(span)]
    }

    /// The line and column of a byte offset.
    pub fn position(&self, id: FileId, offset: u32) -> Position {
        let before = &self.text(id)[..self.floor(id, offset)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: before.bytes().filter(|&b| b == b'\n').count() as u32 + 1,
            column: before[line_start..].chars().count() as u32 + 1,
        }
    }
}
