//! What speaks for and against two mentions being of one meeting, and how much.

const WEIGHTS: &str = include_str!("../../../assets/lexicon/event_links.tsv");

macro_rules! named {
    ($(#[$all:meta])* $enum:ident { $($(#[$doc:meta])* $item:ident = $name:literal,)* }) => {
        $(#[$all])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $enum { $($(#[$doc])* $item,)* }

        impl $enum {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$item,)*];

            /// Its name in the file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$item => $name,)* }
            }

            fn of_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$item),)* _ => None }
            }
        }
    };
}

named! {
    /// How a mention is worded, as far as that says whether it takes up another.
    Manner {
        /// A definite noun alone.
        Bare = "bare",
        /// A definite noun with what says which one it is.
        Definite = "definite",
        /// A noun with a possessive pronoun.
        Owned = "owned",
        /// A noun in construct.
        Construct = "construct",
        /// A noun without article.
        Indefinite = "indefinite",
        /// A verb.
        Verb = "verb",
    }
}

named! {
    /// What a mention has in common with a meeting told before it, and what not.
    Sign {
        /// Always there.
        Always = "always",
        /// The same sort of meeting.
        Sort = "sort",
        /// The same noun.
        Noun = "noun",
        /// The same words, more than one.
        Words = "words",
        /// A demonstrative points at it.
        Pointed = "pointed",
        /// One party in common.
        Party = "party",
        /// Two parties in common, or more.
        Parties = "parties",
        /// Every party of the mention is one of the meeting.
        AllKnown = "all known",
        /// The mention has no party.
        NoParty = "no party",
        /// The meeting has no party yet.
        NoneBefore = "none before",
        /// People on both sides, none on both.
        PeopleDiffer = "people differ",
        /// Organisations on both sides, none on both.
        OrganisationsDiffer = "organisations differ",
        /// States on both sides, none on both.
        StatesDiffer = "states differ",
        /// A place in common.
        Place = "place",
        /// Other places.
        PlacesDiffer = "places differ",
        /// A time in common.
        Time = "time",
        /// Other times.
        TimesDiffer = "times differ",
        /// It is called another one, or a new one.
        Another = "another",
        /// One has a number in a series, the other none.
        Numbered = "numbered",
        /// One is a session, the other a conference or summit.
        SessionOf = "session of",
        /// Spoken with others.
        CompanionsDiffer = "companions differ",
        /// The same body sits.
        Body = "body",
        /// Another body sits.
        BodiesDiffer = "bodies differ",
        /// The same number in a series.
        Ordinal = "ordinal",
        /// Another number in a series.
        OrdinalsDiffer = "ordinals differ",
        /// One lies behind, the other ahead.
        SectionsDiffer = "sections differ",
        /// So two verbs say.
        SectionsDifferFirmly = "sections differ firmly",
        /// One is called an earlier one.
        EarlierDiffers = "earlier differs",
        /// It is called the coming one.
        Later = "later",
        /// The mention stands in a heading.
        Heading = "heading",
        /// The meeting stands in headings alone.
        Headed = "headed",
        /// In one sentence.
        SameSentence = "same sentence",
        /// In the sentence after, or the one after that.
        NextSentence = "next sentence",
        /// Many sentences apart.
        Far = "far",
        /// No meeting of such a sort was told since.
        Latest = "latest",
        /// No other meeting of such a sort was told at all.
        Only = "only",
        /// One is several.
        NumbersDiffer = "numbers differ",
        /// A verb holds a new one.
        Held = "held",
        /// It is only asked for or planned.
        Announced = "announced",
        /// It was announced, and is now told.
        CarriedOut = "carried out",
        /// What someone had done before.
        Pluperfect = "pluperfect",
        /// Parties without a name on both sides, none on both.
        DescribedDiffer = "described differ",
        /// A clause tells what went before.
        Retold = "retold",
        /// A complement says which one it is.
        Specified = "specified",
        /// Parties are stated with it.
        Stated = "stated",
        /// It is a circumstance of the clause.
        Adverbial = "adverbial",
        /// Much is told of the meeting.
        Large = "large",
        /// Only verbs told of the meeting.
        VerbBefore = "verb before",
        /// A visit.
        Visit = "visit",
        /// Talks, consultations, dialogue.
        Talks = "talks",
        /// An interview or a call.
        Spoken = "spoken",
    }
}

/// The signs that hold of a mention and a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs(u64);

impl Signs {
    /// Adds a sign that holds.
    pub fn set(&mut self, sign: Sign, holds: bool) {
        self.0 |= u64::from(holds) << sign as u32;
    }

    /// Those that hold.
    pub fn iter(self) -> impl Iterator<Item = Sign> {
        Sign::ALL.iter().copied().filter(move |sign| self.0 & (1 << *sign as u32) != 0)
    }
}

/// How much each sign speaks for one meeting, of mentions of each manner.
#[derive(Debug, Default)]
pub struct LinkWeights {
    /// By manner, then by sign.
    weights: Vec<f32>,
}

impl LinkWeights {
    pub(super) fn shipped() -> Self {
        let mut weights = vec![0.0; Manner::ALL.len() * Sign::ALL.len()];
        for (manner, sign, weight) in WEIGHTS.lines().filter_map(line) {
            for of in Manner::ALL.iter().filter(|of| manner.is_none_or(|manner| manner == **of)) {
                if let Some(sum) = weights.get_mut(index(*of, sign)) {
                    *sum += weight;
                }
            }
        }
        Self { weights }
    }

    /// How much the signs of a mention speak for one meeting; more than nothing is more likely than not.
    #[must_use]
    pub fn score(&self, manner: Manner, signs: Signs) -> f32 {
        signs.iter().filter_map(|sign| self.weights.get(index(manner, sign))).sum()
    }
}

fn index(manner: Manner, sign: Sign) -> usize {
    manner as usize * Sign::ALL.len() + sign as usize
}

/// The manner, or nothing for all of them, the sign and its weight.
fn line(line: &str) -> Option<(Option<Manner>, Sign, f32)> {
    let mut fields = line.split('\t');
    let manner = match fields.next()? {
        "any" => None,
        name => Some(Manner::of_name(name)?),
    };
    Some((manner, Sign::of_name(fields.next()?)?, fields.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_understood() {
        let lines = WEIGHTS.lines().filter(|line| !line.starts_with('#'));
        for text in lines {
            assert!(line(text).is_some(), "{text}");
        }
    }

    #[track_caller]
    fn check(manner: Manner, held: &[Sign], joins: bool) {
        let mut signs = Signs::default();
        [Sign::Always, Sign::Sort, Sign::Noun, Sign::Latest, Sign::Only]
            .iter()
            .chain(held)
            .for_each(|sign| signs.set(*sign, true));
        assert_eq!(signs.iter().count(), 5 + held.len());
        assert_eq!(LinkWeights::shipped().score(manner, signs) > 0.0, joins);
    }

    #[test]
    fn what_takes_up_the_only_meeting_told_before() {
        // "the meeting"; "his meeting", of whoever was there.
        check(Manner::Bare, &[Sign::NoParty], true);
        check(Manner::Owned, &[Sign::Party, Sign::AllKnown], true);
        // "the second meeting" after the first; "a meeting" of others.
        check(Manner::Definite, &[Sign::OrdinalsDiffer], false);
        check(Manner::Indefinite, &[Sign::PeopleDiffer, Sign::Held], false);
    }
}
