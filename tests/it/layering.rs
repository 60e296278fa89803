//! The house of `src/lib.rs`: each module imports only from the layers above it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The layers, from the one that knows least. Modules of one layer do not know each other.
const LAYERS: &[&[&str]] = &[
    &["text"],
    &["article"],
    &["arabic"],
    &["lexicon"],
    &["knowledge"],
    &["extract", "document"],
    &["export"],
    &["pipeline"],
    &["locale", "settings"],
    &["app"],
    &["ui"],
    &["terminal"],
    &["cli"],
];

/// What only some modules may use.
const RESERVED: &[(&str, &[&str])] = &[
    ("unicode_bidi", &["text"]),
    ("unicode_width", &["text"]),
    ("unicode_segmentation", &["text"]),
    ("crossterm", &["terminal"]),
    ("ratatui", &["ui", "terminal"]),
    ("std::fs", &["article", "settings", "terminal"]),
    ("fs::", &["article", "settings", "terminal"]),
    ("SystemTime::now", &["cli", "terminal"]),
    ("Instant::now", &["cli", "terminal"]),
];

#[test]
fn modules_import_from_the_layers_above_only() {
    let rank: BTreeMap<&str, usize> =
        LAYERS.iter().enumerate().flat_map(|(rank, layer)| layer.iter().map(move |name| (*name, rank))).collect();
    for (module, path, code) in sources() {
        let own = *rank.get(module.as_str()).unwrap_or_else(|| panic!("{module} stands in no layer"));
        for imported in imports(&code) {
            let Some(theirs) = rank.get(imported.as_str()) else { continue };
            let allowed = imported == module || *theirs < own;
            assert!(allowed, "{} imports from {imported}, which is not above {module}", path.display());
        }
    }
}

#[test]
fn what_is_reserved_is_used_where_it_may_be() {
    for (module, path, code) in sources() {
        for (name, allowed) in RESERVED {
            let used = code.lines().any(|line| !line.trim_start().starts_with("//") && mentions(line, name));
            assert!(!used || allowed.contains(&module.as_str()), "{} uses {name}", path.display());
        }
    }
}

/// Whether a line has `name` as a word of its own, not as the tail of a longer one.
fn mentions(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|before| before.is_alphanumeric() || before == '_')
    })
}

/// Every source file but the roots, with the module it belongs to and its code before its own tests.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let inside = path.strip_prefix(&root).expect("a source").to_owned();
            let module = inside.iter().next().expect("a name").to_string_lossy().trim_end_matches(".rs").to_owned();
            if path.extension().is_some_and(|extension| extension == "rs")
                && !["lib", "main"].contains(&module.as_str())
            {
                let code = fs::read_to_string(&path).expect("a source");
                let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
                found.push((module, path, code));
            }
        }
    }
    assert!(found.len() > 20, "the sources were not found");
    found
}

/// The modules named by `crate::…`, braces unfolded one level.
fn imports(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(heads_of_group(group)),
            None => names.push(word(rest)),
        }
    }
    names
}

fn heads_of_group(group: &str) -> Vec<String> {
    let mut heads = Vec::new();
    let mut depth = 0usize;
    let mut at_head = true;
    for (index, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_head = true,
            _ if at_head && depth == 0 && character.is_alphabetic() => {
                heads.push(word(&group[index..]));
                at_head = false;
            }
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> String {
    text.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect()
}
