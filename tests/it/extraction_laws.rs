//! What holds of the extraction whatever it is given.

use proptest::{prelude::*, sample::select};
use qari::{
    article::{Article, Passage, parse},
    extract,
    knowledge::{Knowledge, Participant},
    lexicon::Lexicon,
};

/// Words of the lists that dates and meetings are read by, so that chance puts constructions together.
fn listed_words() -> Vec<String> {
    let lists = [
        include_str!("../../assets/lexicon/calendar.tsv"),
        include_str!("../../assets/lexicon/people.tsv"),
        include_str!("../../assets/lexicon/organisations.tsv"),
        include_str!("../../assets/lexicon/places.tsv"),
        include_str!("../../assets/lexicon/event_nouns.tsv"),
        include_str!("../../assets/lexicon/event_verbs.tsv"),
        include_str!("../../assets/lexicon/event_words.tsv"),
        include_str!("../../assets/lexicon/numbers.tsv"),
    ];
    let lines = lists.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
    let wordings = lines.filter_map(|line| line.split('\t').next()).flat_map(|wordings| wordings.split('|'));
    wordings.map(str::to_owned).collect()
}

fn text() -> impl Strategy<Value = String> {
    let proclitic =
        select(vec!["", "", "\u{0648}", "\u{0627}\u{0644}", "\u{0628}", "\u{0644}\u{0644}", "\u{0633}\u{064A}"]);
    let listed = (proclitic, select(listed_words())).prop_map(|(proclitic, word)| format!("{proclitic}{word}"));
    let mark = select(vec![
        "\u{060C}",
        ".",
        "(",
        ")",
        "\n",
        "12",
        "\u{0661}\u{0664}\u{0664}\u{0667}",
        "-",
        "/",
        ":",
        "\u{00AB}",
    ]);
    let word = prop_oneof![8 => listed, 3 => mark.prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

fn passages(knowledge: &Knowledge) -> Vec<Passage> {
    let mut all: Vec<Passage> = Vec::new();
    all.extend(knowledge.dates.iter().flat_map(|date| date.mentions.iter().map(|mention| mention.passage)));
    all.extend(knowledge.people.iter().flat_map(|person| person.mentions.iter().map(|mention| mention.passage)));
    all.extend(knowledge.people.iter().flat_map(|person| person.roles.iter().copied()));
    let things = knowledge.organisations.iter().chain(&knowledge.places);
    all.extend(things.flat_map(|entity| entity.mentions.iter().map(|mention| mention.passage)));
    for event in knowledge.meetings.iter().chain(&knowledge.upcoming) {
        all.push(event.trigger.passage);
        all.push(event.evidence);
        all.extend(event.also.iter().map(|mention| mention.passage));
        all.extend(event.places.iter().chain(&event.times).chain(&event.body));
        all.extend(event.participants.iter().filter_map(|participant| match participant {
            Participant::Words(passage) => Some(*passage),
            Participant::Entry(_) => None,
        }));
    }
    all
}

fn analysed(text: &str) -> (Article, Knowledge) {
    let mut article = parse::plain(text);
    article.published = Some(jiff::civil::date(2025, 7, 15));
    let knowledge = extract::analyse(&article, Lexicon::shipped(), None);
    (article, knowledge)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_span_holds_words_of_the_article(text in text()) {
        let (article, knowledge) = analysed(&text);
        for passage in passages(&knowledge) {
            prop_assert!(!article.words(passage).is_empty(), "{passage:?}");
            let bytes = article.bytes_of(passage);
            prop_assert!(article.text().is_char_boundary(bytes.start) && article.text().is_char_boundary(bytes.end));
        }
    }

    #[test]
    fn an_event_has_mentions_of_its_own(text in text()) {
        let (_, knowledge) = analysed(&text);
        let mut triggers: Vec<Passage> = Vec::new();
        for event in knowledge.meetings.iter().chain(&knowledge.upcoming) {
            prop_assert!(!event.also.iter().any(|mention| mention.passage == event.trigger.passage));
            triggers.push(event.trigger.passage);
        }
    }
}
