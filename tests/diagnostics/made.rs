//! Slips that no folder in git can hold.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

/// A case's name, and what makes it in a copy of the good study.
type Case = (&'static str, fn(&Path));

pub const CASES: &[Case] = &[
    ("no-study", |study| fs::remove_file(study.join("study.yaml")).unwrap()),
    ("no-study-2", study_is_a_folder),
    ("no-study-3", |study| fs::rename(study.join("study.yaml"), study.join("Study.yaml")).unwrap()),
    ("no-study-4", |study| fs::rename(study.join("study.yaml"), study.join("study.yaml.txt")).unwrap()),
    // A socket cannot be opened as a file, not even by root, to whom no permission is wanting.
    ("unreadable", |study| drop(UnixListener::bind(study.join("content/2-x.md")).unwrap())),
    // Who opens a pipe for reading waits for its writer, for ever.
    ("unreadable-2", |study| pipe(&study.join("content/2-x.md"))),
    ("unreadable-3", |study| pipe(&study.join("static/ward.png"))),
    ("symlink", |study| symlink("1-rest.md", study.join("content/2-x.md")).unwrap()),
    ("symlink-2", |study| symlink("/etc", study.join("content/etc")).unwrap()),
    // “é” in Windows-1252.
    ("not-utf8", |study| fs::write(study.join("themes/2-x.yaml"), b"id: x\nname: Caf\xe9\n").unwrap()),
    ("not-utf8-2", |study| fs::write(study.join("content/2-x.md"), b"\xff\xfeR\0e\0s\0t\0.\0\n\0").unwrap()),
    ("nul-byte", |study| fs::write(study.join("themes/2-x.yaml"), "id: x\nname: X\0Y\n").unwrap()),
    ("file-too-large", too_large),
    ("image-metadata", |study| picture(&study.join("static/ward.png"), &png(b"tEXt", b"Software\0a camera"))),
    ("image-place", |study| picture(&study.join("static/ward.png"), &png(b"eXIf", LOCATED))),
];

/// Exif with a directory of places, and a latitude in it.
const LOCATED: &[u8] = b"II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0\x01\0\x02\0\x02\0\x04\0\0\x0051N\0\0\0\0\0";

fn study_is_a_folder(study: &Path) {
    fs::remove_file(study.join("study.yaml")).unwrap();
    fs::create_dir(study.join("study.yaml")).unwrap();
    fs::write(study.join("study.yaml/title.txt"), "Rest at night\n").unwrap();
}

/// A file of 65 MiB that takes no room on the disk.
fn too_large(study: &Path) {
    let file = fs::File::create(study.join("quotes/P05.yaml")).unwrap();
    file.set_len(65 << 20).unwrap();
}

/// The start of a PNG with one chunk beside the picture.
fn png(kind: &[u8], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&b"\x89PNG\r\n\x1a\n"[..], &length, kind, data, b"sums"].concat()
}

fn picture(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn pipe(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}
