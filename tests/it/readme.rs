//! What the README says of the program is what the program does.

use std::{fs, path::Path};

use qari::{
    app::command::{Group, TABLE},
    locale::{Catalogue, Language, Msg},
};

const START: &str = "<!-- keys: made from the command table; `cargo test` holds the two together -->\n";
const END: &str = "<!-- /keys -->";

/// The table of keys as the README is to have it.
fn keys() -> String {
    let catalogue = Catalogue::new(Language::English);
    let mut table = String::from("| keys | |\n|---|---|\n");
    for group in Group::ALL {
        let name = match group {
            Group::Moving => Msg::HelpMoving,
            Group::Panes => Msg::HelpPanes,
            Group::Finding => Msg::HelpFinding,
            Group::Other => Msg::HelpOther,
        };
        table.push_str(&format!("| | **{}** |\n", catalogue.say(&name)));
        for row in TABLE.iter().filter(|row| row.group == group) {
            let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
            let help = catalogue.describe(row.help).expect("a help text");
            table.push_str(&format!("| {} | {help} |\n", keys.join(" ")));
        }
    }
    table
}

/// Run with `QARI_UPDATE=1` to write the table into the README.
#[test]
fn the_readme_lists_the_keys_of_the_command_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("the README");
    let (before, rest) = readme.split_once(START).expect("where the table begins");
    let (found, after) = rest.split_once(END).expect("where the table ends");
    let expected = keys();
    if std::env::var_os("QARI_UPDATE").is_some() {
        fs::write(&path, format!("{before}{START}{expected}{END}{after}")).expect("the README is written");
        return;
    }
    assert_eq!(found, expected, "run the tests once with QARI_UPDATE=1");
}
