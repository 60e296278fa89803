//! The variables that tell something of the terminal.

use crate::ui::Colours;

/// What the environment says. Variables leak into terminals that are started from others, so it is only a guess
/// that an answer of the terminal itself overrides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Environment {
    variables: Vec<(&'static str, String)>,
}

/// Every variable that is looked at.
pub const VARIABLES: &[&str] = &[
    "TERM",
    "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION",
    "COLORTERM",
    "NO_COLOR",
    "TMUX",
    "STY",
    "VTE_VERSION",
    "KONSOLE_VERSION",
    "MLTERM",
    "KITTY_WINDOW_ID",
    "ALACRITTY_WINDOW_ID",
    "XTERM_VERSION",
    "ZUTTY_VERSION",
    "WEZTERM_PANE",
    "WT_SESSION",
    "GHOSTTY_RESOURCES_DIR",
    "ITERM_SESSION_ID",
];

impl Environment {
    /// The environment of the process.
    #[must_use]
    pub fn of_process() -> Self {
        let value = |name: &&'static str| {
            let value = std::env::var_os(name)?.to_string_lossy().into_owned();
            (!value.is_empty()).then_some((*name, value))
        };
        Self { variables: VARIABLES.iter().filter_map(value).collect() }
    }

    /// An environment of the given variables, those that are not looked at left out.
    #[must_use]
    pub fn of(variables: &[(&str, &str)]) -> Self {
        let value = |name: &&'static str| {
            let (_, value) = variables.iter().find(|(given, _)| given == name)?;
            (!value.is_empty()).then(|| (*name, (*value).to_owned()))
        };
        Self { variables: VARIABLES.iter().filter_map(value).collect() }
    }

    /// The value of a variable that is set and not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Whether a variable is set and not empty.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Whether a variable has this value.
    #[must_use]
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.get(name) == Some(value)
    }

    /// What is set, in the order of [`VARIABLES`].
    #[must_use]
    pub fn set(&self) -> &[(&'static str, String)] {
        &self.variables
    }

    /// How many colours may be used: none with `NO_COLOR`, else what `COLORTERM` and `TERM` promise.
    #[must_use]
    pub fn colours(&self) -> Colours {
        let term = self.get("TERM").unwrap_or_default();
        let names_true = |value: &str| matches!(value, "truecolor" | "24bit");
        if self.has("NO_COLOR") || term == "dumb" || term.starts_with("vt") {
            Colours::None
        } else if self.has("STY") {
            // GNU screen hands COLORTERM down and, before version 5, takes the parts of a colour for attributes.
            if term.contains("256color") { Colours::Indexed } else { Colours::Sixteen }
        } else if self.get("COLORTERM").is_some_and(names_true)
            || self.has("WT_SESSION")
            || term.ends_with("-direct")
            || ["xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm"].contains(&term)
        {
            Colours::True
        } else if term.contains("256color") || term == "mlterm" {
            Colours::Indexed
        } else {
            Colours::Sixteen
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(variables: &[(&str, &str)], expected: Colours) {
        assert_eq!(Environment::of(variables).colours(), expected, "{variables:?}");
    }

    #[test]
    fn colours_are_what_the_environment_promises() {
        check(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], Colours::True);
        check(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("NO_COLOR", "1")], Colours::None);
        check(&[("TERM", "xterm-256color"), ("NO_COLOR", "")], Colours::Indexed);
        check(&[("TERM", "tmux-256color"), ("COLORTERM", "rxvt-xpm")], Colours::Indexed);
        check(&[("TERM", "screen"), ("COLORTERM", "truecolor"), ("STY", "1.tty")], Colours::Sixteen);
        check(&[("TERM", "foot")], Colours::True);
        check(&[("TERM", "linux")], Colours::Sixteen);
        check(&[("TERM", "dumb")], Colours::None);
        check(&[("TERM", "vt220")], Colours::None);
    }
}
