//! Which class the terminal is of, from the first guess to the last answer, and what of it is worth remembering.

use std::io;

use super::{
    Class,
    detect::{self, Environment, Evidence, Verdict},
    input::Reply,
    memory::Memory,
};

/// What is held of the terminal so far.
#[derive(Debug)]
pub(super) struct Recognition {
    /// The class that was chosen by option or configuration.
    chosen: Option<Class>,
    evidence: Evidence,
    memory: Memory,
    verdict: Verdict,
    /// The class that the first frame is drawn for.
    guess: Class,
}

impl Recognition {
    /// What can be said before anything was asked; `outer` is what is known of a terminal around a multiplexer.
    pub fn new(chosen: Option<Class>, environment: Environment, outer: Option<String>) -> Self {
        let evidence = Evidence { outer, ..Evidence::new(environment) };
        let memory = Memory::load();
        let verdict = decide(chosen, &evidence, &memory);
        Self { chosen, evidence, memory, verdict, guess: verdict.class }
    }

    /// Environment and answers.
    pub fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// The class and why.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// Takes in an answer.
    pub fn learn(&mut self, reply: Reply) {
        self.evidence.learn(reply);
    }

    /// Takes in what the terminal around the multiplexer calls itself.
    pub fn learn_outside(&mut self, version: String) {
        self.evidence.outer = Some(version);
    }

    /// Whether the class is another one by what was learned.
    pub fn decide_again(&mut self) -> bool {
        let before = self.verdict.class;
        self.verdict = decide(self.chosen, &self.evidence, &self.memory);
        self.verdict.class != before
    }

    /// Whether VTE's mode is anything to care for: not where another class was chosen.
    pub fn cares_for_bdsm(&self) -> bool {
        self.chosen.is_none_or(|chosen| chosen == Class::Bdsm)
    }

    /// Remembers what was found out, and tells whether the reader is to be told where to turn: where nothing was
    /// found out, once.
    pub fn remember(&mut self) -> bool {
        if self.chosen.is_some() || self.evidence.waits_for_outside() {
            return false;
        }
        self.memory.learn(&self.evidence, &self.verdict, self.guess);
        let hints = !self.verdict.known && !self.memory.hinted(&self.evidence);
        if hints {
            self.memory.hint(&self.evidence, self.verdict.class);
        }
        hints
    }

    /// Remembers what the reader says of this terminal.
    pub fn choose(&mut self, class: Class) {
        self.memory.choose(&self.evidence, class);
    }

    /// Keeps what is remembered.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn save(&self) -> io::Result<()> {
        self.memory.save()
    }
}

/// The class that was chosen, else what the reader said of this terminal, else what the evidence tells; before the
/// answers are there, what the last terminal was in such an environment.
fn decide(chosen: Option<Class>, evidence: &Evidence, memory: &Memory) -> Verdict {
    let found = detect::classify(evidence);
    let remembered = if evidence.is_complete() && !evidence.waits_for_outside() {
        memory.chosen(evidence)
    } else {
        memory.likely(&evidence.environment)
    };
    match (chosen, remembered) {
        (Some(class), _) => Verdict { class, reason: "it was chosen by option or configuration", known: true, ..found },
        (None, Some(class)) => Verdict { class, reason: "it is remembered", known: true, ..found },
        (None, None) => found,
    }
}
