//! What a killed, failed or competing build leaves: the old site or the new one, whole.

use std::fs;
use std::io::Write;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime};

use emic::write::{Stage, WriteError};

use crate::support::{Desk, assert_done, assert_whole, build, child, listed, put, site, states, told, version};

const FILES: usize = 300;

fn of(number: usize) -> crate::support::Site {
    version(number, FILES)
}

/// Numbers that differ from run to run, since the moments to be hit are not known.
fn dice() -> impl FnMut(u64) -> u64 {
    let mut state = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_nanos() as u64;
    move |sides| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % sides
    }
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    const NAME: &str = "survives::a_killed_build_leaves_the_old_site_or_the_new_one";
    if let Some(study) = told() {
        for number in 1.. {
            build(&study.join("output"), &study, &of(number)).unwrap();
        }
    }
    let desk = Desk::new();
    let mut roll = dice();
    let mut strangers: &[&str] = &[];
    let (mut caught, mut in_first) = (0, 0);
    for round in 0..100 {
        // Now and then there is no old site.
        if round % 5 == 0 && desk.output().exists() {
            fs::remove_dir_all(desk.output()).unwrap();
            strangers = &[];
        }
        let mut builds = child(&["env"], NAME, &desk.study(), &[]);
        thread::sleep(Duration::from_millis(2 + roll(if round % 5 == 0 { 30 } else { 150 })));
        builds.kill().unwrap();
        builds.wait().unwrap();

        let left = desk.beside();
        caught += usize::from(left.iter().any(|name| name.contains(".emic-stage-")));
        match desk.output().exists() {
            true => assert_whole(&desk.output(), of, strangers),
            false => {
                assert_eq!(round % 5, 0, "the site was away");
                in_first += 1;
            }
        }
        let written = desk.build(&of(1_000 + round)).unwrap();
        assert_eq!(written.carried, strangers);
        assert!(written.left.is_empty(), "{written:?}");
        assert_whole(&desk.output(), of, strangers);
        assert_eq!(desk.beside(), ["output"], "{left:?}");
        fs::write(desk.output().join("notes.txt"), "mine").unwrap();
        strangers = &["notes.txt"];
    }
    assert!(caught >= 20, "only {caught} of 100 were killed in a build");
    assert!(in_first >= 1, "none was killed in a first build");
}

#[test]
fn eight_builds_at_once_never_mix() {
    const NAME: &str = "survives::eight_builds_at_once_never_mix";
    if let Some(study) = told() {
        let base = std::process::id() as usize;
        for number in 0..5 {
            build(&study.join("output"), &study, &of(base * 10 + number)).unwrap();
        }
        return;
    }
    let desk = Arc::new(Desk::new());
    let threads: Vec<_> = (0..8)
        .map(|number| {
            let desk = Arc::clone(&desk);
            thread::spawn(move || (0..5).for_each(|round| drop(desk.build(&of(number * 10 + round)).unwrap())))
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    assert_whole(&desk.output(), of, &[]);

    let study = desk.study();
    let processes: Vec<_> = (0..8).map(|_| child(&["env"], NAME, &study, &[])).collect();
    processes.into_iter().for_each(assert_done);
    assert_whole(&desk.output(), of, &[]);
    assert_eq!(desk.beside(), ["output"]);
}

#[test]
fn many_threads_write_one_site() {
    let desk = Desk::new();
    let wanted = of(7);
    let stage = Stage::open(desk.target()).unwrap();
    let files: Vec<_> = wanted.iter().collect();
    thread::scope(|scope| {
        for part in files.chunks(40) {
            let stage = &stage;
            scope.spawn(move || part.iter().for_each(|(path, bytes)| put(stage, path, bytes).unwrap()));
        }
    });
    assert_eq!(stage.swap().unwrap().files, wanted.len());
    assert_whole(&desk.output(), of, &[]);
}

#[test]
fn a_second_build_waits_for_the_first() {
    let desk = Desk::new();
    let first = Stage::open(desk.target()).unwrap();
    put(&first, "index.html", b"first").unwrap();
    thread::scope(|scope| {
        let second = scope.spawn(|| desk.build(&site(&[("index.html", "second")])).unwrap());
        thread::sleep(Duration::from_millis(200));
        first.swap().unwrap();
        assert_eq!(second.join().unwrap().changed, 1);
    });
    assert_eq!(listed(&desk.output()), site(&[("index.html", "second")]));
    assert_eq!(desk.beside(), ["output"]);
}

#[test]
fn a_build_that_fails_midway_leaves_the_old_site() {
    let desk = Desk::new();
    desk.build(&of(1)).unwrap();
    let before = states(&desk.output());
    let stage = Stage::open(desk.target()).unwrap();
    put(&stage, "index.html", b"new").unwrap();
    assert!(put(&stage, "../index.html", b"new").is_err());
    assert!(matches!(stage.swap(), Err(WriteError::Unfinished)));
    let panicked = thread::scope(|scope| {
        let build = scope.spawn(|| {
            let stage = Stage::open(desk.target()).unwrap();
            put(&stage, "index.html", b"new").unwrap();
            panic!("a renderer's fault");
        });
        build.join().is_err()
    });
    assert!(panicked);
    assert!(states(&desk.output()) == before);
    assert_eq!(desk.beside(), ["output"]);
}

#[test]
fn a_file_that_can_not_be_written_leaves_the_old_site() {
    const NAME: &str = "survives::a_file_that_can_not_be_written_leaves_the_old_site";
    if let Some(study) = told() {
        let mut new = of(2);
        new.insert("large.html".to_owned(), vec![b'x'; 1 << 20]);
        let error = build(&study.join("output"), &study, &new).unwrap_err();
        assert!(matches!(&error, WriteError::Io { path, .. } if path.ends_with("large.html")), "{error}");
        assert!(error.to_string().ends_with("The site is as it was"));
        let _ = std::io::stdout().flush();
        return;
    }
    let desk = Desk::new();
    desk.build(&of(1)).unwrap();
    let before = states(&desk.output());
    // No file may be longer than 256 kB: as where a disk is full.
    let front = ["sh", "-c", "trap '' XFSZ; ulimit -f 512; exec \"$@\"", "sh"];
    assert_done(child(&front, NAME, &desk.study(), &[]));
    assert!(states(&desk.output()) == before);
    assert_eq!(desk.beside(), ["output"]);
}
