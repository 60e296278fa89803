//! What is remembered of this terminal, and what is worth remembering of it.

use super::{
    Class,
    detect::{Environment, Evidence, Verdict},
};
use crate::settings::terminals::{Record, Terminals};

/// Of these variables the values tell terminals apart; of all others only that they are set.
const TELLING: [&str; 2] = ["TERM", "TERM_PROGRAM"];
/// These say nothing of the terminal.
const BESIDE: [&str; 3] = ["NO_COLOR", "COLORTERM", "TERM_PROGRAM_VERSION"];

/// The records, and whether they changed.
#[derive(Debug, Default)]
pub(super) struct Memory {
    terminals: Terminals,
    changed: bool,
}

impl Memory {
    /// What is kept.
    pub fn load() -> Self {
        Self { terminals: Terminals::load(), changed: false }
    }

    /// The class that the last terminal had in such an environment.
    pub fn likely(&self, environment: &Environment) -> Option<Class> {
        self.terminals.likely(&name(environment))?.class.parse().ok()
    }

    /// The class that the reader said this terminal is of.
    pub fn chosen(&self, seen: &Evidence) -> Option<Class> {
        self.of(seen).filter(|record| record.chosen)?.class.parse().ok()
    }

    /// Whether the reader was told that nothing is known of this terminal.
    pub fn hinted(&self, seen: &Evidence) -> bool {
        self.of(seen).is_some_and(|record| record.hinted)
    }

    /// Remembers what was found out, if the next first frame would be drawn otherwise without.
    pub fn learn(&mut self, seen: &Evidence, verdict: &Verdict, guess: Class) {
        if verdict.class != guess && !self.of(seen).is_some_and(|record| record.chosen) {
            let hinted = self.hinted(seen);
            self.put(seen, |record| *record = Record { class: verdict.class.to_string(), hinted, ..record.clone() });
        }
    }

    /// Remembers that the hint was given.
    pub fn hint(&mut self, seen: &Evidence, class: Class) {
        self.put(seen, |record| *record = Record { class: class.to_string(), hinted: true, ..record.clone() });
    }

    /// Remembers what the reader said.
    pub fn choose(&mut self, seen: &Evidence, class: Class) {
        self.put(seen, |record| *record = Record { class: class.to_string(), chosen: true, ..record.clone() });
    }

    fn of(&self, seen: &Evidence) -> Option<&Record> {
        self.terminals.find(&name(&seen.environment), &answers(seen))
    }

    fn put(&mut self, seen: &Evidence, change: impl FnOnce(&mut Record)) {
        let fresh = Record { environment: name(&seen.environment), answers: answers(seen), ..Record::default() };
        let mut record = self.of(seen).cloned().unwrap_or(fresh);
        change(&mut record);
        self.terminals.put(record);
        self.changed = true;
    }

    /// Keeps what changed.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn save(&self) -> std::io::Result<()> {
        if self.changed { self.terminals.save() } else { Ok(()) }
    }
}

/// The environment in a line: what a terminal has in common from one window to the next.
fn name(environment: &Environment) -> String {
    let words = environment
        .set()
        .iter()
        .filter(|(name, _)| !BESIDE.contains(name))
        .map(|(name, value)| if TELLING.contains(name) { format!("{name}={value}") } else { (*name).to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

fn answers(seen: &Evidence) -> String {
    let parts = [seen.secondary(), seen.own_version(), seen.outer.as_deref()];
    parts.map(Option::unwrap_or_default).join(" | ").trim_end_matches([' ', '|']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::{detect::classify, input::Reply};

    fn seen() -> Evidence {
        let mut seen = Evidence::new(Environment::of(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]));
        seen.learn(Reply::SecondaryAttributes("0;115;0".to_owned()));
        seen.learn(Reply::PrimaryAttributes("1;2".to_owned()));
        seen
    }

    #[test]
    fn what_was_found_out_is_the_guess_of_the_next_time() {
        let seen = seen();
        let mut memory = Memory::default();
        memory.learn(&seen, &classify(&seen), Class::Plain);
        assert_eq!(memory.likely(&seen.environment), Some(Class::Split));
        assert_eq!(memory.chosen(&seen), None);
    }

    #[test]
    fn what_the_reader_said_stays() {
        let seen = seen();
        let mut memory = Memory::default();
        memory.choose(&seen, Class::Kitty);
        memory.learn(&seen, &classify(&seen), Class::Plain);
        assert_eq!(memory.chosen(&seen), Some(Class::Kitty));
        assert!(!memory.hinted(&seen));
        memory.hint(&seen, Class::Kitty);
        assert!(memory.hinted(&seen) && memory.chosen(&seen) == Some(Class::Kitty));
    }
}
