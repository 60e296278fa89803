//! What the words around a meeting do.

macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal,)*) => {
        /// What a word around a meeting does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class { $($(#[$doc])* $class,)* }

        pub(super) fn class(name: &str) -> Option<Class> {
            match name { $($name => Some(Class::$class),)* _ => None }
        }
    };
}

classes! {
    /// An adjective that belongs to the name of a meeting.
    Kind = "kind",
    /// Says that it was before.
    Earlier = "earlier",
    /// Says that it is to come.
    Later = "later",
    /// Of the press.
    Press = "press",
    /// By telephone.
    Phone = "phone",
    /// Of a region.
    Tour = "tour",
    /// A noun of talks.
    Talks = "talks",
    /// What is done around a table.
    Table = "table",
    /// Makes an association an assembly.
    Assembly = "assembly",
    /// Makes a crowd a rally.
    Rally = "rally",
    /// A place in a series.
    Ordinal = "ordinal",
    /// It is set down.
    Scheduled = "scheduled",
    /// It is expected.
    Expected = "expected",
    /// It is planned.
    Planned = "planned",
    /// It is proposed.
    Proposed = "proposed",
    /// The particle of the future.
    Future = "future",
    /// "may", before the prefix conjugation.
    Perhaps = "perhaps",
    /// Makes a noun of business one of something else.
    Agenda = "agenda",
    /// "concerning", before beh.
    About = "about",
    /// "was".
    Was = "was",
    /// "each", before a stretch of time.
    Every = "every",
    /// A stretch of time that comes again.
    Period = "period",
    /// Says that something is done time and again.
    Regularly = "regularly",
    /// A negation.
    Negation = "negation",
    /// "is able", before `min`.
    Able = "able",
    /// "any".
    Any = "any",
    /// A supposition against the fact.
    Supposition = "supposition",
    /// A condition.
    Condition = "condition",
    /// A denial.
    Denial = "denial",
    /// The date of a meeting, as a noun.
    Appointment = "appointment",
    /// By video.
    Remote = "remote",
    /// It goes on.
    Ongoing = "ongoing",
    /// A verb: it lasts.
    Lasting = "lasting",
    /// It sits.
    Sitting = "sitting",
    /// A preposition that makes the meeting a circumstance.
    Adverbial = "adverbial",
    /// "before".
    Before = "before",
    /// "after".
    After = "after",
    /// "since".
    Since = "since",
    /// A demonstrative.
    This = "this",
    /// "that", before a clause.
    That = "that",
    /// "with".
    With = "with",
    /// "in the presence of", "chaired by".
    Joined = "joined",
    /// "at the invitation of".
    Invited = "invited",
    /// "between", "brought together".
    Between = "between",
    /// "his counterpart".
    Counterpart = "counterpart",
    /// "each", "a number": before "of" it takes some of them.
    Share = "share",
    /// "among them": leads to some by name.
    Among = "among",
    /// "the side": of several that meet.
    Side = "side",
    /// "the latter": the person named last.
    Latter = "latter",
    /// Speaks for others: a delegation.
    Delegation = "delegation",
    /// A verb or noun of accompanying, with a pronoun for who is.
    Accompanies = "accompanies",
    /// "in addition", before a preposition: leads to one more.
    Besides = "besides",
    /// "His Majesty", with a pronoun for whose it is: the person told of.
    Honour = "honour",
    /// "the framework": a meeting in it goes on.
    Frame = "frame",
    /// A verb of hearing someone in a session.
    Hears = "hears",
    /// What a session does to someone: a trial, a hearing.
    Trial = "trial",
    /// A verb with whoever is told as its object.
    Tells = "tells",
    /// The head of the name of a venue.
    Venue = "venue",
    /// The head of the name of a place.
    City = "city",
    /// "in".
    In = "in",
    /// "from", "of".
    From = "from",
    /// "by it", "in it": takes the meeting up after a verb.
    Thereby = "thereby",
    /// "there is", "intention": negated, there is no meeting.
    Exists = "exists",
    /// An organ of the press: what it is spoken to in is no meeting.
    Media = "media",
    /// "there".
    There = "there",
    /// "where", before a clause.
    Where = "where",
    /// "in", "during": who is there takes part.
    Within = "within",
    /// "instead", before "of".
    Instead = "instead",
    /// "until".
    Until = "until",
    /// "of it".
    Thereof = "thereof",
    /// "on", after "agreed".
    Onto = "onto",
    /// "what".
    What = "what",
    /// "to".
    Toward = "toward",
    /// Who can sit.
    Body = "body",
    /// Two who were named before: the two men, the two sides.
    Pair = "pair",
    /// Begins a clause of its own.
    Break = "break",
    /// "as for": puts the topic first.
    AsFor = "as for",
    /// A verb of saying.
    Speech = "speech",
    /// A preposition of time: what stands after it took place, or will.
    Course = "course",
    /// A verb that a meeting is the subject of: it discusses, it ends in, it adopts.
    Acts = "acts",
    /// "about": what a meeting is on.
    Topic = "topic",
    /// "another", "new".
    Another = "another",
    /// What a session or a round of is no meeting: games, elections.
    Unmet = "unmet",
    /// A relative pronoun.
    Relative = "relative",
    /// "his saying": after the name of the speaker.
    Saying = "saying",
    /// "during it": within the meeting told before.
    During = "during",
    /// What a meeting is about, which has a place of its own: the situation, the war.
    Matter = "matter",
    /// Begins like a verb of the future and is none.
    Noun = "noun",
    /// A word of sport.
    Sport = "sport",
    /// A word of markets.
    Market = "market",
}

/// A set of [`Class`]es.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u128);

impl Classes {
    /// Whether the class is in the set.
    #[must_use]
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    /// Whether the set is empty.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The classes of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u32;
    }
}
