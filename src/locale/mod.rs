//! The message catalogue: every string of the screen, in English and in Arabic.
//!
//! Messages are written in Fluent (`assets/locale/*.ftl`), so that plurals follow CLDR and every value
//! put into a message is isolated (FSI … PDI) from the text around it.

mod message;

use std::{borrow::Cow, fmt};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
pub use message::Msg;
use unic_langid::LanguageIdentifier;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, clap::ValueEnum, serde::Deserialize)]
pub enum Language {
    /// العربية
    #[value(name = "ar")]
    #[serde(rename = "ar")]
    Arabic,
    /// English
    #[default]
    #[value(name = "en")]
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Every language there is a catalogue for.
    pub const ALL: [Self; 2] = [Self::Arabic, Self::English];

    /// The language of a POSIX or BCP 47 locale name (`ar_EG.UTF-8`, `ar-EG`); English for every other.
    #[must_use]
    pub fn of_locale(name: &str) -> Self {
        let primary = name.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("ar") { Self::Arabic } else { Self::English }
    }

    /// Whether the language is written from right to left.
    #[must_use]
    pub fn is_rtl(self) -> bool {
        self == Self::Arabic
    }

    fn id(self) -> LanguageIdentifier {
        let tag = match self {
            Self::Arabic => "ar",
            Self::English => "en",
        };
        tag.parse().unwrap_or_default()
    }

    fn source(self) -> &'static str {
        match self {
            Self::Arabic => include_str!("../../assets/locale/ar.ftl"),
            Self::English => include_str!("../../assets/locale/en.ftl"),
        }
    }
}

/// A value isolated from the text it is put into (UAX #9: FSI … PDI).
#[must_use]
pub fn isolate(value: &str) -> String {
    format!("\u{2068}{value}\u{2069}")
}

/// The messages of one language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Reads the catalogue of `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        // A message that does not parse is left out; the tests see to it that there is none.
        let resource =
            FluentResource::try_new(language.source().to_owned()).unwrap_or_else(|(readable, _errors)| readable);
        let mut bundle = FluentBundle::new(vec![language.id()]);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// Which language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of a message.
    #[must_use]
    pub fn say(&self, message: &Msg<'_>) -> String {
        self.format(message.id(), Some(&message.args())).map_or_else(|| message.id().to_owned(), Cow::into_owned)
    }

    /// Several texts beside each other, in the direction of the language whatever they hold.
    #[must_use]
    pub fn row(&self, parts: &[String]) -> String {
        let direction = if self.language.is_rtl() { '\u{200F}' } else { '\u{200E}' };
        let parts: Vec<String> = parts.iter().map(|part| isolate(part)).collect();
        format!("{direction}{}", parts.join(" \u{00B7} "))
    }

    /// The text of a message that a table names by its id and that takes no values, such as the help of a command.
    #[must_use]
    pub fn describe(&self, id: &str) -> Option<String> {
        self.format(id, None).map(Cow::into_owned)
    }

    fn format<'a>(&'a self, id: &str, args: Option<&'a FluentArgs<'_>>) -> Option<Cow<'a, str>> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, args, &mut errors))
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Catalogue").field("language", &self.language).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_in_every_catalogue() {
        for language in Language::ALL {
            let catalogue = Catalogue::new(language);
            for id in Msg::IDS {
                assert!(catalogue.bundle.get_message(id).is_some(), "{language:?} lacks {id}");
            }
        }
    }

    #[test]
    fn catalogues_parse_whole_and_name_the_same_messages() {
        let ids = |language: Language| {
            assert!(FluentResource::try_new(language.source().to_owned()).is_ok(), "{language:?} does not parse");
            let lines = language.source().lines().filter(|line| line.starts_with(|first: char| first.is_alphabetic()));
            let mut ids: Vec<&str> = lines.filter_map(|line| line.split(" =").next()).collect();
            ids.sort_unstable();
            ids
        };
        assert_eq!(ids(Language::Arabic), ids(Language::English));
    }

    #[test]
    fn values_are_isolated_and_counted() {
        let english = Catalogue::new(Language::English);
        assert_eq!(english.say(&Msg::SearchCount { at: 3, of: 12 }), "\u{2068}3\u{2069} of \u{2068}12\u{2069}");
    }

    #[test]
    fn locale_names() {
        assert_eq!(Language::of_locale("ar_EG.UTF-8"), Language::Arabic);
        assert_eq!(Language::of_locale("arn"), Language::English);
        assert_eq!(Language::of_locale("C"), Language::English);
    }
}
