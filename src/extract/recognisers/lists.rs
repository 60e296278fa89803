//! Names that the lists of places, organisations and people have as wholes.

use crate::{
    arabic::{Script, TokenRange},
    extract::{
        context::Source,
        finding::{Finding, Named, Origin},
        lexeme::Beginning,
    },
    knowledge::{Confidence, MentionKind},
    lexicon::{Class, Phrase, PhraseKind},
};

/// Every listed name, the longest at each place.
pub fn find(source: &Source<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut next = 0u32;
    for (index, token) in source.tokens.all().iter().enumerate() {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        if index < next || token.script == Script::Mark {
            continue;
        }
        let beginnings = &source.lexemes.of_token(token).beginnings;
        let found = beginnings.iter().filter_map(|beginning| longest(source, index, *beginning));
        // Of two readings the one that names more words, then the one that takes off less.
        let best = found.min_by_key(|(range, letters, _)| (std::cmp::Reverse(range.len()), *letters));
        let Some((range, letters, phrase)) = best else { continue };
        if let Some(finding) = finding(source, range, letters, phrase) {
            findings.push(finding);
            next = range.end.0;
        }
    }
    findings
}

/// The longest phrase that begins at a token in one reading of it.
fn longest(source: &Source<'_>, index: u32, beginning: Beginning) -> Option<(TokenRange, u8, Phrase)> {
    let sentence = source.tokens.sentence_of(crate::arabic::TokenId(index))?;
    let mut key = beginning.key;
    let mut end = index + 1;
    let mut best = None;
    loop {
        let entry = source.lexicon.phrase(key);
        if let Some(phrase) = entry.phrase {
            best = Some((TokenRange::new(index, end), beginning.letters, phrase));
        }
        if !entry.goes_on || end >= sentence.tokens.end.0 {
            return best;
        }
        key = key.with(source.tokens.folded(crate::arabic::TokenId(end)));
        end += 1;
    }
}

fn finding(source: &Source<'_>, tokens: TokenRange, letters: u8, phrase: Phrase) -> Option<Finding> {
    let lexeme = source.lexeme(tokens.start);
    // A single word that is as good as never a name, or of which a letter is taken off against the odds.
    let doubtful = tokens.len() == 1 && (lexeme.is(Class::Function) || (letters > 0 && lexeme.letters != letters));
    if doubtful {
        return None;
    }
    let named = match phrase.kind {
        PhraseKind::Country | PhraseKind::City | PhraseKind::Region => Named::Place,
        PhraseKind::Organisation => Named::Organisation,
        PhraseKind::Person => Named::Person(MentionKind::Full),
    };
    Some(Finding {
        named,
        passage: source.passage(tokens, usize::from(letters))?,
        tokens,
        nested: false,
        confidence: Confidence::Certain,
        origin: Origin::List,
    })
}
