//! Organisations by their head noun: ministry of, party of, company.

use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
        lexeme::{Lexeme, speaks_for},
    },
    knowledge::Confidence,
    lexicon::{Class, PhraseKind, Rate, likeness::Score},
};

/// The most words after the head noun.
const LONGEST: u32 = 6;

/// Every head noun with the words that make it a name.
pub fn find(source: &Source<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sentence in source.tokens.sentences() {
        let mut at = sentence.tokens.start.0;
        while at < sentence.tokens.end.0 {
            let end = name_end(source, at, sentence.tokens.end.0);
            if let Some(end) = end {
                findings.extend(finding(source, TokenRange::new(at, end)));
            }
            at = end.unwrap_or(at + 1);
        }
    }
    findings
}

/// Where the name that begins with the head noun at `at` ends, if there is one.
fn name_end(source: &Source<'_>, at: u32, limit: u32) -> Option<u32> {
    let head = source.lexeme(TokenId(at));
    if let Some(end) = ministry_end(source, at) {
        return Some(end);
    }
    if !head.is(Class::Organisation) || head.is(Class::Function) || head.possessed {
        return None;
    }
    let of_kind = source.lexeme(TokenId(at + 1));
    let plain = !of_kind.definite && of_kind.letters == 0 && of_kind.classes.is_empty() && !may_be_verb(&of_kind.stem);
    let kind_then_quoted = || quoted_end(source, at + 2, limit).filter(|_| plain && !head.is(Class::Weak));
    if let Some(end) = quoted_end(source, at + 1, limit).or_else(kind_then_quoted).filter(|_| !head.definite) {
        return Some(with_purpose(source, TokenRange::new(at, end), limit).end.0);
    }
    let weak = head.is(Class::Weak) && listed_end(source, at + 1).is_some();
    if weak || is_organ(source, at) || is_rank(source, at) || is_holding(source, at) {
        return None;
    }
    let listed = listed_end(source, at);
    let mut end = listed.unwrap_or(at + 1);
    while end < limit.min(at + 1 + LONGEST) {
        // A country completes the name: the government of Oman, the ministry of trade of Cyprus.
        let asks = listed.is_none() && !source.lexeme(TokenId(end - 1)).definite && !is_place(source, end - 1);
        match place_end(source, end).filter(|_| asks) {
            Some(place) => end = place,
            None if continues(source, at, end) => end += 1,
            None => break,
        }
    }
    (end > listed.unwrap_or(at + 1)).then_some(end)
}

/// Whether a word that may be an organisation is what is done with a conference: organising it.
fn is_holding(source: &Source<'_>, at: u32) -> bool {
    let held = source.lexeme(TokenId(at + 1)).bare();
    is_second_form(&source.lexeme(TokenId(at)).stem) && !source.lexicon.events().nouns(held).is_empty()
}

/// Whether a head noun is what another organisation or a place has, with no name of its own: the leadership of a union.
fn is_organ(source: &Source<'_>, at: u32) -> bool {
    let (head, whole) = (source.lexeme(TokenId(at)), source.longest_phrase(TokenId(at + 1)));
    let listed = whole.is_some_and(|(_, letters, phrase)| letters == 0 && phrase.kind != PhraseKind::Person);
    head.is(Class::Part) && !head.definite && (listed || source.lexeme(TokenId(at + 1)).is(Class::Organisation))
}

/// Whether a word that may be a rank or a body is a rank: the general, an Iranian, so-and-so.
fn is_rank(source: &Source<'_>, at: u32) -> bool {
    let head = source.lexeme(TokenId(at));
    let name = source.lexeme(TokenId(at + 2)).facts;
    head.is(Class::Doubtful) && head.definite && name.given.max(name.foreign) >= Rate::of(10)
}

/// Where a listed name of several words ends that begins at `at`: longer ones are made of it by adjectives.
fn listed_end(source: &Source<'_>, at: u32) -> Option<u32> {
    let (tokens, letters, phrase) = source.longest_phrase(TokenId(at))?;
    let organisation = phrase.kind == PhraseKind::Organisation && letters <= source.lexeme(TokenId(at)).letters;
    (organisation && tokens.len() > 1).then_some(tokens.end.0)
}

/// With what it is for after it: the company "so-and-so" for medicines.
pub fn with_purpose(source: &Source<'_>, tokens: TokenRange, limit: u32) -> TokenRange {
    let head = source.lexeme(tokens.start);
    let purpose = source.lexeme(tokens.end);
    let begins = !head.definite && purpose.definite && tokens.end.0 < limit;
    if tokens.len() == 1 || !begins || !states_purpose(source, tokens.start.0, tokens.end.0) {
        return tokens;
    }
    let adjective = |at: &u32| {
        let lexeme = source.lexeme(TokenId(*at));
        let plain = lexeme.definite && lexeme.preposition.is_none() && !lexeme.conjoined;
        plain && is_adjective(lexeme) && lexeme.nationality.is_none()
    };
    let end = (tokens.end.0 + 1..limit.min(tokens.end.0 + 2)).take_while(adjective).last().unwrap_or(tokens.end.0);
    TokenRange { end: TokenId(end + 1), ..tokens }
}

/// A ministry by its field alone: (the) Foreign (ministry) of Russia; the Foreign (ministry) said.
fn ministry_end(source: &Source<'_>, at: u32) -> Option<u32> {
    let field = source.lexeme(TokenId(at));
    let before = at.checked_sub(1).map(|before| source.lexeme(TokenId(before)));
    let completes = before.is_some_and(|before| {
        before.definite || (before.is(Class::Title) || before.is(Class::Organisation) || before.is(Class::Ministry))
    });
    if !field.is(Class::Ministry) || !field.definite || completes {
        return None;
    }
    let origin = source.lexeme(TokenId(at + 1));
    if origin.nationality.is_some() && is_feminine(origin) {
        return Some(at + 2);
    }
    let speaks = |before: u32| {
        source.lexeme(TokenId(before)).is(Class::Speech) || speaks_for(source.tokens.folded(TokenId(before)))
    };
    at.checked_sub(1).is_some_and(speaks).then_some(at + 1)
}

/// A name in quotes right after the head noun, its closing quote included.
pub fn quoted_end(source: &Source<'_>, at: u32, limit: u32) -> Option<u32> {
    let closing = match source.tokens.folded(TokenId(at)) {
        "\"" => "\"",
        "\u{00AB}" => "\u{00BB}",
        "\u{201C}" => "\u{201D}",
        _ => return None,
    };
    (at + 2..limit.min(at + 2 + LONGEST)).find(|end| source.tokens.folded(TokenId(*end)) == closing).map(|end| end + 1)
}

/// Whether the token at `at` goes on the name that the head noun at `head` begins.
fn continues(source: &Source<'_>, head: u32, at: u32) -> bool {
    let Some(token) = source.tokens.get(TokenId(at)) else { return false };
    let lexeme = source.lexemes.of_token(token);
    if token.script == Script::Other {
        return !source.lexeme(TokenId(head)).definite;
    }
    let ends =
        [Class::Function, Class::Honorific, Class::Calendar, Class::Former].iter().any(|class| lexeme.is(*class));
    let another_title = lexeme.is(Class::Title) && !lexeme.is(Class::Tail);
    let two_kinds = lexeme.is(Class::Organisation) && !source.lexeme(TokenId(at - 1)).is(Class::Organisation);
    let another_body = lexeme.conjoined && (two_kinds || at == head + 1);
    if token.script != Script::Arabic || ends || another_title || another_body {
        return false;
    }
    if source.lexeme(TokenId(head)).definite {
        qualifies(source, head, at)
    } else if lexeme.definite {
        completes(source, head, at)
    } else {
        leads_on(source, head, at)
    }
}

/// Whether a word goes on a head noun with article: an adjective that agrees with it, then what it is for.
fn qualifies(source: &Source<'_>, head: u32, at: u32) -> bool {
    let (noun, lexeme) = (source.lexeme(TokenId(head)), source.lexeme(TokenId(at)));
    if at > head + 1 && (states_purpose(source, head, at) || is_part_of(source, head, at)) {
        return true;
    }
    // The first committee has a number for a name; the first place (centre) is one won.
    let placed = at == head + 1 && lexeme.is(Class::Ordinal) && !is_feminine(noun);
    // Of whoever leads it: the leader of the front, known as so-and-so.
    let of_another = is_feminine(noun) && !is_feminine(lexeme) && !lexeme.relative && !lexeme.is(Class::Tail);
    let attached = lexeme.preposition.is_some() || lexeme.conjoined;
    let further = at > head + 1 && is_feminine(noun) && is_participle(source, at);
    let adjective = is_adjective(lexeme) || further;
    lexeme.definite && adjective && !attached && !placed && !of_another
}

/// Whether a word with article goes on a head noun without one: its genitive, and an adjective after that.
fn completes(source: &Source<'_>, head: u32, at: u32) -> bool {
    let lexeme = source.lexeme(TokenId(at));
    let before = source.lexeme(TokenId(at - 1));
    let attached = lexeme.preposition.is_some() || lexeme.conjoined;
    if at == head + 1 {
        return !attached;
    }
    let origin = |lexeme: &Lexeme| lexeme.nationality.is_some() && !lexeme.is(Class::Tail);
    if describes(source.lexeme(TokenId(head)), before, lexeme) {
        return false;
    }
    // Of whoever leads it: the mayor of so-and-so, the arrested one.
    let of_another = is_place(source, at - 1) && is_feminine(source.lexeme(TokenId(head))) && !is_feminine(lexeme);
    if of_another && !lexeme.conjoined && !attached {
        return false;
    }
    let second = lexeme.conjoined && !origin(before);
    let asked = !before.definite && !is_place(source, at - 1) && !is_rare_name(before);
    let agrees = before.definite && (is_feminine(before) || !before.relative);
    let adjective = is_adjective(lexeme) || agrees && is_participle(source, at);
    second || !attached && (adjective || asked) || states_purpose(source, head, at)
}

/// Whether an adjective tells where the thing is that a name has just named, or what it is like, and so is no part of
/// the name: the newspaper Le Monde, a French one. A rare word without article before an adjective with one is a name.
fn describes(head: &Lexeme, name: &Lexeme, adjective: &Lexeme) -> bool {
    const OF_GOD: &str = "\u{0627}\u{0644}\u{0644}\u{0647}";
    const ORDINARY: Rate = Rate::of(300);
    let named = !name.definite && (name.facts.frequency < ORDINARY || adjective.nationality.is_some());
    // What party a party is, but what centre a centre is for: a medical one.
    let of_any = adjective.nationality.is_some() || adjective.relative && head.is(Class::General);
    let describes = adjective.definite && of_any;
    let belongs = adjective.is(Class::Tail) || adjective.is(Class::Compass) || names_kind(name);
    (named || name.stem == OF_GOD) && describes && !belongs
}

/// The name of an organisation without the adjectives after it that only describe it.
pub fn without_origin(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    let head = source.lexeme(tokens.start);
    if !head.is(Class::Organisation) || head.definite {
        return tokens;
    }
    let described = |at: &u32| describes(head, source.lexeme(TokenId(at - 1)), source.lexeme(TokenId(*at)));
    let end = (tokens.start.0 + 2..tokens.end.0).find(described);
    TokenRange { end: end.map_or(tokens.end, TokenId), ..tokens }
}

/// Whether a word without article goes on a head noun without one: a name, or a noun that asks for another.
fn leads_on(source: &Source<'_>, head: u32, at: u32) -> bool {
    let lexeme = source.lexeme(TokenId(at));
    let first = at == head + 1;
    let attached = lexeme.preposition.is_some() || lexeme.conjoined;
    if first && !attached && is_rare_name(lexeme) {
        return true;
    }
    if !first && states_purpose(source, head, at) {
        return true;
    }
    let noun = |at: u32| {
        let lexeme = source.lexeme(TokenId(at));
        let known = lexeme.facts.given.max(lexeme.facts.family).max(lexeme.facts.foreign) >= Rate::of(5);
        let attached = lexeme.preposition.is_some() || lexeme.conjoined || is_owned(lexeme);
        let free = !attached && !lexeme.definite && at <= head + 2;
        let other = lexeme.is(Class::Function) || lexeme.is(Class::Speech) || lexeme.nationality.is_some();
        let strong = !source.lexeme(TokenId(head)).is(Class::Weak) && !known && !may_be_verb(&lexeme.stem);
        free && !other && (strong || is_verbal_noun(&lexeme.stem))
    };
    // Nouns without article between the head and what has one: the fund for the development of the south.
    let chain = noun(at) && (first || noun(at - 1));
    chain && (is_completed(source, at) || first && noun(at + 1) && is_completed(source, at + 1))
}

/// Whether a noun with article, or a place, follows.
fn is_completed(source: &Source<'_>, at: u32) -> bool {
    let next = source.lexeme(TokenId(at + 1));
    let definite = next.definite && next.preposition.is_none() && !next.conjoined && !next.is(Class::Function);
    definite || is_place(source, at + 1)
}

fn is_feminine(lexeme: &Lexeme) -> bool {
    lexeme.stem.ends_with('\u{0647}')
}

fn is_adjective(lexeme: &Lexeme) -> bool {
    let of_people = lexeme.is(Class::Title) || lexeme.is(Class::Doubtful);
    lexeme.relative || lexeme.is(Class::Tail) || lexeme.is(Class::Attribute) && !of_people
}

/// A feminine participle with article by its form, m..h, that governs nothing: (the) open (data), not responsible for.
fn is_participle(source: &Source<'_>, at: u32) -> bool {
    let lexeme = source.lexeme(TokenId(at));
    let form = lexeme.bare().strip_prefix('\u{0645}').and_then(|rest| rest.strip_suffix('\u{0647}'));
    let letters = form.is_some_and(|form| form.chars().nth(2).is_some());
    let next = source.lexeme(TokenId(at + 1));
    let governs = next.is(Class::Function) || next.preposition.is_some();
    letters && lexeme.definite && lexeme.classes.is_empty() && lexeme.facts.given == Rate::default() && !governs
}

/// Whether a noun is said of many organisations: those after it are of their kind, not of their name.
fn names_kind(lexeme: &Lexeme) -> bool {
    lexeme.is(Class::Organisation) || lexeme.is(Class::Tail) || lexeme.is(Class::Ministry)
}

/// With a possessive pronoun: its seat, for their part.
fn is_owned(lexeme: &Lexeme) -> bool {
    let pronoun = ["\u{0647}\u{0627}", "\u{0647}\u{0645}"].iter().any(|pronoun| lexeme.stem.ends_with(pronoun));
    lexeme.possessed || pronoun && lexeme.stem.chars().nth(4).is_some() && lexeme.classes.is_empty()
}

/// Begins as an imperfect verb does, or with what may be a preposition.
fn may_be_verb(stem: &str) -> bool {
    stem.starts_with(['\u{064A}', '\u{062A}', '\u{0628}'])
}

/// The body that a part of it belongs to, after lam: the general secretariat of the council.
fn is_part_of(source: &Source<'_>, head: u32, at: u32) -> bool {
    let lexeme = source.lexeme(TokenId(at));
    let adjective = (head + 1..at).all(|at| is_adjective(source.lexeme(TokenId(at))));
    let after_it = at > head + 2 && source.lexeme(TokenId(at - 1)).preposition == Some('\u{0644}');
    let body = lexeme.preposition == Some('\u{0644}') && lexeme.definite && lexeme.is(Class::Organisation);
    adjective && body && !lexeme.conjoined && !lexeme.is(Class::Errand)
        || after_it && lexeme.definite && !lexeme.conjoined
}

/// What an organisation is for, after lam: the bank for development, the federation for the game of football.
fn states_purpose(source: &Source<'_>, head: u32, at: u32) -> bool {
    let lexeme = source.lexeme(TokenId(at));
    let for_something = lexeme.preposition == Some('\u{0644}') && !lexeme.conjoined && !lexeme.is(Class::Errand);
    let after_it = lexeme.preposition.is_none()
        && lexeme.definite
        && source.lexeme(TokenId(at - 1)).preposition == Some('\u{0644}');
    let of_another = lexeme.is(Class::Organisation);
    let purposes = !source.lexeme(TokenId(head)).is(Class::General) && listed_end(source, head).is_none();
    let stated = lexeme.definite || is_completed(source, at) && !is_owned(lexeme);
    let begins = for_something && purposes && !of_another && stated;
    begins || (after_it && !lexeme.conjoined)
}

/// A word that news hardly has and that looks like a name.
fn is_rare_name(lexeme: &Lexeme) -> bool {
    lexeme.classes.is_empty() && lexeme.facts.frequency < Rate::of(60) && lexeme.likeness > Score(3)
}

/// A noun of action by its form: second form, or with the feminine ending.
fn is_verbal_noun(stem: &str) -> bool {
    is_second_form(stem) || stem.chars().nth(3).is_some() && stem.ends_with('\u{0647}')
}

/// A noun of action of the second form: t..y. .
fn is_second_form(stem: &str) -> bool {
    let letters: smallvec::SmallVec<[char; 12]> = stem.chars().collect();
    letters.len() == 5 && letters[0] == '\u{062A}' && letters[3] == '\u{064A}'
}

/// Where the listed place ends that begins at `at`.
fn place_end(source: &Source<'_>, at: u32) -> Option<u32> {
    let place = |kind| matches!(kind, PhraseKind::Country | PhraseKind::City | PhraseKind::Region);
    let (tokens, letters, phrase) = source.longest_phrase(TokenId(at))?;
    (letters == 0 && place(phrase.kind)).then_some(tokens.end.0)
}

fn is_place(source: &Source<'_>, at: u32) -> bool {
    place_end(source, at).is_some()
}

/// A head noun that begins many other phrases needs an adjective of origin or belonging, or a place, to make a name.
fn is_plainly_a_name(source: &Source<'_>, tokens: TokenRange) -> bool {
    let head = source.lexeme(tokens.start);
    let telling = |at: u32| {
        let lexeme = source.lexeme(TokenId(at));
        let quote = matches!(source.tokens.folded(TokenId(at)), "\"" | "\u{00AB}" | "\u{201C}");
        let body = lexeme.preposition == Some('\u{0644}') && lexeme.is(Class::Organisation);
        lexeme.nationality.is_some() || is_place(source, at) || quote || body
    };
    !head.is(Class::Weak) || (tokens.start.0 + 1..tokens.end.0).any(telling)
}

fn finding(source: &Source<'_>, tokens: TokenRange) -> Option<Finding> {
    let letters = usize::from(source.lexeme(tokens.start).letters);
    is_plainly_a_name(source, tokens).then(|| named(source, tokens, letters)).flatten()
}

/// An organisation of so many words, without the proclitics before it.
pub fn named(source: &Source<'_>, tokens: TokenRange, letters: usize) -> Option<Finding> {
    Some(Finding {
        named: Named::Organisation,
        passage: source.passage(tokens, letters)?,
        tokens,
        nested: false,
        confidence: Confidence::Likely,
        origin: Origin::HeadNoun,
    })
}
