//! Where the text speaks of a meeting: the nouns and verbs that name one.

use super::{
    name::{Name, is_adjective, is_feminine, is_from},
    unit::{Line, Unit, What},
};
use crate::{
    arabic::fold::source_prefix,
    article::Passage,
    extract::Source,
    lexicon::{
        dates::Number,
        events::{Class, Demand, EventType, Noun, Sense, VerbForm},
    },
    text::ByteSpan,
};

/// How a meeting is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A noun without article: something new.
    Indefinite,
    /// A noun with article, or pointed at.
    Definite,
    /// A noun with a possessive pronoun.
    Owned,
    /// A noun in construct: whose it is follows.
    Construct,
    /// A verb.
    Verb(Sense),
}

/// A noun or verb that may name a meeting, in its sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occurrence {
    /// The first unit.
    pub at: usize,
    /// The last unit.
    pub last: usize,
    /// The words, without proclitics.
    pub trigger: Passage,
    /// What it names.
    pub sort: EventType,
    /// How many.
    pub number: Number,
    /// How.
    pub form: Form,
    /// When a noun is believed.
    pub demand: Demand,
    /// Its place in a series.
    pub ordinal: Option<u32>,
    /// An adjective says that it was before.
    pub earlier: bool,
    /// An adjective says that it is to come.
    pub later: bool,
    /// Its noun is taken up as a feminine.
    pub feminine: bool,
}

impl Occurrence {
    /// Whether a relative pronoun can take its noun up.
    pub fn agrees_with(&self, pronoun: &str) -> bool {
        // The feminine pronouns have a teh, the dual ones are shared out by it too.
        pronoun.contains(TEH) == self.feminine
    }

    /// Whether a participle can take its noun up: "the session set for", "the session set to be held on". There the
    /// verbal noun shows by its pronoun whom it means.
    pub fn agrees_with_participle(&self, line: &Line<'_>, at: usize) -> bool {
        let words = |at: usize| line.get(at).map_or("", |unit| line.words(unit.passage));
        let verbal = line.get(at + 1).and_then(|next| next.word.verb).filter(|form| form.object);
        let feminine = match verbal {
            Some(_) => words(at + 1).ends_with(HERS),
            None => is_feminine(words(at)),
        };
        feminine == self.feminine
    }

    /// Whether a verb names it.
    pub fn verb(&self) -> Option<Sense> {
        match self.form {
            Form::Verb(sense) => Some(sense),
            _ => None,
        }
    }
}

/// Every noun and verb of a sentence that may name a meeting.
pub(super) fn occurrences(source: &Source<'_>, line: &Line<'_>) -> Vec<Occurrence> {
    let mut found: Vec<Occurrence> = Vec::new();
    let mut at = 0;
    while let Some(unit) = line.get(at) {
        let occurrence =
            if unit.what == What::Word { noun(source, line, at).or_else(|| verb(source, line, at)) } else { None };
        match occurrence {
            Some(occurrence) => {
                at = occurrence.last.max(at) + 1;
                found.push(occurrence);
            }
            None => at += 1,
        }
    }
    found
}

fn noun(source: &Source<'_>, line: &Line<'_>, at: usize) -> Option<Occurrence> {
    let unit = line.get(at)?;
    let pointed = at.checked_sub(1).and_then(|before| line.get(before)).is_some_and(|before| before.is(Class::This));
    let noun = unit.word.nouns.iter().copied().find(|noun| is_met(line, at, noun))?;
    let before = at.checked_sub(1).and_then(|before| line.get(before));
    // "the session of the games", "the round of the elections"
    let unmet = matches!(noun.sort, EventType::Session | EventType::TalksRound)
        && line
            .slice(at + 1..at + 5)
            .iter()
            .take_while(|unit| unit.word.verb.is_none())
            .any(|unit| unit.is(Class::Unmet));
    if unmet {
        return None;
    }
    // "the public services": an adjective.
    let adjective = noun.sort == EventType::Assembly && noun.demand == Demand::Held && unit.word.definite;
    // "his role" is spelled like "session" but for the dots of its last letter.
    let role = noun.sort == EventType::Session
        && noun.number == Number::Singular
        && !unit.word.definite
        && line.words(unit.passage).ends_with('\u{0647}')
        && !unit.word.possessive;
    let agenda = before.is_some_and(|before| before.is(Class::Agenda));
    if role || adjective || agenda || is_business_of(line, at, &noun) || is_of_a_kind(line, at, &noun) {
        return None;
    }
    let feminine = noun.number == Number::Plural || is_feminine(line.words(unit.passage));
    let definite = unit.word.definite || pointed || unit.word.possessive;
    let end = Name { source, line, definite, feminine }.read(at, &noun);
    let dated =
        line.get(end.last + 1).is_some_and(|next| matches!(next.what, What::Date(_)) && next.preposition.is_none());
    let form = if unit.word.possessive {
        Form::Owned
    } else if unit.word.definite || pointed || end.definite || dated && at == end.last && noun.number == Number::Plural
    {
        Form::Definite
    } else if line.get(end.last + 1).is_some_and(|next| begins_owner(next)) {
        Form::Construct
    } else {
        Form::Indefinite
    };
    Some(Occurrence {
        at,
        last: end.last,
        trigger: trigger(source, line, at, end.last)?,
        sort: end.sort.unwrap_or(noun.sort),
        feminine,
        number: noun.number,
        form,
        demand: noun.demand,
        ordinal: end.ordinal,
        earlier: end.earlier,
        later: end.later,
    })
}

/// "conference tourism", "the King Hussein centre for conferences": the plural says of what kind another thing is.
fn is_of_a_kind(line: &Line<'_>, at: usize, noun: &Noun) -> bool {
    let Some([before, unit]) = at.checked_sub(1).map(|before| line.slice(before..at + 1)) else { return false };
    let thing = before.what == What::Word && [Class::Venue, Class::Noun].iter().any(|class| before.is(*class));
    let construct = (thing || before.what == What::Word && before.word.is_unknown()) && !before.word.definite;
    let named = thing || before.entry().is_some() && !before.conjunction;
    let alone = noun.sort == EventType::Conference && noun.number == Number::Plural && unit.word.definite;
    alone && (construct && unit.preposition.is_none() || named && unit.preposition == Some(LAM))
}

/// "the proceedings of the summit", "its proceedings": another noun names the meeting.
fn is_business_of(line: &Line<'_>, at: usize, noun: &Noun) -> bool {
    let of = line.get(at + 1).filter(|next| next.what == What::Word && next.preposition.is_none() && !next.conjunction);
    let owned = line.get(at).is_some_and(|unit| unit.word.possessive);
    let business = noun.demand == Demand::After && noun.number == Number::Plural;
    business && (owned || of.is_some_and(|next| !next.word.nouns.is_empty()))
}

/// Whether a noun in construct may be owned by what follows: a name, or a noun with the article.
fn begins_owner(next: &Unit<'_>) -> bool {
    if next.preposition.is_some() || next.conjunction {
        return false;
    }
    match next.what {
        What::Organisation(_) | What::Place(_) | What::Person(_) => true,
        What::Word => next.word.definite && !next.is(Class::Relative) || next.is(Class::Body),
        _ => false,
    }
}

fn is_met(line: &Line<'_>, at: usize, noun: &Noun) -> bool {
    let class = match noun.demand {
        Demand::Word(class) => class,
        // "by the video call": how, not what.
        Demand::Governed if line.get(at + 1).is_some_and(|next| next.is(Class::Remote)) => return false,
        Demand::Called => return line.get(at).is_some_and(|unit| unit.preposition == Some(LAM)),
        Demand::Toured => return is_toured(line, at),
        _ => return true,
    };
    let next = |ahead: usize| line.get(at + ahead);
    let is = |ahead: usize| next(ahead).is_some_and(|unit| unit.is(class));
    match class {
        // "the second round of the talks"
        Class::Talks => {
            let mut ahead = 1;
            while next(ahead).is_some_and(|unit| is_adjective(unit) && !unit.is(Class::Talks)) {
                ahead += 1;
            }
            is(ahead) || (next(ahead).is_some_and(is_from) && is(ahead + 1))
        }
        Class::Rally => is(1) || is(2) && next(1).is_some_and(is_adjective) || is_crowd_of(line, at),
        // "a short briefing for the media"
        Class::Press => {
            let between =
                |ahead: usize| next(ahead).is_some_and(|unit| is_adjective(unit) || unit.preposition == Some(LAM));
            is(1) || between(1) && (is(2) || is(3))
        }
        _ => is(1),
    }
}

/// "a rally for the president", "a rally in the city".
fn is_crowd_of(line: &Line<'_>, at: usize) -> bool {
    let next = |ahead: usize| line.get(at + ahead);
    next(1).is_some_and(|unit| matches!(unit.what, What::Person(_)) && !unit.conjunction)
        || next(1).is_some_and(|unit| unit.is(Class::In))
            && next(2).is_some_and(|unit| matches!(unit.what, What::Place(_)))
}

/// "made a tour", "a tour in the region", "the minister's tour".
fn is_toured(line: &Line<'_>, at: usize) -> bool {
    let made = line.slice(line.clause_start(at)..at).iter().any(|unit| {
        let form = unit.word.verb.filter(|_| unit.what == What::Word);
        form.is_some_and(|form| {
            matches!(form.sense, Sense::Carry | Sense::Make | Sense::Begin | Sense::Go | Sense::Arrive)
        })
    });
    let next = line.slice(at + 1..at + 4);
    let owned = line.get(at).is_some_and(|unit| unit.word.possessive)
        || next.first().is_some_and(|unit| matches!(unit.what, What::Person(_)) && unit.preposition.is_none());
    let leads = next.windows(2).any(|pair| {
        let [leads, place] = pair else { return false };
        (leads.is(Class::In) || leads.is(Class::Toward)) && matches!(place.what, What::Place(_))
    });
    made || owned || leads
}

fn verb(source: &Source<'_>, line: &Line<'_>, at: usize) -> Option<Occurrence> {
    let unit = line.get(at)?;
    let names = |form: &VerbForm| form.sense.is_meeting() || form.sense == Sense::Arrive && is_arrival(line, at);
    let form = unit.word.finite().filter(names)?;
    // "what is connected with" is spelled like "calls".
    let of_what = at.checked_sub(1).and_then(|before| line.get(before)).is_some_and(|before| before.is(Class::What));
    if form.sense == Sense::Phone && of_what {
        return None;
    }
    let sort = match form.sense {
        Sense::Receive => EventType::Reception,
        Sense::Visit | Sense::Arrive => EventType::Visit,
        Sense::Discuss => EventType::Talks,
        Sense::Phone => EventType::Call,
        _ => EventType::Meeting,
    };
    Some(Occurrence {
        at,
        last: at,
        trigger: trigger(source, line, at, at)?,
        sort,
        number: Number::Singular,
        form: Form::Verb(form.sense),
        demand: Demand::Anchor,
        ordinal: None,
        earlier: false,
        later: false,
        feminine: false,
    })
}

/// "the minister arrives in Rome today": someone gets somewhere, and no noun says what for.
fn is_arrival(line: &Line<'_>, at: usize) -> bool {
    let clause = line.slice(at + 1..line.clause_end(at));
    let person = clause.iter().position(|unit| matches!(unit.what, What::Person(_)) && unit.preposition.is_none());
    let goal = clause.windows(2).position(|pair| {
        let [to, place] = pair else { return false };
        to.is(Class::Toward) && matches!(place.what, What::Place(_))
    });
    let told = clause.windows(2).any(|pair| {
        let [before, unit] = pair else { return false };
        let names = unit.what == What::Word && !unit.word.nouns.is_empty();
        // "ahead of the conference" tells when.
        names && !before.sets_beside()
    });
    person.is_some_and(|person| person < ARRIVAL) && goal.is_some_and(|goal| goal < ARRIVAL) && !told
}

/// How many units after a verb of arriving who arrives, and where, stand at most.
const ARRIVAL: usize = 8;

/// The words of the units from one to another without the proclitics of the first.
fn trigger(source: &Source<'_>, line: &Line<'_>, first: usize, last: usize) -> Option<Passage> {
    let whole = line.passage(first, last)?;
    let unit = line.get(first)?;
    // The article of l-l is written once: what is left of the word begins after it.
    let skipped = source_prefix(source.words(unit.passage), unit.word.letters);
    let start = whole.span.start.0.saturating_add(skipped);
    Some(Passage { span: ByteSpan::new(start, whole.span.end.0), ..whole })
}

const LAM: char = '\u{0644}';
/// "her", "its".
const HERS: &str = "\u{0647}\u{0627}";
const TEH: char = '\u{062A}';
