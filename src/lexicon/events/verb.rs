//! Verbs of meeting and holding.

/// What a verb does to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    /// Someone holds it.
    Hold,
    /// It takes place.
    Occur,
    /// It begins.
    Begin,
    /// It ends.
    End,
    /// A place holds it.
    Host,
    /// Someone chairs it.
    Chair,
    /// Someone takes part in it.
    Attend,
    /// It brings people together.
    Gather,
    /// Someone makes it: a visit.
    Make,
    /// Someone carries it out, with beh: a visit.
    Carry,
    /// Someone gets it: a call.
    Get,
    /// The verb is the meeting: two meet.
    Meet,
    /// The verb is the meeting: a body sits.
    Sit,
    /// The verb is the meeting: someone is received.
    Receive,
    /// The verb is the meeting: a place is visited.
    Visit,
    /// The verb is the meeting: matters are discussed, with someone.
    Discuss,
    /// The verb is the meeting: someone is called by telephone.
    Phone,
    /// Someone asks for it.
    Ask,
    /// Someone hopes for it.
    Hope,
    /// Someone plans it.
    Plan,
    /// Someone sets out.
    Go,
    /// Someone gets there: a visit, where nothing else says what for.
    Arrive,
    /// It is called off.
    Cancel,
    /// It is put off.
    Postpone,
    /// Its date is set.
    Set,
}

impl Sense {
    /// Whether the verb governs a noun of meeting.
    #[must_use]
    pub fn governs(self) -> bool {
        self == Self::Sit
            || !self.is_meeting() && !self.is_journey() && !matches!(self, Self::Set | Self::Hope | Self::Plan)
    }

    /// Whether the verb tells of someone on the way.
    #[must_use]
    pub fn is_journey(self) -> bool {
        matches!(self, Self::Go | Self::Arrive)
    }

    /// Whether the verb names the meeting itself.
    #[must_use]
    pub fn is_meeting(self) -> bool {
        matches!(self, Self::Meet | Self::Sit | Self::Receive | Self::Visit | Self::Discuss | Self::Phone)
    }
}

/// The tense a form shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// The suffix conjugation.
    Past,
    /// The prefix conjugation.
    Present,
    /// The prefix conjugation with the particle of the future.
    Future,
    /// The verbal noun.
    Noun,
}

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct VerbForm {
    /// What the verb does.
    pub sense: Sense,
    /// In which tense.
    pub tense: Tense,
    /// An object pronoun is written with it.
    pub object: bool,
}

/// The sense and form of a line of the list.
pub(super) fn verb(value: &str) -> Option<(Sense, Tense)> {
    let (sense, form) = value.split_once(' ')?;
    let sense = match sense {
        "hold" => Sense::Hold,
        "occur" => Sense::Occur,
        "begin" => Sense::Begin,
        "end" => Sense::End,
        "host" => Sense::Host,
        "chair" => Sense::Chair,
        "attend" => Sense::Attend,
        "gather" => Sense::Gather,
        "make" => Sense::Make,
        "carry" => Sense::Carry,
        "get" => Sense::Get,
        "meet" => Sense::Meet,
        "sit" => Sense::Sit,
        "receive" => Sense::Receive,
        "visit" => Sense::Visit,
        "discuss" => Sense::Discuss,
        "phone" => Sense::Phone,
        "ask" => Sense::Ask,
        "hope" => Sense::Hope,
        "plan" => Sense::Plan,
        "go" => Sense::Go,
        "arrive" => Sense::Arrive,
        "cancel" => Sense::Cancel,
        "postpone" => Sense::Postpone,
        "set" => Sense::Set,
        _ => return None,
    };
    let form = match form {
        "past" => Tense::Past,
        "present" => Tense::Present,
        "noun" => Tense::Noun,
        _ => return None,
    };
    Some((sense, form))
}
