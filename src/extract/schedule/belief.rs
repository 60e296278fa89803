//! Which occurrences are believed to speak of a real meeting.

use std::ops::Range;

use super::{
    merge,
    occurrence::Form,
    report::Report,
    tense::Firmness,
    unit::{Line, Unit, What},
    word::Word,
};
use crate::{
    arabic::{Script, Sentence},
    extract::Context,
    knowledge::{Kind, Participant},
    lexicon::{
        dates::Number,
        events::{Class, Demand, EventType, Sense, Tense, VerbForm},
    },
};

/// Of so many words, one of sport or markets makes that the subject of some sentences.
const PER_WORD: usize = 40;
/// Of so many words, one of sport or markets makes that the subject of a whole article.
const PER_WORD_OF_ALL: usize = 20;
/// So many such words in one sentence make it the subject of the sentence; fewer in the article are no subject at all.
const IN_SENTENCE: usize = 2;
/// How many sentences before and after one are looked at.
const NEAR: usize = 2;

/// How many words there are, and of them how many of sport and of markets.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    all: usize,
    sport: usize,
    market: usize,
}

impl Tally {
    fn of<'a>(tallies: impl Iterator<Item = &'a Self>) -> Self {
        tallies.fold(Self::default(), |sum, tally| Self {
            all: sum.all + tally.all,
            sport: sum.sport + tally.sport,
            market: sum.market + tally.market,
        })
    }
}

/// What the sentences of an article are about, as far as it keeps their nouns from naming meetings.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    sentences: Vec<Tally>,
    whole: Tally,
}

impl Subject {
    /// Counts the words of sport and markets.
    pub fn of(context: &Context<'_>, words: &[Word]) -> Self {
        let tokens = context.source.tokens;
        let tally = |sentence: &Sentence| {
            let mut tally = Tally::default();
            let range = sentence.tokens.indices();
            let arabic = tokens.all().get(range).unwrap_or_default().iter();
            for token in arabic.filter(|token| token.script == Script::Arabic) {
                let Some(word) = words.get(token.word.0 as usize) else { continue };
                tally.all += 1;
                tally.sport += usize::from(word.is(Class::Sport));
                tally.market += usize::from(word.is(Class::Market));
            }
            tally
        };
        let sentences: Vec<Tally> = tokens.sentences().iter().map(tally).collect();
        let whole = Tally::of(sentences.iter());
        Self { sentences, whole }
    }

    /// Whether so many words of some sort are the subject around a sentence: on both sides of it, or in the article.
    fn is_about(&self, sentence: usize, count: fn(&Tally) -> usize) -> bool {
        let much = |tally: Tally, per: usize| count(&tally).saturating_mul(per) > tally.all;
        let side = |range: Range<usize>| {
            let range = range.start..range.end.min(self.sentences.len());
            much(Tally::of(self.sentences.get(range).unwrap_or_default().iter()), PER_WORD)
        };
        // One word in a whole article is none: a goal may be a purpose.
        count(&self.whole) >= IN_SENTENCE
            && (much(self.whole, PER_WORD_OF_ALL)
                || side(sentence.saturating_sub(NEAR)..sentence + 1) && side(sentence..sentence + NEAR + 1))
    }

    /// Whether the article as a whole is about markets, which have sessions in every sentence.
    fn is_of_markets(&self) -> bool {
        self.whole.market.saturating_mul(PER_WORD) > self.whole.all
    }

    /// Whether a sentence may tell of meetings.
    fn is_open(&self, sentence: usize) -> bool {
        !self.is_about(sentence, |tally| tally.sport)
    }

    /// Whether a noun of that sort names something else around such a sentence, or in it.
    fn takes(&self, sentence: usize, line: &Line<'_>, sort: EventType) -> bool {
        let many = |class: Class| line.units.iter().filter(|unit| unit.is(class)).count() >= IN_SENTENCE;
        let in_sport = !matches!(
            sort,
            EventType::PressConference
                | EventType::Call
                | EventType::Talks
                | EventType::Assembly
                | EventType::Interview
        );
        let in_market = matches!(sort, EventType::Session | EventType::TalksRound | EventType::Summit);
        in_sport && (!self.is_open(sentence) || many(Class::Sport))
            || in_market
                && (self.is_of_markets() || self.is_about(sentence, |tally| tally.market) || many(Class::Market))
    }
}

/// Whether more than a reference speaks for a meeting: a verb, a party, a place, a time.
pub(super) fn is_anchored(report: &Report) -> bool {
    let named = matches!(report.occurrence.demand, Demand::Word(_)) || report.occurrence.verb().is_some();
    let interview = report.occurrence.sort == EventType::Interview;
    let present = report.standing.adverbial && (interview || !report.parties.all.is_empty());
    let tied = report.topical && report.standing.governor.is_some()
        || report.parties.stated
        || !report.places.is_empty()
        || !report.times.is_empty();
    is_held(report) || named || present || tied
}

/// Whether a verb or an announcement holds the meeting; a verbal noun alone only names the thing.
fn is_held(report: &Report) -> bool {
    let form = report.standing.form;
    // Whoever attends one, and what begins and ends, is there.
    let real = |sense: Sense| matches!(sense, Sense::Attend | Sense::Begin | Sense::End | Sense::Chair);
    let verbal = form.is_some_and(|form| form.tense == Tense::Noun && !real(form.sense));
    let ahead = report.standing.status.is_some_and(|(status, _)| !merge::is_past(status));
    let said = matches!(report.standing.status, Some((_, Firmness::Said)))
        || ahead && (report.topical || !report.parties.all.is_empty());
    // "the holding of a second summit": of a series, and so one by itself.
    let numbered = report.occurrence.ordinal.is_some() && form.is_some_and(|form| form.sense == Sense::Hold);
    report.standing.governor.is_some() && (!verbal || said || numbered) || report.standing.was_planned
}

/// Whether a report is of a real meeting, `before` it in the article those already believed.
pub(super) fn is_believed(subject: &Subject, line: &Line<'_>, report: &Report, before: &[Report]) -> bool {
    if report.standing.denied {
        return false;
    }
    let occurrence = &report.occurrence;
    let open = subject.is_open(report.line) && has_people(report)
        || report.parties.body.is_some()
        || is_held_with(line, report);
    if subject.takes(report.line, line, occurrence.sort) && !open {
        return false;
    }
    if is_done_in_general(line, report) || is_habitual(line, report) {
        return false;
    }
    // "the meeting of the super cup"
    if line.get(occurrence.last + 1).is_some_and(|next| next.is(Class::Sport)) {
        return false;
    }
    if let Some(verb) = occurrence.verb() {
        return is_meeting(verb, line, report, before);
    }
    let held = is_held(report);
    let anchored = report.anchored;
    let is_known = |known: &Report| {
        // Several visits take no single one up.
        let one_of = occurrence.sort == EventType::Visit && occurrence.number != known.occurrence.number;
        merge::are_alike(known.occurrence.sort, occurrence.sort) && !one_of
    };
    let referred = matches!(occurrence.form, Form::Definite | Form::Owned) && before.iter().any(is_known);
    let known = is_known_of(line, report);
    // "in hosting the conferences", "to exchange visits"
    let generic = occurrence.number == Number::Plural
        && occurrence.form == Form::Definite
        && matches!(
            occurrence.sort,
            EventType::Conference | EventType::PressConference | EventType::Session | EventType::Visit
        )
        && !(report.parties.stated || report.standing.form.is_some_and(|form| form.tense != Tense::Noun));
    if generic && !referred {
        return false;
    }
    match occurrence.demand {
        // "the proceedings" go on; a man of business has business too.
        Demand::After if occurrence.number == Number::Plural => {
            let goes = |form: VerbForm| matches!(form.sense, Sense::Begin | Sense::End | Sense::Occur | Sense::Attend);
            let near = report.standing.governor.is_some_and(|verb| verb.abs_diff(occurrence.at) <= 2);
            referred && near && report.standing.form.is_some_and(goes)
        }
        Demand::After if occurrence.sort == EventType::TalksRound => held && before.iter().any(is_talks),
        Demand::After => referred,
        Demand::Governed => {
            let makes = |form: VerbForm| {
                form.tense != Tense::Noun && matches!(form.sense, Sense::Hold | Sense::Get | Sense::Make | Sense::Carry)
            };
            let bare = occurrence.last == occurrence.at;
            referred && bare || report.standing.form.is_some_and(makes) || report.present && has_people(report)
        }
        Demand::Toured => true,
        Demand::Anchor if occurrence.sort == EventType::Interview && is_facing(line, report) => false,
        Demand::Anchor if occurrence.sort == EventType::Interview => anchored || referred,
        Demand::Anchor => anchored || referred || known || report.standing.adverbial && !report.parties.all.is_empty(),
        Demand::Called => report.parties.body.is_some(),
        Demand::Word(Class::Press) => occurrence.number != Number::Plural,
        Demand::Word(_) => true,
        Demand::Held => {
            let stated = report.parties.stated || report.parties.body.is_some();
            let there = occurrence.form == Form::Construct && !report.places.is_empty();
            let present = report.present && has_people(report);
            let new = matches!(occurrence.form, Form::Indefinite);
            let told = !new && !report.times.is_empty()
                || matches!(occurrence.form, Form::Definite) && !report.places.is_empty();
            // "today's session"
            let of_day =
                occurrence.sort == EventType::Session && line.get(occurrence.last + 1).is_some_and(is_bare_date);
            held || stated
                || is_to_meet(line, report)
                || referred
                || there
                || present
                || known
                || anchored && (occurrence.ordinal.is_some() || report.heading || told || of_day)
        }
    }
}

/// Whether the reader is taken to know the meeting: it is pointed at, comes next, something happened during it, or it does
/// something itself.
pub(super) fn is_known_of(line: &Line<'_>, report: &Report) -> bool {
    let occurrence = &report.occurrence;
    let at = occurrence.at;
    let before = at.checked_sub(1).and_then(|before| line.get(before));
    // "a centre for conferences"; "the hearings of the committee" are certain ones.
    let generic = occurrence.number == Number::Plural
        && !is_talks(report)
        && occurrence.last == occurrence.at
        && occurrence.form != Form::Construct;
    // "after hard negotiations": something came of them.
    let over = is_talks(report) && occurrence.demand == Demand::Anchor && before.is_some_and(Unit::sets_beside);
    if occurrence.form == Form::Indefinite && !over || generic {
        return false;
    }
    let near = before.is_some_and(|before| {
        [Class::Course, Class::Acts, Class::This].iter().any(|class| before.is(*class))
            && before.clause == line.clause(at)
    });
    let next = occurrence.last + 1;
    let which = usize::from(line.get(next).is_some_and(|after| after.is(Class::Relative)));
    let acts = line.get(next + which).is_some_and(|after| after.is(Class::Acts));
    near || acts || occurrence.later && occurrence.form == Form::Definite
}

/// A date that no preposition makes an adverb of another word.
fn is_bare_date(unit: &Unit<'_>) -> bool {
    matches!(unit.what, What::Date(_)) && unit.preposition.is_none()
}

/// "held a session with the players": a match is not held with anyone.
fn is_held_with(line: &Line<'_>, report: &Report) -> bool {
    let holds = |form: VerbForm| form.sense == Sense::Hold && form.tense != Tense::Noun;
    report.standing.form.is_some_and(holds)
        && !report.parties.all.is_empty()
        && line.get(report.occurrence.last + 1).is_some_and(|next| next.is(Class::With))
}

/// "coordination and consultation": a verbal noun joined to another that names no meeting is what is done in general.
fn is_done_in_general(line: &Line<'_>, report: &Report) -> bool {
    let occurrence = &report.occurrence;
    let before = occurrence.at.checked_sub(1).and_then(|before| line.get(before));
    let other = |unit: &Unit<'_>| unit.what == What::Word && unit.word.definite && unit.word.nouns.is_empty();
    matches!(occurrence.sort, EventType::Consultations | EventType::Talks)
        && occurrence.number == Number::Singular
        && occurrence.form == Form::Definite
        && line.get(occurrence.at).is_some_and(|unit| unit.conjunction)
        && before.is_some_and(other)
}

/// "meets once a year", "used to receive": what is done time and again is no one meeting.
fn is_habitual(line: &Line<'_>, report: &Report) -> bool {
    let at = report.occurrence.at;
    let form = line.get(at).and_then(|unit| unit.word.finite());
    let present = |form: VerbForm| form.tense == Tense::Present;
    let each = || {
        let after = line.slice(report.occurrence.last + 1..line.clause_end(at));
        after
            .windows(2)
            .any(|pair| matches!(pair, [every, time] if every.is(Class::Every) && time.word.is(Class::Period)))
            || after.iter().any(|unit| unit.is(Class::Regularly))
    };
    let was = || at.checked_sub(1).and_then(|before| line.get(before)).is_some_and(|before| before.is(Class::Was));
    form.is_some_and(present) && (was() || each())
}

/// "went to meet the president": whoever is met follows, after an honorific at most.
pub(super) fn is_to_meet(line: &Line<'_>, report: &Report) -> bool {
    let occurrence = &report.occurrence;
    let met = |unit: &Unit<'_>| {
        let someone = matches!(unit.what, What::Person(_)) || unit.is(Class::Body) || unit.word.definite;
        someone && unit.preposition.is_none()
    };
    occurrence.sort == EventType::Meeting
        && line.get(occurrence.at).is_some_and(|unit| unit.preposition == Some(LAM))
        && line.slice(occurrence.last + 1..occurrence.last + 3).iter().any(met)
}

const LAM: char = '\u{0644}';

/// "in the face of": no interview.
fn is_facing(line: &Line<'_>, report: &Report) -> bool {
    line.get(report.occurrence.last + 1).is_some_and(|next| {
        let adjective = line.words(next.passage).ends_with(['\u{0629}', '\u{064A}']);
        next.what == What::Word
            && next.word.is_unknown()
            && !(next.word.definite || next.conjunction || next.preposition.is_some() || adjective)
    })
}

/// Whether a verb tells of a meeting: of two who meet, of someone received, of a place that is visited.
fn is_meeting(verb: Sense, line: &Line<'_>, report: &Report, before: &[Report]) -> bool {
    let parties = report.parties.all.len();
    match verb {
        // Who discusses something at a meeting that the sentence names holds no other.
        Sense::Discuss => {
            let named = before.iter().any(|known| known.line == report.line && is_talk(known));
            !named && !is_at_another(line, report) && has_actor(report) && is_done_with(line, report)
        }
        Sense::Phone => parties > 1 && has_people(report),
        Sense::Arrive => has_people(report) && !report.places.is_empty(),
        // "and is to visit Rome next week": who goes was named before.
        Sense::Visit if !report.places.is_empty() => has_actor(report) || !report.times.is_empty(),
        Sense::Visit => has_actor(report) && parties > 1,
        Sense::Receive if report.standing.form.is_some_and(|form| form.object) => {
            parties > 1 || has_people(report) && !(report.places.is_empty() && report.times.is_empty())
        }
        _ => parties > 0 || is_announced(report),
    }
}

/// "will discuss it with the leaders during their summit": the noun further on names the meeting.
fn is_at_another(line: &Line<'_>, report: &Report) -> bool {
    let at = report.occurrence.at;
    line.slice(at + 1..line.clause_end(at)).windows(2).any(|pair| {
        let [within, noun] = pair else { return false };
        within.is(Class::Within) && noun.what == What::Word && is_named_by(noun)
    })
}

/// Whether a noun of talking stands there: a visit holds talks, a summit is them.
fn is_named_by(unit: &Unit<'_>) -> bool {
    unit.word
        .nouns
        .iter()
        .any(|noun| !matches!(noun.sort, EventType::Visit | EventType::Session) && noun.demand != Demand::After)
}

/// Whether a verb or an announcing word says that it is to come.
fn is_announced(report: &Report) -> bool {
    matches!(report.standing.status, Some((status, Firmness::Said)) if !merge::is_past(status))
}

/// Whether "with" and someone follow a verb before any noun of meeting.
fn is_done_with(line: &Line<'_>, report: &Report) -> bool {
    let at = report.occurrence.at;
    let after = line.slice(at + 1..line.clause_end(at));
    let names = |unit: &&Unit<'_>| unit.what == What::Word && !unit.word.nouns.is_empty();
    let end = after.iter().position(|unit| names(&unit)).unwrap_or(after.len());
    let someone = |unit: &Unit<'_>| unit.entry().is_some() || unit.is(Class::Counterpart) || unit.is(Class::Body);
    after[..end].windows(2).any(|pair| matches!(pair, [with, who] if with.is(Class::With) && someone(who)))
}

/// Whether people talk to each other there.
fn is_talk(report: &Report) -> bool {
    !matches!(report.occurrence.sort, EventType::Visit)
}

fn has_actor(report: &Report) -> bool {
    report.parties.all.iter().any(|party| !matches!(party, Participant::Entry(entry) if entry.kind == Kind::Place))
}

fn is_talks(report: &Report) -> bool {
    matches!(
        report.occurrence.sort,
        EventType::Talks | EventType::TalksRound | EventType::Consultations | EventType::Dialogue
    )
}

fn has_people(report: &Report) -> bool {
    report.parties.all.iter().any(|participant| match participant {
        Participant::Entry(entry) => entry.kind == Kind::Person,
        Participant::Words(_) => false,
    }) || report.standing.form.is_some_and(|form| form.sense == Sense::Chair)
}
