//! How many colours may be used.

use super::Evidence;
use crate::ui::Colours;

/// What the environment promises, or what a terminal that names itself is known to have: `TERM=xterm` promises eight
/// colours to be on the safe side, and xterm has 256.
///
/// A multiplexer is between, and has colours of its own; and who wants none gets none.
#[must_use]
pub fn colours(seen: &Evidence) -> Colours {
    let promised = seen.environment.colours();
    if promised == Colours::None || seen.environment.has("TMUX") || seen.environment.has("STY") {
        return promised;
    }
    promised.max(known(seen))
}

fn known(seen: &Evidence) -> Colours {
    let names_itself =
        |names: &[&str]| seen.own_version().is_some_and(|version| names.iter().any(|name| version.starts_with(name)));
    if seen.bdsm().is_some() || names_itself(&["Konsole", "kitty(", "foot("]) {
        Colours::True
    } else if names_itself(&["XTerm("]) || seen.secondary() == Some("0;136;0") {
        Colours::Indexed
    } else {
        Colours::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::{detect::Environment, input::Reply};

    #[track_caller]
    fn check(environment: &[(&str, &str)], version: &str, expected: Colours) {
        let mut seen = Evidence::new(Environment::of(environment));
        seen.learn(Reply::Version(version.to_owned()));
        assert_eq!(colours(&seen), expected, "{environment:?} {version}");
    }

    #[test]
    fn a_terminal_that_names_itself_has_its_colours() {
        check(&[("TERM", "xterm")], "XTerm(379)", Colours::Indexed);
        check(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], "XTerm(379)", Colours::True);
        check(&[("TERM", "xterm")], "something", Colours::Sixteen);
        check(&[("TERM", "xterm"), ("NO_COLOR", "1")], "XTerm(379)", Colours::None);
        check(&[("TERM", "screen"), ("STY", "1")], "XTerm(379)", Colours::Sixteen);
    }
}
