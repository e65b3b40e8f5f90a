//! What a build keeps: what has not changed, and what emic did not write.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use emic::write::{Stage, WriteError, Written};

use crate::support::{Desk, Site, listed, put, site, states, tree};

fn two_pages() -> Site {
    site(&[("index.html", "home"), ("quotes/index.html", "quotes")])
}

#[test]
fn a_first_build_writes_the_site_and_its_signature() {
    let desk = Desk::new();
    let written = desk.build(&two_pages()).unwrap();
    assert_eq!(written, Written { files: 2, changed: 2, ..Written::default() });
    assert_eq!(listed(&desk.output()), two_pages());
    assert_eq!(tree(&desk.output()).len(), 6, "the folder, two pages in one more, marker and manifest");
    assert_eq!(desk.beside(), ["output"]);
}

#[test]
fn the_same_site_has_the_same_bytes_anywhere() {
    let (one, two) = (Desk::new(), Desk::new());
    one.build(&two_pages()).unwrap();
    two.build(&site(&[("old.html", "old"), ("index.html", "before")])).unwrap();
    let stage = Stage::open(two.target()).unwrap();
    for (path, bytes) in two_pages().iter().rev() {
        put(&stage, path, bytes).unwrap();
    }
    assert_eq!(stage.swap().unwrap(), Written { files: 2, changed: 2, removed: 1, ..Written::default() });
    assert!(tree(&one.output()) == tree(&two.output()));
}

#[test]
fn an_unchanged_file_keeps_its_inode_and_times() {
    let desk = Desk::new();
    desk.build(&two_pages()).unwrap();
    let before = fs::metadata(desk.output().join("quotes/index.html")).unwrap();
    let written = desk.build(&site(&[("index.html", "new"), ("quotes/index.html", "quotes")])).unwrap();
    assert_eq!((written.files, written.changed, written.removed), (2, 1, 0));
    let after = fs::metadata(desk.output().join("quotes/index.html")).unwrap();
    assert_eq!((before.ino(), before.modified().unwrap()), (after.ino(), after.modified().unwrap()));
    assert_eq!(after.nlink(), 1);
}

#[test]
fn where_nothing_changed_nothing_is_touched() {
    let desk = Desk::new();
    desk.build(&two_pages()).unwrap();
    fs::write(desk.output().join("CNAME"), "example.org").unwrap();
    let before = states(&desk.output());
    let written = desk.build(&two_pages()).unwrap();
    assert_eq!(written, Written { files: 2, carried: vec!["CNAME".into()], ..Written::default() });
    assert!(states(&desk.output()) == before);
    assert_eq!(desk.beside(), ["output"]);
}

#[test]
fn what_the_site_no_longer_has_is_gone() {
    let desk = Desk::new();
    desk.build(&two_pages()).unwrap();
    let written = desk.build(&site(&[("index.html", "home")])).unwrap();
    assert_eq!(written, Written { files: 1, removed: 1, ..Written::default() });
    assert!(!desk.output().join("quotes").exists());
}

#[test]
fn strangers_are_carried_over_and_named() {
    let desk = Desk::new();
    desk.build(&two_pages()).unwrap();
    let out = desk.output();
    let outside = desk.dir.path().join("outside.txt");
    fs::write(&outside, "not the site's").unwrap();
    fs::create_dir_all(out.join("empty/inner")).unwrap();
    fs::create_dir_all(out.join("video")).unwrap();
    fs::set_permissions(out.join("video"), Permissions::from_mode(0o700)).unwrap();
    fs::write(out.join("video/clip.mp4"), "frames").unwrap();
    fs::write(out.join("quotes/notes.txt"), "mine").unwrap();
    symlink(&outside, out.join("link")).unwrap();
    symlink("nowhere", out.join("dangling")).unwrap();
    symlink(desk.study().join("content"), out.join("linked-folder")).unwrap();
    let clip = fs::metadata(out.join("video/clip.mp4")).unwrap();

    // The second build drops the folder that one of them is in.
    for page in ["second", "third"] {
        let written = desk.build(&site(&[("index.html", page)])).unwrap();
        let expected = ["dangling", "empty/inner/", "link", "linked-folder", "quotes/notes.txt", "video/clip.mp4"];
        assert_eq!(written.carried, expected);
        assert!(written.left.is_empty());
        assert_eq!(fs::read_to_string(out.join("quotes/notes.txt")).unwrap(), "mine");
        assert_eq!(fs::read_link(out.join("link")).unwrap(), outside);
        assert_eq!(fs::read_link(out.join("dangling")).unwrap(), Path::new("nowhere"));
        assert!(out.join("linked-folder/1-night.md").is_file());
        assert!(out.join("empty/inner").is_dir());
        assert!(!out.join("quotes/index.html").exists());
        let carried = fs::metadata(out.join("video/clip.mp4")).unwrap();
        assert_eq!((carried.ino(), carried.nlink(), carried.mtime()), (clip.ino(), 1, clip.mtime()));
        assert_eq!(fs::metadata(out.join("video")).unwrap().mode() & 0o777, 0o700);
    }
    assert_eq!(fs::read_to_string(&outside).unwrap(), "not the site's");
}

#[test]
fn a_stranger_in_the_way_stops_the_build() {
    // What stands there, and the page that is wanted.
    let cases = [
        ("new.html", "new.html"),
        ("New.html", "new.html"),
        ("themes", "themes/a.html"),
        ("themes/a.html/mine.txt", "themes/a.html"),
        ("themes/a/", "themes/a"),
    ];
    for (stranger, page) in cases {
        let desk = Desk::new();
        desk.build(&two_pages()).unwrap();
        let at = desk.output().join(stranger);
        if stranger.ends_with('/') {
            fs::create_dir_all(&at).unwrap();
        } else {
            fs::create_dir_all(at.parent().unwrap()).unwrap();
            fs::write(&at, "mine").unwrap();
        }
        let before = states(&desk.output());
        let error = desk.build(&site(&[("index.html", "home"), (page, "page")])).unwrap_err();
        let WriteError::InTheWay { file } = &error else { panic!("{error}") };
        assert!(at.starts_with(file), "{error}");
        assert!(states(&desk.output()) == before);
        assert_eq!(desk.beside(), ["output"]);
    }
}

#[test]
fn a_generated_file_that_was_edited_is_written_anew() {
    let desk = Desk::new();
    desk.build(&two_pages()).unwrap();
    fs::write(desk.output().join("index.html"), "HOME").unwrap();
    fs::remove_file(desk.output().join("quotes/index.html")).unwrap();
    assert_eq!(desk.build(&two_pages()).unwrap().changed, 2);
    assert_eq!(listed(&desk.output()), two_pages());
}

#[test]
fn links_put_in_place_of_generated_files_are_never_followed() {
    let desk = Desk::new();
    desk.build(&two_pages()).unwrap();
    let outside = desk.dir.path().join("outside");
    fs::create_dir(&outside).unwrap();
    // The same bytes, so that a writer that follows links would find nothing changed, or delete these.
    fs::write(outside.join("index.html"), "quotes").unwrap();
    fs::write(outside.join("home"), "home").unwrap();
    let before = states(&outside);
    fs::remove_dir_all(desk.output().join("quotes")).unwrap();
    fs::remove_file(desk.output().join("index.html")).unwrap();
    symlink(outside.join("home"), desk.output().join("index.html")).unwrap();
    assert_eq!(desk.build(&two_pages()).unwrap().changed, 2);
    assert!(fs::symlink_metadata(desk.output().join("index.html")).unwrap().is_file());

    fs::remove_dir_all(desk.output().join("quotes")).unwrap();
    symlink(&outside, desk.output().join("quotes")).unwrap();
    assert!(matches!(desk.build(&two_pages()), Err(WriteError::InTheWay { .. })));
    let written = desk.build(&site(&[("index.html", "home")])).unwrap();
    assert_eq!((written.removed, written.carried), (1, vec!["quotes".to_owned()]));
    assert!(states(&outside) == before);
}

#[test]
fn a_closed_output_folder_stays_closed() {
    let desk = Desk::new();
    desk.build(&two_pages()).unwrap();
    fs::set_permissions(desk.output(), Permissions::from_mode(0o700)).unwrap();
    desk.build(&site(&[("index.html", "new")])).unwrap();
    assert_eq!(fs::metadata(desk.output()).unwrap().mode() & 0o777, 0o700);
}

#[test]
fn a_stage_that_is_dropped_leaves_everything_as_it_was() {
    let desk = Desk::new();
    let stage = Stage::open(desk.target()).unwrap();
    put(&stage, "index.html", b"never").unwrap();
    drop(stage);
    assert!(desk.beside().is_empty());

    desk.build(&two_pages()).unwrap();
    fs::write(desk.output().join("CNAME"), "example.org").unwrap();
    let before = states(&desk.output());
    let stage = Stage::open(desk.target()).unwrap();
    put(&stage, "index.html", b"never").unwrap();
    put(&stage, "quotes/index.html", b"quotes").unwrap();
    drop(stage);
    assert!(states(&desk.output()) == before);
    assert_eq!(desk.beside(), ["output"]);
}
