//! Folders that no site may be written to.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;

use emic::write::{RefusalReason, Target, WriteError};

use crate::support::{Desk, INPUTS, assert_done, build, child, site, told, tree};

/// Folders of the system: these are only checked, never built into.
const SYSTEM: [&str; 14] = [
    "/",
    "//",
    "/usr/..",
    "/usr",
    "/usr/",
    "/etc",
    "/etc/emic",
    "/tmp",
    "/var",
    "/home",
    "/dev/shm",
    "/proc/self/emic",
    "/usr/share/emic",
    "/tmp/../tmp/.",
];

/// Folders of the sandbox, with the reason for each. The current folder is the study, the home folder is `home`.
const DANGEROUS: [(&str, &str); 52] = [
    ("", "Nameless"),
    ("../home", "Home"),
    ("../home/", "Home"),
    ("../home/.", "Home"),
    ("../home/docs/..", "Home"),
    ("..", "Home"),
    (".", "Study"),
    ("./", "Study"),
    ("content/..", "Study"),
    ("../study", "Study"),
    ("../study/../study/.", "Study"),
    ("../home/to-study/content/..", "Study"),
    ("../home/to-study", "Symlink"),
    ("../home/to-study/", "Symlink"),
    ("../home/to-study/.", "Symlink"),
    ("dangling", "Symlink"),
    ("output-link", "Symlink"),
    ("study.yaml", "NotAFolder"),
    ("content", "Input"),
    ("themes/", "Input"),
    ("quotes", "Input"),
    ("coding", "Input"),
    ("private", "Symlink"),
    ("private/site", "Input"),
    ("templates", "Input"),
    ("static", "Input"),
    ("QUOTES", "Input"),
    ("CONTENT", "Input"),
    ("content/site", "Input"),
    ("static/../content/site", "Input"),
    ("themes/deep", "Input"),
    ("../home/to-study/content", "Input"),
    ("../home/to-study/static/site", "Input"),
    ("../elsewhere/kept-inputs", "Input"),
    ("../repo", "Repository"),
    ("../worktree", "Repository"),
    ("../repo/.git/site", "Repository"),
    ("file", "NotAFolder"),
    ("file/", "NotAFolder"),
    ("file/site", "NoParent"),
    ("socket", "NotAFolder"),
    ("missing/site", "NoParent"),
    ("missing/..", "NoParent"),
    ("../elsewhere", "Input"),
    ("../occupied", "Strange"),
    ("foreign-marker", "Strange"),
    ("marker-is-a-link", "Strange"),
    ("newer", "Newer"),
    ("no-list", "ListLost"),
    ("bad-list", "ListLost"),
    ("../other/site", "InsideSite"),
    (".output.emic-stage-0", "Reserved"),
];

#[test]
fn dangerous_folders_are_refused_and_nothing_is_touched() {
    let Some(root) = told() else {
        let desk = Desk::new();
        let root = desk.dir.path();
        let study = desk.study();
        // The child's working folder is the sandbox, and it goes into the study by itself.
        assert_done(child(
            &["env", "-C", study.to_str().unwrap()],
            "refuses::dangerous_folders_are_refused_and_nothing_is_touched",
            root,
            &[("HOME", &root.join("home"))],
        ));
        return;
    };
    furnish(&root);
    let _socket = UnixListener::bind("socket").unwrap();
    let before = tree(&root);
    for (out, reason) in DANGEROUS {
        let refused = build(Path::new(out), Path::new("."), &site(&[("index.html", "x")]));
        let Err(WriteError::Refused(refusal)) = refused else { panic!("{out} gave {refused:?}") };
        assert!(format!("{:?}", refusal.reason).starts_with(reason), "{out}: {refusal:?}");
        assert!(refusal.to_string().ends_with(|c: char| c.is_alphanumeric()), "{refusal}");
    }
    for out in SYSTEM {
        let refused = Target::check(Path::new(out), Path::new("."), &INPUTS).unwrap_err();
        assert!(matches!(refused.reason, RefusalReason::Root | RefusalReason::System | RefusalReason::Home), "{out}: {refused:?}");
    }
    assert!(tree(&root) == before);
}

fn furnish(root: &Path) {
    let folders = ["home/docs", "repo/.git", "worktree", "elsewhere/kept-inputs", "occupied", "other"];
    let more = ["study/foreign-marker", "study/marker-is-a-link", "study/newer", "study/no-list", "study/bad-list"];
    for folder in folders.iter().chain(&more) {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    let files = [
        ("home/docs/letter.txt", "dear"),
        ("worktree/.git", "gitdir: ../repo/.git/worktrees/x"),
        ("repo/.git/HEAD", "ref"),
        ("occupied/thesis.txt", "years of work"),
        ("study/file", "a file"),
        ("study/foreign-marker/.emic-site", "not emic's"),
        ("study/newer/.emic-site", "emic site, format 2: …"),
        ("study/no-list/.emic-site", "emic site, format 1: …"),
        ("study/bad-list/.emic-site", "emic site, format 1: …"),
        ("study/bad-list/.emic-manifest", "0000  ../../thesis.txt\n"),
    ];
    for (path, text) in files {
        fs::write(root.join(path), text).unwrap();
    }
    symlink("../study", root.join("home/to-study")).unwrap();
    symlink("nowhere", root.join("study/dangling")).unwrap();
    symlink("../elsewhere", root.join("study/output-link")).unwrap();
    symlink("../newer/.emic-site", root.join("study/marker-is-a-link/.emic-site")).unwrap();
    // An input that is a link: what it points to is an input too.
    symlink("../elsewhere/kept-inputs", root.join("study/private")).unwrap();
    build(&root.join("other"), &root.join("study"), &site(&[("index.html", "x")])).unwrap();
}

#[test]
fn a_refusal_names_the_folder_and_a_remedy() {
    let desk = Desk::new();
    let refusal = Target::check(&desk.study().join("content/site"), &desk.study(), &INPUTS).unwrap_err();
    let study = fs::canonicalize(desk.study()).unwrap();
    let expected = format!(
        "the site cannot be written to `{}/content/site`: it is, holds, or is inside `content`, which the study is made from. \
         Choose a folder of its own for the site, such as `output` in the study",
        study.display(),
    );
    assert_eq!(refusal.to_string(), expected);
}

#[test]
fn ordinary_folders_are_allowed() {
    let desk = Desk::new();
    fs::create_dir_all(desk.dir.path().join("public/empty")).unwrap();
    fs::write(desk.dir.path().join("public/empty/.DS_Store"), "litter").unwrap();
    symlink("public", desk.dir.path().join("link")).unwrap();
    let study = desk.study();
    for out in ["output", "output/", "./output", "OUTPUT2", "content/../output", "../public/site", "../public/empty", "../link/other"] {
        assert!(build(&study.join(out), &study, &site(&[("index.html", "x")])).is_ok(), "{out}");
        assert!(build(&study.join(out), &study, &site(&[("index.html", "y")])).is_ok(), "{out} again");
    }
    assert!(desk.dir.path().join("public/other/index.html").is_file());
    assert!(desk.dir.path().join("public/empty/.DS_Store").is_file());
}

#[test]
fn a_folder_in_which_one_may_not_write_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let closed = desk.dir.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    let refused = Target::check(&closed.join("site"), &desk.study(), &INPUTS);
    // Root may write anywhere.
    if fs::write(closed.join("probe"), "").is_err() {
        assert!(matches!(refused.unwrap_err().reason, RefusalReason::Unwritable));
    }
}

#[test]
fn a_target_that_changed_after_its_check_is_refused() {
    let desk = Desk::new();
    let target = desk.target();
    fs::create_dir(desk.output()).unwrap();
    fs::write(desk.output().join("thesis.txt"), "years of work").unwrap();
    let refused = emic::write::Stage::open(target).unwrap_err();
    assert!(matches!(refused, WriteError::Refused(refusal) if matches!(refusal.reason, RefusalReason::Strange(_))));
    assert_eq!(desk.beside(), ["output"]);
}
