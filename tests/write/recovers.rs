//! What a build makes of what an earlier one has left: folders as a `kill -9` leaves them, laid by hand.

use std::fs;
use std::path::Path;

use emic::write::Stage;

use crate::support::{Desk, Site, assert_whole, listed, put, states, tree, version};

fn of(number: usize) -> Site {
    version(number, 60)
}

#[test]
fn a_lock_file_of_a_dead_build_holds_nobody() {
    let desk = Desk::new();
    fs::write(desk.study().join(".output.emic-lock"), "").unwrap();
    desk.build(&of(1)).unwrap();
    assert_eq!(desk.beside(), ["output"]);
}

#[test]
fn what_dead_builds_left_is_cleared_and_what_is_not_theirs_is_not() {
    let desk = Desk::new();
    desk.build(&of(1)).unwrap();
    let study = desk.study();
    // Killed while writing; killed before signing; a stranger's folder of such a name; folders of another target.
    scaffold(&study, 0, &["new/index.html", "new/quotes/half.html"]);
    fs::create_dir(study.join(".output.emic-stage-3")).unwrap();
    fs::create_dir(study.join(".output.emic-stage-5")).unwrap();
    fs::write(study.join(".output.emic-stage-5/thesis.txt"), "years of work").unwrap();
    for other in [".output2.emic-stage-0", ".output.emic-stage-x", ".output.emic-stage-"] {
        fs::create_dir(study.join(other)).unwrap();
        fs::write(study.join(other).join(".emic-stage"), "").unwrap();
    }
    let written = desk.build(&of(2)).unwrap();
    assert!(written.left.is_empty());
    let expected = [".output.emic-stage-", ".output.emic-stage-5", ".output.emic-stage-x", ".output2.emic-stage-0", "output"];
    assert_eq!(desk.beside(), expected);
    assert_whole(&desk.output(), of, &[]);
}

fn scaffold(study: &Path, number: usize, files: &[&str]) {
    let root = study.join(format!(".output.emic-stage-{number}"));
    for file in [".emic-stage"].iter().chain(files) {
        fs::create_dir_all(root.join(file).parent().unwrap()).unwrap();
        fs::write(root.join(file), "").unwrap();
    }
}

/// As after a crash between the two renames of a system that cannot exchange.
fn tear(desk: &Desk) {
    let other = Desk::new();
    other.build(&of(2)).unwrap();
    scaffold(&desk.study(), 0, &[]);
    let scaffold = desk.study().join(".output.emic-stage-0");
    fs::rename(other.output(), scaffold.join("ready")).unwrap();
    fs::rename(desk.output(), scaffold.join("old")).unwrap();
}

#[test]
fn a_swap_cut_short_between_two_renames_is_undone() {
    let desk = Desk::new();
    desk.build(&of(1)).unwrap();
    fs::write(desk.output().join("CNAME"), "example.org").unwrap();
    let before = states(&desk.output());
    tear(&desk);
    drop(Stage::open(desk.target()).unwrap());
    let after = states(&desk.output());
    // All but the folder itself, whose change time a rename sets.
    assert!(before.iter().skip(1).eq(after.iter().skip(1)));
    assert_eq!(desk.beside(), ["output"]);
}

#[test]
fn a_swap_cut_short_after_which_someone_filled_the_place_loses_nothing() {
    let desk = Desk::new();
    desk.build(&of(1)).unwrap();
    tear(&desk);
    let other = Desk::new();
    other.build(&of(3)).unwrap();
    fs::rename(other.output(), desk.output()).unwrap();
    let stage = Stage::open(desk.target()).unwrap();
    let wanted = of(4);
    wanted.iter().for_each(|(path, bytes)| put(&stage, path, bytes).unwrap());
    let written = stage.swap().unwrap();
    assert_eq!(written.left, [fs::canonicalize(desk.study()).unwrap().join("output.emic-kept-1")]);
    assert_eq!(listed(&desk.study().join("output.emic-kept-1")), of(1));
    assert_whole(&desk.output(), of, &[]);
    assert_eq!(desk.beside(), ["output", "output.emic-kept-1"]);
}

#[test]
fn what_appears_in_the_old_site_at_the_last_moment_is_kept_beside_it() {
    let desk = Desk::new();
    desk.build(&of(2)).unwrap();
    // As after a kill between the exchange and the clearing, with a file that no scan had seen.
    let other = Desk::new();
    other.build(&of(1)).unwrap();
    fs::write(other.output().join("quotes/late.txt"), "mine").unwrap();
    for out in [desk.output(), other.output()] {
        fs::write(out.join("carried.txt"), "mine too").unwrap();
    }
    scaffold(&desk.study(), 0, &[]);
    fs::rename(other.output(), desk.study().join(".output.emic-stage-0/ready")).unwrap();
    let written = desk.build(&of(3)).unwrap();
    let kept = fs::canonicalize(desk.study()).unwrap().join("output.emic-kept-1");
    assert_eq!(written.left, std::slice::from_ref(&kept));
    let files = tree(&kept).into_iter().filter(|(_, bytes)| bytes.is_some());
    assert_eq!(files.map(|(path, _)| path).collect::<Vec<_>>(), [Path::new("quotes/late.txt")]);
    assert_whole(&desk.output(), of, &["carried.txt"]);
    assert_eq!(desk.beside(), ["output", "output.emic-kept-1"]);
}
