//! Whatever is built over whatever: a model of the output folder that knows only sites and strangers.

use std::fs;

use emic::write::Stage;
use proptest::prelude::*;

use crate::support::{Desk, Site, listed, put, tree};

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is built over whatever: the site is the new one and the strangers, or it is as it was.
    #[test]
    fn a_build_gives_the_new_site_and_the_strangers_or_changes_nothing(
        builds in proptest::collection::vec(
            (some_files(), some_files()),
            1..5,
        ),
    ) {
        let desk = Desk::new();
        let mut strangers = Site::new();
        for (wanted, mine) in builds {
            let before = desk.output().exists().then(|| tree(&desk.output()));
            let stage = Stage::open(desk.target()).unwrap();
            let is_put = wanted.iter().try_for_each(|(path, bytes)| put(&stage, path, bytes)).is_ok();
            match stage.swap() {
                Ok(written) => {
                    prop_assert!(is_put);
                    prop_assert_eq!(listed(&desk.output()), wanted.clone());
                    let carried: Vec<_> = written.carried.iter().filter(|name| !name.ends_with('/')).collect();
                    prop_assert_eq!(carried.len(), strangers.len());
                    let files = tree(&desk.output()).values().filter(|bytes| bytes.is_some()).count();
                    prop_assert_eq!(files, wanted.len() + 2 + strangers.len());
                }
                Err(_) => prop_assert!(before == desk.output().exists().then(|| tree(&desk.output()))),
            }
            for (path, bytes) in &strangers {
                prop_assert_eq!(&fs::read(desk.output().join(path)).unwrap(), bytes);
            }
            // A person puts files where there are none.
            for (path, bytes) in mine {
                let at = desk.output().join(&path);
                let is_free = desk.output().exists() && fs::symlink_metadata(&at).is_err();
                if is_free && fs::create_dir_all(at.parent().unwrap()).is_ok() && fs::write(&at, &bytes).is_ok() {
                    let was_listed = desk.output().join(".emic-manifest").exists() && listed_lists(&desk, &path);
                    prop_assert!(!was_listed);
                    strangers.insert(path, bytes);
                }
            }
        }
    }
}

fn listed_lists(desk: &Desk, path: &str) -> bool {
    let manifest = fs::read_to_string(desk.output().join(".emic-manifest")).unwrap();
    manifest.lines().any(|line| line.ends_with(&format!("  {path}")))
}

fn some_files() -> impl Strategy<Value = Site> {
    proptest::collection::btree_map("[ab]{1,2}(/[ab]){0,2}", "[xy]{0,3}".prop_map(String::into_bytes), 0..6)
}
