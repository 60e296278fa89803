//! Which class a terminal is of: a table, first match wins.

use super::Evidence;
use crate::terminal::Class;

/// The class of a terminal and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The class.
    pub class: Class,
    /// What it was told by.
    pub reason: &'static str,
    /// Whether combining marks are drawn on their letters.
    pub places_marks: bool,
    /// Whether the terminal is one that was measured or read about.
    pub known: bool,
}

/// A row of the table.
struct Rule {
    class: Class,
    reason: &'static str,
    places_marks: bool,
    holds: fn(&Evidence) -> bool,
}

const fn rule(class: Class, reason: &'static str, places_marks: bool, holds: fn(&Evidence) -> bool) -> Rule {
    Rule { class, reason, places_marks, holds }
}

const MARKS: bool = true;
const NO_MARKS: bool = false;

/// By the answers of the terminal itself.
const BY_ANSWER: &[Rule] = &[
    rule(Class::Bdsm, "it has the mode BDSM (DECRPM 8)", MARKS, |seen| seen.bdsm().is_some()),
    rule(Class::Bdsm, "the terminal outside calls itself VTE", MARKS, |seen| outer_starts(seen, "VTE")),
    rule(Class::Konsole, "the terminal outside calls itself nothing and KONSOLE_VERSION is set", MARKS, |seen| {
        nameless_outside(seen) && seen.environment.has("KONSOLE_VERSION")
    }),
    rule(Class::Bdsm, "the terminal outside calls itself nothing and VTE_VERSION is set", MARKS, |seen| {
        nameless_outside(seen) && seen.environment.has("VTE_VERSION")
    }),
    rule(Class::Konsole, "it calls itself Konsole (XTVERSION)", MARKS, |seen| version_starts(seen, "Konsole")),
    rule(Class::Mlterm, "MLTERM is set and it answers as mlterm (DA2 24)", MARKS, |seen| {
        seen.environment.has("MLTERM") && secondary_starts(seen, "24;")
    }),
    rule(Class::Mlterm, "the terminal outside calls itself nothing and MLTERM is set", MARKS, |seen| {
        nameless_outside(seen) && seen.environment.has("MLTERM")
    }),
    rule(Class::Kitty, "it calls itself kitty (XTVERSION)", NO_MARKS, |seen| version_starts(seen, "kitty(")),
    rule(Class::Putty, "it answers as PuTTY (DA2 0;136;0)", NO_MARKS, |seen| secondary_is(seen, "0;136;0")),
    rule(Class::Split, "it answers as qtermwidget (DA2 0;115;0)", NO_MARKS, |seen| secondary_is(seen, "0;115;0")),
    rule(Class::Split, "it answers as xterm.js (DA2 0;276;0)", MARKS, |seen| secondary_is(seen, "0;276;0")),
    rule(Class::Plain, "it calls itself XTerm (XTVERSION)", MARKS, |seen| version_starts(seen, "XTerm(")),
    rule(Class::Plain, "it calls itself foot (XTVERSION)", NO_MARKS, |seen| version_starts(seen, "foot(")),
    rule(Class::Plain, "it answers as rxvt-unicode (DA2 85)", MARKS, |seen| secondary_starts(seen, "85;")),
    rule(Class::Plain, "it answers as zutty (DA2 64)", NO_MARKS, |seen| secondary_starts(seen, "64;0;0")),
    rule(Class::Plain, "it calls itself WezTerm (XTVERSION)", NO_MARKS, |seen| version_starts(seen, "WezTerm")),
    rule(Class::Plain, "it calls itself ghostty (XTVERSION)", NO_MARKS, |seen| version_starts(seen, "ghostty")),
    rule(Class::Plain, "it calls itself iTerm2 (XTVERSION)", NO_MARKS, |seen| version_starts(seen, "iTerm2")),
];

/// By the environment, once answers have told nothing or before they have come.
const BY_ENVIRONMENT: &[Rule] = &[
    rule(Class::Logical, "TERM_PROGRAM says Terminal of macOS", NO_MARKS, |seen| {
        seen.environment.is("TERM_PROGRAM", "Apple_Terminal")
    }),
    rule(Class::Split, "TERM_PROGRAM says VS Code", MARKS, |seen| seen.environment.is("TERM_PROGRAM", "vscode")),
    rule(Class::Plain, "TERM_PROGRAM says iTerm2", NO_MARKS, |seen| seen.environment.is("TERM_PROGRAM", "iTerm.app")),
    rule(Class::Plain, "TERM_PROGRAM says WezTerm", NO_MARKS, |seen| seen.environment.is("TERM_PROGRAM", "WezTerm")),
    rule(Class::Plain, "TERM_PROGRAM says Ghostty", NO_MARKS, |seen| seen.environment.is("TERM_PROGRAM", "ghostty")),
    rule(Class::Kitty, "TERM says kitty", NO_MARKS, |seen| seen.environment.is("TERM", "xterm-kitty")),
    rule(Class::Mlterm, "TERM says mlterm", MARKS, |seen| term_starts(seen, "mlterm")),
    rule(Class::Plain, "TERM says alacritty", NO_MARKS, |seen| term_starts(seen, "alacritty")),
    rule(Class::Plain, "TERM says foot", NO_MARKS, |seen| term_starts(seen, "foot")),
    rule(Class::Plain, "TERM says st", NO_MARKS, |seen| term_starts(seen, "st-") || seen.environment.is("TERM", "st")),
    rule(Class::Plain, "TERM says rxvt-unicode", MARKS, |seen| term_starts(seen, "rxvt-unicode")),
    rule(Class::Plain, "TERM says the Linux console", NO_MARKS, |seen| seen.environment.is("TERM", "linux")),
    rule(Class::Plain, "XTERM_VERSION is set", MARKS, |seen| seen.environment.has("XTERM_VERSION")),
    rule(Class::Plain, "ALACRITTY_WINDOW_ID is set", NO_MARKS, |seen| seen.environment.has("ALACRITTY_WINDOW_ID")),
    rule(Class::Plain, "WT_SESSION says Windows Terminal", NO_MARKS, |seen| seen.environment.has("WT_SESSION")),
];

/// By variables that a terminal hands down to others started from it: only good for the first frame.
const BY_GUESS: &[Rule] = &[
    rule(Class::Konsole, "KONSOLE_VERSION is set", MARKS, |seen| seen.environment.has("KONSOLE_VERSION")),
    rule(Class::Bdsm, "VTE_VERSION is set", MARKS, |seen| seen.environment.has("VTE_VERSION")),
    rule(Class::Kitty, "KITTY_WINDOW_ID is set", NO_MARKS, |seen| seen.environment.has("KITTY_WINDOW_ID")),
];

const UNKNOWN: Verdict =
    Verdict { class: Class::Plain, reason: "nothing tells which terminal it is", places_marks: false, known: false };

/// The class, from what is known so far.
#[must_use]
pub fn classify(seen: &Evidence) -> Verdict {
    let tables: &[&[Rule]] = match seen.is_complete() && !seen.waits_for_outside() {
        true => &[BY_ANSWER, BY_ENVIRONMENT],
        false => &[BY_ANSWER, BY_ENVIRONMENT, BY_GUESS],
    };
    let rule = tables.iter().copied().flatten().find(|rule| (rule.holds)(seen));
    rule.map_or(UNKNOWN, |rule| Verdict {
        class: rule.class,
        reason: rule.reason,
        places_marks: rule.places_marks,
        known: true,
    })
}

fn version_starts(seen: &Evidence, name: &str) -> bool {
    seen.version().is_some_and(|version| version.starts_with(name))
}

fn outer_starts(seen: &Evidence, name: &str) -> bool {
    seen.outer.as_ref().is_some_and(|outer| outer.starts_with(name))
}

/// Within a multiplexer whose terminal has no name, as old versions of VTE.
fn nameless_outside(seen: &Evidence) -> bool {
    seen.outer.as_ref().is_some_and(String::is_empty)
}

fn secondary_is(seen: &Evidence, attributes: &str) -> bool {
    seen.secondary() == Some(attributes)
}

fn secondary_starts(seen: &Evidence, attributes: &str) -> bool {
    seen.secondary().is_some_and(|secondary| secondary.starts_with(attributes))
}

fn term_starts(seen: &Evidence, name: &str) -> bool {
    seen.environment.get("TERM").is_some_and(|term| term.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::{detect::Environment, input::Reply};

    struct Case {
        environment: &'static [(&'static str, &'static str)],
        version: Option<&'static str>,
        secondary: Option<&'static str>,
        bdsm: Option<u32>,
        outer: Option<&'static str>,
    }

    const CASE: Case = Case { environment: &[], version: None, secondary: None, bdsm: None, outer: None };

    #[track_caller]
    fn check(case: &Case, expected: Class, known: bool) {
        let mut seen = Evidence::new(Environment::of(case.environment));
        let version = case.version.map(|version| Reply::Version(version.to_owned()));
        let secondary = case.secondary.map(|attributes| Reply::SecondaryAttributes(attributes.to_owned()));
        let bdsm = case.bdsm.map(|state| Reply::Mode { private: false, mode: 8, state });
        [version, secondary, bdsm].into_iter().flatten().for_each(|reply| seen.learn(reply));
        seen.outer = case.outer.map(str::to_owned);
        seen.learn(Reply::PrimaryAttributes("1;2".to_owned()));
        let verdict = classify(&seen);
        assert_eq!((verdict.class, verdict.known), (expected, known), "{}", verdict.reason);
    }

    /// The answers that were measured.
    #[test]
    fn measured_terminals_are_told_apart() {
        let xterm = Case { version: Some("XTerm(379)"), secondary: Some("41;379;0"), bdsm: Some(0), ..CASE };
        check(&xterm, Class::Plain, true);
        check(&Case { secondary: Some("65;7006;1"), bdsm: Some(1), ..CASE }, Class::Bdsm, true);
        check(&Case { version: Some("Konsole 22.12.3"), secondary: Some("1;115;0"), ..CASE }, Class::Konsole, true);
        let mlterm = Case { environment: &[("MLTERM", "3.9.0")], secondary: Some("24;279;0"), bdsm: Some(0), ..CASE };
        check(&mlterm, Class::Mlterm, true);
        let kitty = Case { version: Some("kitty(0.26.5)"), secondary: Some("1;4000;26"), bdsm: Some(0), ..CASE };
        check(&kitty, Class::Kitty, true);
        check(&Case { secondary: Some("0;115;0"), ..CASE }, Class::Split, true);
        check(&Case { secondary: Some("0;276;0"), bdsm: Some(0), ..CASE }, Class::Split, true);
        check(&Case { secondary: Some("0;136;0"), ..CASE }, Class::Putty, true);
        check(&Case { secondary: Some("85;95;0"), ..CASE }, Class::Plain, true);
        check(&Case { environment: &[("TERM", "st-256color")], ..CASE }, Class::Plain, true);
    }

    #[test]
    fn a_variable_handed_down_does_not_overrule_an_answer() {
        let in_konsole: &[(&str, &str)] = &[("KONSOLE_VERSION", "221203"), ("TERM", "xterm-256color")];
        check(&Case { environment: in_konsole, version: Some("XTerm(379)"), ..CASE }, Class::Plain, true);
        check(&Case { environment: in_konsole, ..CASE }, Class::Plain, false);
        let before_answers = Evidence::new(Environment::of(in_konsole));
        assert_eq!(classify(&before_answers).class, Class::Konsole);
    }

    #[test]
    fn the_terminal_around_tmux_counts() {
        let tmux = Case { version: Some("tmux 3.3a"), secondary: Some("84;0;0"), ..CASE };
        check(&Case { outer: Some("VTE(8001)"), ..tmux }, Class::Bdsm, true);
        check(&Case { outer: Some("Konsole 22.12.3"), ..tmux }, Class::Konsole, true);
        check(&Case { outer: Some("XTerm(379)"), ..tmux }, Class::Plain, true);
        check(&Case { outer: Some(""), environment: &[("VTE_VERSION", "7006")], ..tmux }, Class::Bdsm, true);
    }

    #[test]
    fn what_nothing_is_known_of_is_unknown() {
        check(&Case { environment: &[("TERM", "xterm-256color")], ..CASE }, Class::Plain, false);
    }
}
