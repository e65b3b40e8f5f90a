//! Indexes the word lists of `data/`, so that the program looks words up in them without reading them first.
//!
//! An index is a table of 32-bit numbers, a power of two of them: where an entry begins in its file, plus one; 0 is an empty place.

#[path = "src/identifiers/word_hash.rs"]
mod word_hash;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/identifiers/word_hash.rs");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let root = env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?;
    for folder in fs::read_dir(Path::new(&root).join("data"))? {
        let folder = folder?.path();
        let Some(name) = folder.file_name().filter(|_| folder.is_dir()) else { continue };
        let target = Path::new(&out).join("data").join(name);
        fs::create_dir_all(&target)?;
        for file in fs::read_dir(&folder)? {
            let file = file?.path();
            if let Some(name) = file.file_name().filter(|_| file.extension().is_some_and(|end| end == "txt")) {
                fs::write(target.join(name), index(&fs::read_to_string(&file)?))?;
            }
        }
    }
    Ok(())
}

fn index(list: &str) -> Vec<u8> {
    let mut entries = Vec::new();
    let mut at = 0;
    for line in list.split_inclusive('\n') {
        let entry = line.trim_end_matches('\n');
        if !entry.is_empty() && !entry.starts_with('#') {
            entries.push((entry, at as u32 + 1));
        }
        at += line.len();
    }
    let places = (entries.len() * 2).next_power_of_two();
    let mut table = vec![0u32; places];
    for (entry, start) in entries {
        let mut place = word_hash::hash(entry.as_bytes()) % places;
        while table[place] != 0 {
            place = (place + 1) % places;
        }
        table[place] = start;
    }
    table.into_iter().flat_map(u32::to_le_bytes).collect()
}
