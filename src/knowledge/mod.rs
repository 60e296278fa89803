//! What can be known of an article, as plain data. No logic.
//!
//! Conventions follow ACE and OntoNotes; every position is a [`Passage`] of the article it was found in.

pub use crate::lexicon::events::EventType;

use crate::article::{Anchor, Passage};

/// What the reader can list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person.
    Person,
    /// A meeting held or under way.
    Meeting,
    /// A meeting or session announced for the future, as of the article's date.
    Upcoming,
    /// An organisation.
    Organisation,
    /// A geographical place or a state.
    Place,
    /// A calendar or relative date.
    Date,
}

/// Names one entry of an article's knowledge, the same in every later snapshot of it: its kind and
/// where it is first spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// Which list it stands in.
    pub kind: Kind,
    /// The start of its first mention.
    pub first: Anchor,
}

/// How sure a finding is, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Confidence {
    /// A guess worth showing as one.
    Possible,
    /// More likely right than not.
    Likely,
    /// Written so in the text.
    #[default]
    Certain,
}

/// How a mention names its entity (ACE: NAM and NOM; titles stand apart).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// Two or more parts of a person's name, or the name of anything else.
    Full,
    /// A person by the surname, or by the one name they are known by.
    Surname,
    /// A person by the given name.
    Given,
    /// A person by a role phrase without a name.
    Title,
    /// The noun or verb that names an event.
    Trigger,
    /// A definite noun that refers back to something named before.
    Nominal,
}

/// The rule by which a mention was taken to speak of its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Rule {
    /// Spelled out for the first time, or found on its own.
    #[default]
    Written,
    /// The same name, word for word.
    SameName,
    /// Another spelling of the same name.
    Variant,
    /// Some parts of a longer name, in the same order.
    PartOfName,
    /// The surname of a person named in full.
    Surname,
    /// The given name of the only person so called.
    GivenName,
    /// A title beside the name.
    TitleBeside,
    /// The title that the person was given before.
    TitleAgain,
    /// A title that fits the person's own in its head and its country.
    TitleAlike,
    /// A definite noun that takes up something of its kind named before.
    Definite,
    /// Another noun for the same event.
    SameEvent,
}

/// Why a mention is taken to speak of its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Link {
    /// By which rule.
    pub rule: Rule,
    /// The mention that it was compared with.
    pub to: Option<Passage>,
}

/// One place in the text that speaks of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub passage: Passage,
    /// How it is named there.
    pub kind: MentionKind,
    /// Lies inside the name of something else, as a place in an organisation's name.
    pub nested: bool,
    /// How sure it is that this passage speaks of this entry.
    pub confidence: Confidence,
    /// Why it is taken to speak of this entry.
    pub link: Link,
}

/// A person: one entry, however spelled and titled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The fullest spelling the article uses most; the title phrase for one who is never named.
    pub name: String,
    /// Whether the article names the person at all.
    pub named: bool,
    /// The phrases the article uses for the person's office.
    pub roles: Vec<Passage>,
    /// Every mention in reading order, never empty.
    pub mentions: Vec<Mention>,
}

/// An organisation or a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name the article uses.
    pub name: String,
    /// Every mention in reading order, never empty.
    pub mentions: Vec<Mention>,
}

/// How fine a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A decade or coarser.
    Decade,
    /// A year.
    Year,
    /// A month, or a part of a year.
    Month,
    /// A week.
    Week,
    /// A day.
    Day,
    /// An hour of a day.
    Hour,
}

/// A calendar point as far as it can be worked out; the parts that are unknown are absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PartialDate {
    /// Gregorian year.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

/// A date expression with its mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// As worded at its first mention.
    pub name: String,
    /// What it says by itself.
    pub partial: PartialDate,
    /// The day it means, once the article's date is taken into account.
    pub resolved: Option<jiff::civil::Date>,
    /// The time of the day, local to where it happens, where it is said.
    pub hour: Option<jiff::civil::Time>,
    /// How fine it is; absent where it cannot be told.
    pub precision: Option<Precision>,
    /// A length of time, not a point in it.
    pub duration: bool,
    /// Every mention in reading order, never empty.
    pub mentions: Vec<Mention>,
}

/// Where an event stands as of the article's date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It took place.
    Held,
    /// It is under way.
    Ongoing,
    /// Stated as a fact of the future.
    Scheduled,
    /// Likely, by someone's word.
    Expected,
    /// Intended.
    Planned,
    /// Asked for or offered.
    Proposed,
    /// To come, without a date.
    NoDateSet,
    /// Put off.
    Postponed,
    /// Called off.
    Cancelled,
}

/// Who takes part: an entry of its own, or words of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Participant {
    /// A person, organisation or place listed in the same knowledge.
    Entry(EntryId),
    /// The words that name the participant.
    Words(Passage),
}

/// A meeting or session: one entry per event of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What sort.
    pub event_type: EventType,
    /// Where it stands.
    pub status: Status,
    /// The mention that says most.
    pub trigger: Mention,
    /// The other mentions, in reading order.
    pub also: Vec<Mention>,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// Where it takes place, as worded.
    pub places: Vec<Passage>,
    /// When it takes place, as worded.
    pub times: Vec<Passage>,
    /// The organ that sits.
    pub body: Option<Passage>,
    /// The sentence that is its evidence.
    pub evidence: Passage,
    /// How sure the reading is.
    pub confidence: Confidence,
}

/// All that is known of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Knowledge {
    /// People by first mention.
    pub people: Vec<Person>,
    /// Held or under way, by first mention.
    pub meetings: Vec<Event>,
    /// Announced for the future: soonest first, unknown dates last.
    pub upcoming: Vec<Event>,
    /// Organisations by first mention.
    pub organisations: Vec<Entity>,
    /// Places by first mention.
    pub places: Vec<Entity>,
    /// Dates by first mention.
    pub dates: Vec<Date>,
}
