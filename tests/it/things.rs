//! Where organisations and places begin and end, each case a line of `tests/corpus/things.txt`.

use qari::{article::parse, extract::analyse, knowledge::Entity, lexicon::Lexicon, text::ByteSpan};

use crate::titles::{marked, spans};

fn mentions(entities: &[Entity]) -> Vec<ByteSpan> {
    spans(entities.iter().flat_map(|entity| &entity.mentions).filter(|mention| !mention.nested))
}

#[test]
fn every_case() {
    for line in include_str!("../corpus/things.txt").lines().filter(|line| !line.starts_with('#')) {
        let text = line.replace(['[', ']', '{', '}'], "");
        let knowledge = analyse(&parse::plain(text.as_str()), Lexicon::shipped(), None);
        assert_eq!(mentions(&knowledge.organisations), marked(line, '{', '}'), "organisations in: {line}");
        assert_eq!(mentions(&knowledge.places), marked(line, '[', ']'), "places in: {line}");
    }
}
