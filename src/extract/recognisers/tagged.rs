//! Names that the sequence model sees, brought to our conventions: proclitics off, the type word of a place or an
//! organisation on.

use smallvec::SmallVec;

use super::{
    initials::with_initials,
    lists::is_called_after,
    organisations::{with_purpose, without_origin},
    places::{is_place, with_adjective, with_capital, with_compass},
};
use crate::{
    arabic::{Script, TokenId, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
        lexeme::Lexeme,
        model::{
            hints::Hints,
            label::{Sort, spans},
            tagger::Tagger,
        },
        proclitics,
    },
    knowledge::{Confidence, MentionKind},
    lexicon::{Class, Facts, PhraseKind, Rate, likeness::Score},
};

/// Every name that the model sees.
pub fn find(source: &Source<'_>, hints: &Hints) -> Vec<Finding> {
    let labels = Tagger::new(*source, hints, source.model).labels();
    let mut findings = Vec::new();
    for sentence in source.tokens.sentences() {
        let own = labels.get(sentence.tokens.indices()).unwrap_or_default();
        let names = spans(own).flat_map(|(start, end, sort)| {
            let place = |at: usize| u32::try_from(at).map_or(sentence.tokens.end, |at| sentence.tokens.start.plus(at));
            let tokens = TokenRange { start: place(start), end: place(end) };
            parts(source, tokens, sort)
                .into_iter()
                .filter_map(move |tokens| finding(source, sentence.tokens, tokens, sort))
        });
        findings.extend(names);
    }
    findings
}

/// The names that the conjunction joins, which the model may take for one; and a state or a capital after a person is
/// no part of the name.
fn parts(source: &Source<'_>, tokens: TokenRange, sort: Sort) -> SmallVec<[TokenRange; 2]> {
    let mut parts: SmallVec<[TokenRange; 2]> = SmallVec::new();
    let mut start = tokens.start.0;
    if sort == Sort::Place {
        let listed = source.longest_phrase(tokens.start).map_or(start + 1, |(found, ..)| found.end.0.max(start + 1));
        for at in listed..tokens.end.0 {
            if is_conjoined(source, at) {
                parts.push(TokenRange::new(start, at));
                start = at;
            }
        }
    }
    if sort == Sort::Organisation {
        for at in tokens.start.0 + 1..tokens.end.0 {
            if is_another_body(source, tokens.start, at) {
                parts.push(TokenRange::new(start, at));
                start = at;
            }
        }
    }
    if sort == Sort::Person {
        if let Some(next) = behind_surname(source, tokens) {
            parts.push(TokenRange::new(start, next));
            start = next;
        }
        let first = start;
        for at in first..tokens.end.0 {
            if names_office(source, at) {
                parts.push(TokenRange::new(start, at));
                start = at + 2;
            }
            if at <= start {
                continue;
            }
            let lexeme = source.lexeme(TokenId(at));
            let capital = source.lexicon.capital(&lexeme.stem).is_some() && lexeme.facts.foreign < Rate::of(5);
            if is_conjoined(source, at) || capital || listed_body(source, TokenId(at)) {
                parts.push(TokenRange::new(start, at));
                start = at;
            }
        }
    }
    parts.push(TokenRange::new(start, tokens.end.0));
    parts.retain(|part| !part.is_empty());
    parts
}

/// Where another name begins behind a listed surname: the envoy of Trump, so-and-so.
fn behind_surname(source: &Source<'_>, tokens: TokenRange) -> Option<u32> {
    let (found, _, phrase) = source.longest_phrase(tokens.start)?;
    let head = source.lexeme(TokenId(tokens.start.0.checked_sub(1)?));
    let surname = phrase.kind == PhraseKind::Person && found.len() == 1 && tokens.len() > 2;
    (surname && head.is(Class::Title) && !head.definite).then_some(found.end.0)
}

/// Whether a head noun after the conjunction begins another name than the one that starts at `start`: (the) radio and
/// the newspaper Al-Hayat. One with article needs more to be a name: the federation of chambers and companies.
fn is_another_body(source: &Source<'_>, start: TokenId, at: u32) -> bool {
    let (head, next) = (source.lexeme(TokenId(at)), source.lexeme(TokenId(at + 1)));
    let begins = head.conjoined && head.preposition.is_none() && head.is(Class::Organisation);
    let listed = source.longest_phrase(start).is_some_and(|(found, ..)| found.contains(TokenId(at)));
    let of_two_kinds = source.lexeme(TokenId(at - 1)).is(Class::Organisation);
    let named = !head.definite || next.definite && next.relative && next.letters == 0;
    begins && named && !listed && !of_two_kinds
}

/// A name after the conjunction waw.
fn is_conjoined(source: &Source<'_>, at: u32) -> bool {
    source.tokens.folded(TokenId(at)).starts_with('\u{0648}') && proclitics::before_name(source, TokenId(at)) == 1
}

/// A title with the one word that names its organisation: the sheikh of Al-Azhar.
fn names_office(source: &Source<'_>, at: u32) -> bool {
    let organisation = source.longest_phrase(TokenId(at + 1)).is_some_and(|(found, letters, phrase)| {
        found.len() == 1 && letters == 0 && phrase.kind == PhraseKind::Organisation
    });
    organisation && source.lexeme(TokenId(at)).is(Class::Title)
}

fn finding(source: &Source<'_>, sentence: TokenRange, tokens: TokenRange, sort: Sort) -> Option<Finding> {
    let (named, head) = match sort {
        Sort::Person if is_called_after(source, tokens.start) => {
            called_after(source.lexeme(TokenId(tokens.start.0 - 1)))?
        }
        Sort::Person => (Named::Person(MentionKind::Full), None),
        Sort::Place => (Named::Place, Some(Class::Place)),
        Sort::Organisation => (Named::Organisation, Some(Class::Organisation)),
        Sort::Other => return None,
    };
    let tokens = trim(source, tokens)?;
    let tokens = if matches!(named, Named::Person(_)) { without_title(source, tokens) } else { tokens };
    let ordinary = tokens.len() == 1 && is_ordinary(source.lexeme(tokens.start), named);
    let office = !matches!(named, Named::Person(_)) && is_office(source, tokens);
    if ordinary || office || is_accusative(source, tokens.start) {
        return None;
    }
    let (named, tokens) = match named {
        Named::Person(_) if is_listed_place(source, tokens) => (Named::Place, tokens),
        Named::Person(_) if tokens.len() == 1 && listed_body(source, tokens.start) => (Named::Organisation, tokens),
        Named::Person(_) => {
            let named_in_full = with_rare_words(source, sentence, with_given_name(source, sentence, tokens));
            (named, with_initials(source, sentence, named_in_full))
        }
        Named::Organisation => (named, without_stranger(source, without_another(source, tokens))),
        Named::Place => (named, tokens),
    };
    let tokens = head.map_or(tokens, |head| with_type_word(source, sentence, tokens, head));
    let tokens = match named {
        Named::Organisation => with_purpose(source, without_origin(source, tokens), sentence.end.0),
        Named::Place => with_capital(source, with_adjective(source, with_compass(source, tokens))),
        Named::Person(_) => tokens,
    };
    let letters = match named {
        Named::Person(_) => proclitics::before_name(source, tokens.start),
        Named::Place => place_letters(source, tokens),
        Named::Organisation => organisation_letters(source, tokens),
    };
    Some(Finding {
        named,
        passage: source.passage(tokens, letters)?,
        tokens,
        nested: false,
        confidence: Confidence::Likely,
        origin: Origin::Model,
    })
}

/// The proclitics before an organisation; before one that no list has, only where it stands without them elsewhere.
fn organisation_letters(source: &Source<'_>, tokens: TokenRange) -> usize {
    let letters = place_letters(source, tokens);
    let folded = source.tokens.folded(tokens.start);
    let rest = folded.char_indices().nth(letters).and_then(|(at, _)| folded.get(at..)).unwrap_or_default();
    let own = usize::from(source.lexeme(tokens.start).letters);
    if source.tokens.has_word(rest) { letters } else { own }
}

/// The proclitics before a place, which the lists may not have.
fn place_letters(source: &Source<'_>, tokens: TokenRange) -> usize {
    let lexeme = source.lexeme(tokens.start);
    let listed =
        source.longest_phrase(tokens.start).filter(|(found, _, phrase)| *found == tokens && is_place(phrase.kind));
    if let Some((_, letters, _)) = listed {
        return usize::from(letters);
    }
    let unheard_of = lexeme.letters == 0 && lexeme.facts.frequency < Rate::of(60) && lexeme.beginnings.is_empty();
    if unheard_of { proclitics::before_name(source, tokens.start) } else { usize::from(lexeme.letters) }
}

/// A single word that does something else in a sentence.
fn is_ordinary(lexeme: &Lexeme, named: Named) -> bool {
    const OTHERWISE: [Class; 6] =
        [Class::Title, Class::Function, Class::Organisation, Class::Place, Class::Tail, Class::Calendar];
    let facts = lexeme.facts;
    let unlike_a_name =
        facts.given.max(facts.family).max(facts.foreign) == Rate::default() && lexeme.likeness < Score(0);
    OTHERWISE.iter().any(|class| lexeme.is(*class))
        || lexeme.nationality.is_some()
        || (matches!(named, Named::Person(_)) && unlike_a_name)
}

/// What is called after somebody: a place or an organisation, by its type word; a prize is neither.
fn called_after(head: &Lexeme) -> Option<(Named, Option<Class>)> {
    let kinds = [(Class::Place, Named::Place), (Class::Organisation, Named::Organisation)];
    kinds.into_iter().find(|(class, _)| head.is(*class)).map(|(class, named)| (named, Some(class)))
}

/// Whether what was taken for an organisation or a place is the title of somebody: the adviser of national security,
/// the princess of Wales.
fn is_office(source: &Source<'_>, tokens: TokenRange) -> bool {
    let head = source.lexeme(tokens.start);
    let listed =
        source.longest_phrase(tokens.start).is_some_and(|(.., phrase)| phrase.kind == PhraseKind::Organisation);
    head.is(Class::Title) && !head.is(Class::Organisation) && !head.is(Class::Doubtful) && !head.definite && !listed
}

/// In the indefinite accusative, which names do not take: by its tanwin, or an adjective in -iyya after a noun in it.
fn is_accusative(source: &Source<'_>, token: TokenId) -> bool {
    const ALEF: char = '\u{0627}';
    let folded = |token: TokenId| source.tokens.folded(token);
    let written = source.tokens.get(token).map_or("", |token| source.words(token.passage()));
    let adjective = folded(token).strip_suffix(ALEF).is_some_and(|rest| rest.ends_with('\u{064A}'));
    let noun = token.0.checked_sub(1).map(TokenId).is_some_and(|noun| {
        folded(noun).ends_with(ALEF)
            && source.lexeme(noun).facts.foreign.max(source.lexeme(noun).facts.given) == Rate::default()
    });
    let listed = source.longest_phrase(token).is_some_and(|(_, letters, _)| letters == 0);
    written.contains('\u{064B}') || adjective && noun && !listed
}

/// Whether a word is a listed organisation and never a part of a person's name.
fn listed_body(source: &Source<'_>, token: TokenId) -> bool {
    let facts = source.lexeme(token).facts;
    let listed = source.longest_phrase(token).is_some_and(|(found, letters, phrase)| {
        found.len() == 1 && letters == 0 && phrase.kind == PhraseKind::Organisation
    });
    listed && facts.given.max(facts.family).max(facts.foreign) == Rate::default()
}

/// A single word that is a listed place and hardly ever a part of a person's name.
fn is_listed_place(source: &Source<'_>, tokens: TokenRange) -> bool {
    let facts = source.lexeme(tokens.start).facts;
    let listed =
        source.longest_phrase(tokens.start).is_some_and(|(found, _, phrase)| found == tokens && is_place(phrase.kind));
    tokens.len() == 1 && listed && facts.given.max(facts.family).max(facts.foreign) < Rate::of(5)
}

/// Without another organisation that a preposition leads to: the union, to a newspaper; the battalions, of Hamas.
fn without_another(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    let another = |at: &u32| {
        let lexeme = source.lexeme(TokenId(*at));
        let listed = source.longest_phrase(TokenId(*at)).is_some_and(|(found, letters, phrase)| {
            found.len() == 1 && letters > 0 && phrase.kind == PhraseKind::Organisation
        });
        lexeme.preposition.is_some() && !lexeme.definite && (lexeme.is(Class::Organisation) || listed)
    };
    let end = (tokens.start.0 + 1..tokens.end.0).find(another);
    TokenRange { end: end.map_or(tokens.end, TokenId), ..tokens }
}

/// Without the words behind a complete name that can be no part of it: a head noun with article, or an adjective with
/// one, is followed by nothing without, be it a verb or the name of who speaks for the body.
fn without_stranger(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    const FOR: char = '\u{0644}';
    const FOR_THE: &str = "\u{0644}\u{0644}";
    const COMMON: Rate = Rate::of(100);
    let phrase = source.longest_phrase(tokens.start);
    let listed = phrase.map_or(tokens.start, |(found, ..)| found.end);
    let is_body = phrase.is_some_and(|(.., phrase)| phrase.kind == PhraseKind::Organisation);
    let stranger = |at: &u32| {
        let (before, lexeme) = (source.lexeme(TokenId(at - 1)), source.lexeme(TokenId(*at)));
        let arabic = source.tokens.get(TokenId(*at)).is_some_and(|token| token.script == Script::Arabic);
        let for_rest = source.tokens.folded(TokenId(*at)).strip_prefix(FOR);
        let for_common = |rest: &str| rest.starts_with(FOR) || source.lexicon.word(rest).frequency >= COMMON;
        let attached = lexeme.preposition.is_some() || for_rest.is_some_and(for_common);
        let bare = (!lexeme.definite || source.has_own_alef(TokenId(*at))) && !attached && !lexeme.conjoined;
        let within = lexeme.preposition == Some('\u{0628}') && lexeme.definite;
        let head = *at == tokens.start.0 + 1 && before.is(Class::Organisation);
        let town = head
            && source.longest_phrase(TokenId(*at)).is_some_and(|(_, letters, phrase)| {
                letters == 0 && matches!(phrase.kind, PhraseKind::City | PhraseKind::Country) && !lexeme.relative
            });
        // With lam twice the article is there for certain: of the navy.
        let with_article =
            before.preposition != Some(FOR) || source.tokens.folded(TokenId(at - 1)).starts_with(FOR_THE);
        let closed = before.definite && (head || before.relative && with_article);
        let otherwise = lexeme.is(Class::Function) || lexeme.is(Class::Loan);
        let after_listed = is_body && *at > tokens.start.0 + 1 && listed == TokenId(*at);
        // The national team of Morocco, the trainer so-and-so.
        let titled = *at > tokens.start.0 + 1 && lexeme.definite && lexeme.letters == 0 && lexeme.is(Class::Title);
        let office = titled && !lexeme.is(Class::Tail) && !lexeme.is(Class::Attribute) && is_complete(before);
        let cannot = closed && (bare && !otherwise || within || town) || after_listed && bare && !otherwise;
        arabic && (cannot || office) && listed <= TokenId(*at)
    };
    let end = (tokens.start.0 + 1..tokens.end.0).find(stranger);
    TokenRange { end: end.map_or(tokens.end, TokenId), ..tokens }
}

/// Whether a word ends what asks for another one: with an article, or the name of a place.
fn is_complete(lexeme: &Lexeme) -> bool {
    lexeme.definite || !lexeme.beginnings.is_empty() && lexeme.classes.is_empty()
}

/// With a given name that the model has left out before it, after a title or an honorific.
fn with_given_name(source: &Source<'_>, sentence: TokenRange, tokens: TokenRange) -> TokenRange {
    let Some(given) = tokens.start.0.checked_sub(1).filter(|given| *given > sentence.start.0) else { return tokens };
    let lexeme = source.lexeme(TokenId(given));
    let before = source.lexeme(TokenId(given - 1));
    // The country that a title asks for: the representative of Qatar.
    let of_country = before.is(Class::Title) && !before.definite && is_state(source, given);
    if is_conjoined(source, tokens.start.0) || of_country {
        return tokens;
    }
    let introduced = before.is(Class::Title) || before.is(Class::Honorific) || before.nationality.is_some();
    let given_rate = lexeme.facts.given;
    let hardly_else = given_rate >= Rate::of(20) && lexeme.facts.frequency < Rate::of(3000) && tokens.len() == 1;
    let half = tokens.len() == 1 || source.lexeme(tokens.start).is(Class::Link);
    if half && given_rate >= Rate::of(5) && spelt_apart(source, TokenId(given)) {
        return TokenRange { start: TokenId(given), ..tokens };
    }
    let whole = lexeme.letters == 0 || (lexeme.letters == 1 && lexeme.conjoined);
    let is_given = given_rate >= Rate::of(5) && whole && lexeme.classes.is_empty();
    let of_god = source.tokens.folded(tokens.start) == "\u{0627}\u{0644}\u{0644}\u{0647}";
    // A word that no list has, where no verb is to be expected, even where what is left without its first letter is a rare word.
    let folded = source.tokens.folded(TokenId(given));
    let plain = !lexeme.definite && lexeme.classes.is_empty() && lexeme.facts.frequency < Rate::of(60);
    let unknown = plain && source.lexicon.word(folded) == Facts::default() && tokens.len() == 1;
    let follows = introduced || before.is(Class::Function);
    let unheard_of = unknown && follows && source.lexicon.likeness(folded) >= Score(2);
    let arabic = source.tokens.get(TokenId(given)).is_some_and(|token| token.script == Script::Arabic);
    if (arabic && unheard_of) || (is_given && (introduced || hardly_else)) || of_god {
        TokenRange { start: TokenId(given), ..tokens }
    } else {
        tokens
    }
}

/// Whether the name of a country or of a part of one begins at a token.
fn is_state(source: &Source<'_>, at: u32) -> bool {
    let listed = source.longest_phrase(TokenId(at));
    listed.is_some_and(|(.., phrase)| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Region))
}

/// Whether a word that folds like a function word, or like a word with article, is spelt as neither: Ali where the
/// article writes `on` without dots, Alan with the alef of a name.
fn spelt_apart(source: &Source<'_>, token: TokenId) -> bool {
    const ALI: &str = "\u{0639}\u{0644}\u{064A}";
    const ANN: &str = "\u{0627}\u{0646}";
    const ARTICLE: &str = "\u{0627}\u{0644}";
    let written = |token: TokenId| source.tokens.get(token).map_or("", |token| source.words(token.passage()));
    let (own, folded) = (written(token), source.tokens.folded(token));
    let dotless = |at: u32| source.tokens.folded(TokenId(at)) == ALI && written(TokenId(at)).ends_with('\u{0649}');
    match folded {
        ALI => own.ends_with('\u{064A}') && (token.0.saturating_sub(NEAR)..token.0.saturating_add(NEAR)).any(dotless),
        ANN => own.starts_with('\u{0622}'),
        _ => folded.starts_with(ARTICLE) && own.starts_with(['\u{0622}', '\u{0623}']),
    }
}

/// So many tokens around a word show how the article spells.
const NEAR: u32 = 300;

/// Without the titles that the model has taken for the beginning of a name.
fn without_title(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    let after_title = |at: u32| at.checked_sub(1).is_some_and(|before| source.lexeme(TokenId(before)).is(Class::Title));
    let is_title = |at: &u32| {
        let lexeme = source.lexeme(TokenId(*at));
        let honorific = lexeme.is(Class::Honorific) && (lexeme.definite || lexeme.facts.given == Rate::default());
        let of_state = || lexeme.is(Class::Sole) && is_state(source, at + 1);
        let title = honorific || lexeme.is(Class::Title) && (lexeme.definite || of_state());
        let known = source.longest_phrase(TokenId(*at)).is_some_and(|(found, letters, phrase)| {
            let region = phrase.kind == PhraseKind::Region && after_title(*at);
            let thing = region || matches!(phrase.kind, PhraseKind::Organisation | PhraseKind::Country);
            found.len() == 1 && letters == 0 && thing && (lexeme.facts.given == Rate::default() || after_title(*at))
        });
        title || known
    };
    let start = (tokens.start.0..tokens.end.0.saturating_sub(1)).find(|at| !is_title(at));
    TokenRange::new(start.unwrap_or(tokens.start.0), tokens.end.0)
}

/// With the words after it that are in no list and look like a name.
fn with_rare_words(source: &Source<'_>, sentence: TokenRange, tokens: TokenRange) -> TokenRange {
    let rare = |at: &u32| {
        let arabic = source.tokens.get(TokenId(*at)).is_some_and(|token| token.script == Script::Arabic);
        let lexeme = source.lexeme(TokenId(*at));
        let unheard_of = lexeme.facts.frequency == Rate::default() && lexeme.classes.is_empty();
        arabic && unheard_of && lexeme.letters == 0 && !lexeme.definite && lexeme.likeness >= Score(2)
    };
    let end = (tokens.end.0..sentence.end.0.min(tokens.end.0 + 2)).take_while(rare).last();
    TokenRange { end: end.map_or(tokens.end, |last| TokenId(last + 1)), ..tokens }
}

/// Without marks at either end.
fn trim(source: &Source<'_>, tokens: TokenRange) -> Option<TokenRange> {
    let is_word = |at: &u32| source.tokens.get(TokenId(*at)).is_some_and(|token| token.script != Script::Mark);
    let start = (tokens.start.0..tokens.end.0).find(is_word)?;
    let last = (start..tokens.end.0).rev().find(is_word)?;
    Some(TokenRange::new(start, last + 1))
}

/// Several words that the lists have as an organisation.
fn is_listed_organisation(source: &Source<'_>, tokens: TokenRange) -> bool {
    let listed = source.longest_phrase(tokens.start);
    tokens.len() > 1
        && listed.is_some_and(|(found, _, phrase)| found == tokens && phrase.kind == PhraseKind::Organisation)
}

/// An organisation's name with the type word before it.
#[must_use]
pub fn with_organisation_head(source: &Source<'_>, tokens: TokenRange) -> TokenRange {
    let sentence = source.tokens.sentence_of(tokens.start).map_or(tokens, |sentence| sentence.tokens);
    with_type_word(source, sentence, tokens, Class::Organisation)
}

/// With the type word before it and the quotes between: company, newspaper, city.
pub fn with_type_word(source: &Source<'_>, sentence: TokenRange, tokens: TokenRange, class: Class) -> TokenRange {
    let is_type = |at: u32| {
        let lexeme = source.lexeme(TokenId(at));
        // The forces, the team of a body that has a name by itself.
        let of_body = lexeme.is(Class::Weak) && lexeme.is(Class::General) && is_listed_organisation(source, tokens);
        let before_name = !lexeme.definite && !of_body && !source.lexeme(tokens.start).is(class);
        at >= sentence.start.0 && lexeme.is(class) && !lexeme.is(Class::Part) && before_name
    };
    let opens = |at: u32| matches!(source.tokens.folded(TokenId(at)), "\"" | "\u{00AB}" | "\u{201C}");
    let closes = |at: u32| matches!(source.tokens.folded(TokenId(at)), "\"" | "\u{00BB}" | "\u{201D}");
    let Some(before) = tokens.start.0.checked_sub(1) else { return tokens };
    if is_type(before) {
        return TokenRange { start: TokenId(before), ..tokens };
    }
    match before.checked_sub(1) {
        Some(word) if opens(before) && closes(tokens.end.0) && is_type(word) => TokenRange::new(word, tokens.end.0 + 1),
        _ => tokens,
    }
}
