//! What was learned of the terminals that were used: kept, so that the next first frame is right at once, that a
//! reader who said which sample reads right is not asked again, and that a hint is given once.

use std::{fs, io, path::PathBuf};

use serde::{Deserialize, Serialize};

/// Records kept at most; the oldest are forgotten.
const MOST: usize = 50;

/// One terminal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Record {
    /// What the environment says of it.
    pub environment: String,
    /// What it answers.
    pub answers: String,
    /// The name of its class.
    pub class: String,
    /// Whether the reader said so; otherwise it was found out.
    #[serde(default)]
    pub chosen: bool,
    /// Whether the reader was told that nothing is known of it.
    #[serde(default)]
    pub hinted: bool,
}

/// Every terminal that is remembered, the latest last.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Terminals {
    /// The records.
    #[serde(default, rename = "terminal")]
    records: Vec<Record>,
}

impl Terminals {
    /// What is kept; nothing where it cannot be read.
    #[must_use]
    pub fn load() -> Self {
        path().and_then(|path| fs::read_to_string(path).ok()).map(|text| Self::parse(&text)).unwrap_or_default()
    }

    fn parse(text: &str) -> Self {
        toml::from_str(text).unwrap_or_default()
    }

    /// The last terminal that was used in such an environment.
    #[must_use]
    pub fn likely(&self, environment: &str) -> Option<&Record> {
        self.records.iter().rev().find(|record| record.environment == environment)
    }

    /// The terminal that answers so in such an environment.
    #[must_use]
    pub fn find(&self, environment: &str, answers: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.environment == environment && record.answers == answers)
    }

    /// Remembers a terminal in the place of what was known of it.
    pub fn put(&mut self, record: Record) {
        self.records.retain(|old| old.environment != record.environment || old.answers != record.answers);
        self.records.push(record);
        let spare = self.records.len().saturating_sub(MOST);
        self.records.drain(..spare);
    }

    /// Keeps them.
    ///
    /// # Errors
    /// The file cannot be written, or there is no home to write it to.
    pub fn save(&self) -> io::Result<()> {
        let path = path().ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "no home"))?;
        let text = toml::to_string(self).map_err(io::Error::other)?;
        super::replace(&path, &text)
    }
}

fn path() -> Option<PathBuf> {
    Some(super::state_folder()?.join("terminals.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(answers: &str, class: &str) -> Record {
        Record { environment: "TERM=x".into(), answers: answers.into(), class: class.into(), ..Record::default() }
    }

    #[test]
    fn a_terminal_is_remembered_once_and_the_latest_is_the_likely_one() {
        let mut terminals = Terminals::default();
        terminals.put(record("1", "plain"));
        terminals.put(record("2", "split"));
        terminals.put(record("1", "kitty"));
        let class = |record: Option<&Record>| record.map(|record| record.class.clone());
        assert_eq!(class(terminals.find("TERM=x", "1")).as_deref(), Some("kitty"));
        assert_eq!(class(terminals.likely("TERM=x")).as_deref(), Some("kitty"));
        assert_eq!(terminals.find("TERM=x", "3"), None);
        let text = toml::to_string(&terminals).expect("it is written");
        assert_eq!(Terminals::parse(&text), terminals);
    }

    #[test]
    fn what_cannot_be_read_is_nothing() {
        assert_eq!(Terminals::parse("terminal = 3"), Terminals::default());
        assert_eq!(Terminals::parse(""), Terminals::default());
    }

    #[test]
    fn old_ones_are_forgotten() {
        let mut terminals = Terminals::default();
        (0..MOST + 5).for_each(|number| terminals.put(record(&number.to_string(), "plain")));
        assert_eq!(terminals.records.len(), MOST);
        assert_eq!(terminals.find("TERM=x", "0"), None);
    }
}
