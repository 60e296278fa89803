//! Annotated articles: their people, organisations and places as the extraction would hand them on.
//!
//! So that dates and events can be measured apart from names.

use std::path::Path;

use qari::{
    article::{Article, ParagraphId, Passage, parse},
    export::json::{Origin, Record},
    extract::{Entities, analyse_with},
    knowledge::{Confidence, Entity, Link, Mention, MentionKind, Person},
    lexicon::Lexicon,
    text::ByteSpan,
};
use serde_json::Value;

/// An article with its annotation.
pub struct Annotated {
    /// The annotation.
    pub gold: Value,
    /// The article.
    pub article: Article,
}

impl Annotated {
    /// Reads an annotated article.
    pub fn read(path: &Path) -> Self {
        let file = std::fs::read_to_string(path).expect("an annotated article");
        let gold: Value = serde_json::from_str(&file).expect("JSON");
        let article = parse::plain(gold["text"].as_str().expect("a text"));
        Self { gold, article }
    }

    /// What the extraction makes of it when the people, organisations and places are given, in the annotation's schema.
    pub fn system_with_given_names(&self) -> Value {
        let entities = self.entities();
        let knowledge = analyse_with(&self.article, Lexicon::shipped(), None, entities);
        let record = Record::new(Origin { id: "", source: "" }, &self.article, &knowledge);
        serde_json::to_value(&record).expect("JSON")
    }

    fn entities(&self) -> Entities {
        let list = |key: &str| self.gold[key].as_array().cloned().unwrap_or_default();
        let entity = |entity: &Value| Entity {
            name: entity["name"].as_str().unwrap_or_default().to_owned(),
            mentions: self.mentions(&entity["mentions"]),
        };
        let person = |person: &Value| Person {
            name: person["name"].as_str().unwrap_or_default().to_owned(),
            named: person["unnamed"] != Value::Bool(true),
            roles: person["roles"].as_array().into_iter().flatten().filter_map(|role| self.passage(role)).collect(),
            mentions: self.mentions(&person["mentions"]),
        };
        Entities {
            people: list("people").iter().map(person).collect(),
            organisations: list("organisations").iter().map(entity).collect(),
            places: list("places").iter().map(entity).collect(),
        }
    }

    fn mentions(&self, mentions: &Value) -> Vec<Mention> {
        let mention = |mention: &Value| {
            Some(Mention {
                passage: self.passage(mention)?,
                kind: match mention["kind"].as_str() {
                    Some("surname") => MentionKind::Surname,
                    Some("given") => MentionKind::Given,
                    Some("title") => MentionKind::Title,
                    _ => MentionKind::Full,
                },
                nested: mention["nested"] == Value::Bool(true),
                confidence: Confidence::Certain,
                link: Link::default(),
            })
        };
        let mut mentions: Vec<Mention> = mentions.as_array().into_iter().flatten().filter_map(mention).collect();
        mentions.sort_by_key(|mention| mention.passage);
        mentions
    }

    /// The passage under the bytes of an annotated span.
    fn passage(&self, span: &Value) -> Option<Passage> {
        let offset = |key: &str| usize::try_from(span[key].as_u64()?).ok();
        let (start, end) = (offset("bstart")?, offset("bend")?);
        let paragraphs = self.article.paragraphs();
        let index = paragraphs.iter().position(|paragraph| paragraph.start <= start && end <= paragraph.end)?;
        let span = ByteSpan::new(start - paragraphs[index].start, end - paragraphs[index].start);
        Some(Passage { paragraph: ParagraphId(u32::try_from(index).ok()?), span })
    }
}

/// Writes what the extraction makes of every annotated article of `QARI_ANNOTATED` into the folder `QARI_SYSTEM`, for a
/// scorer to compare.
#[test]
#[ignore = "a tool: needs the folders named in the environment"]
fn write_system_files() {
    let folder = |name: &str| std::path::PathBuf::from(std::env::var_os(name).expect("a folder in the environment"));
    let (annotated, system) = (folder("QARI_ANNOTATED"), folder("QARI_SYSTEM"));
    std::fs::create_dir_all(&system).expect("a folder to write to");
    for file in std::fs::read_dir(annotated).expect("a folder of annotated articles").flatten() {
        if file.path().extension().is_some_and(|extension| extension == "json") {
            let line = Annotated::read(&file.path()).system_with_given_names().to_string();
            std::fs::write(system.join(file.file_name()), line).expect("a file to write");
        }
    }
}
