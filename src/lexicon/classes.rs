//! Classes of words: what a word does in a sentence that names somebody or something.

use rustc_hash::FxHashMap;

use super::{Table, table::rows};

const FILE: &str = include_str!("../../assets/lexicon/classes.tsv");

/// What a word does. The words of each are listed in `assets/lexicon/classes.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Begins a title: president, minister.
    Title,
    /// Stands before a name and is neither name nor title: Mr, Dr.
    Honorific,
    /// Goes on a title: foreign affairs, general, former.
    Tail,
    /// A verb of saying or meeting, whose subject is often a person.
    Speech,
    /// Begins the name of an organisation: ministry, party, company.
    Organisation,
    /// Begins the name of a place: city, province, sea.
    Place,
    /// Stands before a place: in, to, north of.
    Near,
    /// A function word, never a part of a name.
    Function,
    /// Links the parts of a name: son of, Al, van.
    Link,
    /// Names an office as such: post, rank.
    Office,
    /// A title that is completed by where its holder serves: envoy to, candidate for.
    Envoy,
    /// Is at home in reports of matches, where towns are teams.
    Sport,
    /// Begins the name of an organisation only before what is plainly a name: movement, administration.
    Weak,
    /// A month or a day of the week.
    Calendar,
    /// The title of somebody who stands in for another.
    Deputy,
    /// A title by which anybody in office may be taken up again: official, leader.
    Generic,
    /// The title of who stands first in a state, who needs no name.
    HeadOfState,
    /// The field of a ministry, by which the ministry itself may be meant.
    Ministry,
    /// An adjective that makes another place of one, of a quarter of the sky above all: western, greater.
    Compass,
    /// A title in the plural, which fixes nobody.
    Plural,
    /// A title only where a name stands beside it: general or team, actress or spokeswoman.
    Doubtful,
    /// An adjective of who holds an office that need not end in -i: former, present.
    Attribute,
    /// What somebody is about to do, not what an office is for, after lam: for talks, to journalists.
    Errand,
    /// A title that one person at a time has of a body or a country.
    Sole,
    /// An adjective of time, never a part of an organisation's name: former, new.
    Former,
    /// An ordinal number.
    Ordinal,
    /// Begins the name of an organisation that no purpose names: government, army, newspaper.
    General,
    /// A kind of organisation that is hardly spoken of alone unless one of the kind is meant: the newspaper, the party.
    Institution,
    /// A thing made that has a name of its own after it: film, programme, application, cup.
    Work,
    /// A common noun of another language in Arabic letters, which ends names of things: News, Street, Airways.
    Loan,
    /// Begins the name of a place that was built for something, which an adjective may tell: airport, base.
    Built,
    /// Says what a place or a body is of another one without being a part of its name: capital, coast, leadership.
    Part,
    /// A printed medium: newspaper, magazine.
    Press,
    /// What a team has in a match, or is there: the goal of, its guest.
    Side,
    /// An adjective of who manages a company: executive, commercial.
    Business,
    /// Is called after somebody, whose name follows: university, airport, prize.
    Memorial,
}

const NAMES: [(&str, Class); 36] = [
    ("title", Class::Title),
    ("honorific", Class::Honorific),
    ("tail", Class::Tail),
    ("speech", Class::Speech),
    ("organisation", Class::Organisation),
    ("place", Class::Place),
    ("near", Class::Near),
    ("function", Class::Function),
    ("link", Class::Link),
    ("office", Class::Office),
    ("envoy", Class::Envoy),
    ("sport", Class::Sport),
    ("weak", Class::Weak),
    ("calendar", Class::Calendar),
    ("deputy", Class::Deputy),
    ("generic", Class::Generic),
    ("head_of_state", Class::HeadOfState),
    ("ministry", Class::Ministry),
    ("compass", Class::Compass),
    ("plural", Class::Plural),
    ("doubtful", Class::Doubtful),
    ("attribute", Class::Attribute),
    ("errand", Class::Errand),
    ("sole", Class::Sole),
    ("former", Class::Former),
    ("ordinal", Class::Ordinal),
    ("general", Class::General),
    ("institution", Class::Institution),
    ("work", Class::Work),
    ("loan", Class::Loan),
    ("built", Class::Built),
    ("part", Class::Part),
    ("press", Class::Press),
    ("side", Class::Side),
    ("business", Class::Business),
    ("memorial", Class::Memorial),
];

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Classes(u64);

impl Classes {
    /// Whether the word is of that class.
    #[must_use]
    pub fn has(self, class: Class) -> bool {
        self.0 & Self::bit(class) != 0
    }

    /// The classes of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The classes but one.
    #[must_use]
    pub fn without(self, class: Class) -> Self {
        Self(self.0 & !Self::bit(class))
    }

    /// Whether the word is of no class.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn bit(class: Class) -> u64 {
        1 << class as u16
    }
}

/// The classes of `assets/lexicon/classes.tsv`.
pub(super) fn shipped() -> Table<Classes> {
    let mut classes: FxHashMap<String, Classes> = FxHashMap::default();
    for (name, words) in rows(FILE) {
        let Some((_, class)) = NAMES.iter().find(|(known, _)| *known == name) else { continue };
        for word in words.split_whitespace() {
            let word = crate::arabic::fold(word, crate::arabic::Folding::Name);
            let entry = classes.entry(word).or_default();
            *entry = entry.and(Classes(Classes::bit(*class)));
        }
    }
    classes.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_a_class() {
        for (name, words) in rows(FILE) {
            assert!(NAMES.iter().any(|(known, _)| *known == name), "{name}");
            assert!(!words.is_empty(), "{name}");
        }
    }

    #[test]
    fn a_word_may_have_two_classes() {
        let sheikh = "\u{0634}\u{064A}\u{062E}";
        let classes = shipped().get(sheikh).copied().unwrap_or_default();
        assert!(classes.has(Class::Title) && classes.has(Class::Honorific) && !classes.has(Class::Place));
    }
}
