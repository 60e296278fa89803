//! What goes on a title but a single word: quotations, brackets, and prepositions with what they govern.

use super::reader::{Progress, Reader};
use crate::{
    arabic::{Script, TokenId},
    extract::{
        finding::{Finding, Named},
        lexeme::Lexeme,
    },
    lexicon::Class,
};

/// The most words of a name in quotes, its quotes included.
const QUOTED: u32 = 8;

const IN: &str = "\u{0641}\u{064A}";
const FROM: &str = "\u{0645}\u{0646}";
const TO: &str = "\u{0627}\u{0644}\u{064A}";
const ON: &str = "\u{0639}\u{0644}\u{064A}";
const ON_BEHALF: &str = "\u{0639}\u{0646}";
const WITH: &str = "\u{0644}\u{062F}\u{064A}";
const THAT: &str = "\u{0627}\u{0646}";
/// `bi`, written with the next word.
const BY: &str = "\u{0628}";
/// `li`, alone before a mark.
const FOR: &str = "\u{0644}";
/// `ghayr`, not, before an adjective.
const NOT: &str = "\u{063A}\u{064A}\u{0631}";
/// `tanfidhi`, executive.
const EXECUTIVE: &str = "\u{062A}\u{0646}\u{0641}\u{064A}\u{0630}\u{064A}";
/// `mudir`, director.
const DIRECTOR: &str = "\u{0645}\u{062F}\u{064A}\u{0631}";

/// Participles and adjectives that say little without what they govern: supervising (the sector), charged with.
const GOVERNING: [(&str, &str); 9] = [
    ("\u{0645}\u{0634}\u{0631}\u{0641}", ON),         // mushrif
    ("\u{0645}\u{0634}\u{0627}\u{0631}\u{0643}", IN), // musharik
    ("\u{0645}\u{062A}\u{062E}\u{0635}\u{0635}", IN), // mutakhassis
    ("\u{0645}\u{0642}\u{064A}\u{0645}", IN),         // muqim
    ("\u{062E}\u{0627}\u{0635}", BY),                 // khass
    ("\u{0645}\u{0643}\u{0644}\u{0641}", BY),         // mukallaf
    ("\u{0645}\u{0639}\u{0646}\u{064A}", BY),         // ma'ni
    ("\u{0645}\u{062A}\u{0639}\u{0644}\u{0642}", BY), // muta'alliq
    ("\u{0645}\u{062E}\u{062A}\u{0635}", BY),         // mukhtass
];

impl Reader<'_> {
    /// A name in quotes where the title asks for one: the head of "the new party".
    pub fn take_quotation(&self, progress: Progress) -> Option<Progress> {
        let closing = match self.around.folded(progress.at) {
            "\"" => "\"",
            "\u{00AB}" => "\u{00BB}",
            "\u{201C}" => "\u{201D}",
            _ => return None,
        };
        let last = (progress.at + 2..progress.limit.min(progress.at + QUOTED))
            .find(|at| self.around.folded(*at) == closing)?;
        let person = self.around.is_person_at(progress.at + 1);
        (progress.open && !person).then(|| Progress {
            complete: true,
            after_body: true,
            ..progress.to(last + 1, false)
        })
    }

    /// A preposition that stands alone before a name in quotes: the head of the party of "the new way".
    pub fn take_addressed_quotation(&self, progress: Progress) -> Option<Progress> {
        let alone = self.around.folded(progress.at) == FOR;
        alone.then(|| self.take_quotation(progress.to(progress.at + 1, true)))?
    }

    /// The short name of an organisation, in brackets after it.
    pub fn take_short_name(&self, progress: Progress) -> Option<Progress> {
        let at = progress.at;
        let bracketed = self.around.folded(at) == "(" && self.around.folded(at + 2) == ")";
        let word = progress.after_body && self.around.is_script(at + 1, Script::Arabic);
        (bracketed && word && at + 3 <= progress.limit)
            .then(|| Progress { after_body: true, ..progress.to(at + 3, false) })
    }

    /// What was taken for a person: the company whose director somebody is.
    pub fn take_employer(&self, name: &Finding, progress: Progress) -> Option<Progress> {
        let for_whom = self.around.source.tokens.get(name.tokens.start)?;
        let addressed =
            self.around.folded(name.tokens.start.0).starts_with(FOR) && for_whom.span.start < name.passage.span.start;
        let directs = (progress.start..progress.at).any(|at| {
            let word = self.around.lexeme(at).bare();
            word.starts_with(EXECUTIVE) || word.starts_with(DIRECTOR)
        });
        let asks = progress.apposed && progress.definite_head && !progress.follows_head();
        (addressed && directs && asks && name.tokens.len() == 1).then(|| progress.to(name.tokens.end.0, false))
    }

    /// `ghayr` with its adjective: non-governmental.
    pub fn take_negation(&self, progress: Progress) -> Option<Progress> {
        let denied = self.around.lexeme(progress.at + 1);
        let adjective = denied.definite && denied.preposition.is_none() && !denied.conjoined;
        let described = progress.complete || progress.definite_head;
        let negated = self.around.folded(progress.at) == NOT && adjective && described;
        negated.then(|| progress.to(progress.at + 2, false))
    }

    /// Whether a word shows the pronoun of a third person: (expressed) his regret.
    fn is_possessed(&self, at: u32) -> bool {
        let source = self.around.source;
        let word = source.tokens.get(TokenId(at)).map_or("", |token| source.words(token.passage()));
        word.ends_with('\u{0647}') || word.ends_with("\u{0647}\u{0627}") || word.ends_with("\u{0647}\u{0645}")
    }

    /// Whether a name stands at one of the two ends of a title: before it, and a mark after it, or after it.
    pub fn is_beside(&self, progress: Progress) -> bool {
        let ends = progress.at >= progress.limit || self.around.is_script(progress.at, Script::Mark);
        self.around.name_follows(progress.at) || (progress.apposed && ends)
    }

    /// Whether the title is one that asks for where its holder serves: envoy to, candidate for.
    pub fn asks_for_place(&self, progress: Progress) -> bool {
        (progress.start..progress.at).any(|at| self.around.lexeme(at).is(Class::Envoy))
    }

    /// A preposition with a name after it, where the title is one that asks for it: envoy to, candidate for; or where
    /// the name of its holder stands beside it.
    pub fn take_place_of_duty(&self, progress: Progress) -> Option<Progress> {
        let at = progress.at;
        let preposition = self.around.folded(at);
        let near = matches!(preposition, IN | FROM | TO | ON_BEHALF | WITH) || self.around.lexeme(at).is(Class::Near);
        let asked = governed(self.around.lexeme(at - 1)) == Some(preposition);
        if !near && !asked {
            return None;
        }
        let envoy = asked || self.asks_for_place(progress);
        let quarter = self.around.name_at(at + 1).is_none() && self.around.lexeme(at + 1).is(Class::Near);
        let thing = self.around.thing_at(at + 1 + u32::from(quarter));
        match thing.filter(|thing| thing.tokens.end.0 <= progress.limit) {
            Some(name) => {
                let taken = progress.past(name);
                let told = preposition == IN && !progress.located && at > progress.start + 2;
                let organisation = (progress.apposed || told) && name.named == Named::Organisation;
                let served = preposition == IN && (progress.lacks_place() || self.is_of_state(progress, taken));
                let fits = envoy || served || preposition == WITH || organisation || self.is_beside(taken);
                fits.then_some(taken)
            }
            None => self.take_field(progress, envoy, asked),
        }
    }

    /// Whether a title of an organisation's is followed by its country and by what its holder said.
    fn is_of_state(&self, progress: Progress, taken: Progress) -> bool {
        let state = progress.after_body && !progress.located && self.around.is_state(progress.at + 1);
        state && self.around.folded(taken.at) == THAT
    }

    /// What an expert is expert in, and an official official for.
    fn take_field(&self, progress: Progress, envoy: bool, asked: bool) -> Option<Progress> {
        let field = self.around.lexeme(progress.at + 1);
        let preposition = self.around.folded(progress.at);
        let of_his_own = preposition == ON_BEHALF && self.is_possessed(progress.at + 1);
        let expert = matches!(preposition, IN | ON_BEHALF) && envoy && progress.at <= progress.start + 2 && !of_his_own;
        let answers = expert || asked;
        let noun = !field.is(Class::Function) && !field.is(Class::Errand) && !field.is(Class::Speech);
        let plain = field.preposition.is_none() && !field.conjoined && noun;
        let body = field.is(Class::Organisation) && (progress.apposed || self.around.name_follows(progress.at + 2));
        let at_home = field.definite && (preposition == WITH || preposition == IN && body);
        let complete = progress.complete || field.definite;
        let taken = Progress { complete, ..progress.to(progress.at + 2, !field.definite) };
        let mission = preposition == TO && progress.after_body && field.definite;
        let led = matches!(preposition, IN | ON_BEHALF) || mission;
        let before_name = led && self.around.name_comes(progress.at + 2);
        (plain && (answers || at_home || before_name)).then_some(taken)
    }
}

/// The preposition that a definite participle asks for.
pub fn governed(word: &Lexeme) -> Option<&'static str> {
    let stem = word.bare();
    let is = |participle: &str| {
        stem.strip_prefix(participle)
            .is_some_and(|ending| matches!(ending, "" | "\u{0647}" | "\u{064A}\u{0646}" | "\u{0648}\u{0646}"))
    };
    GOVERNING.iter().find(|(participle, _)| word.definite && is(participle)).map(|(_, preposition)| *preposition)
}

/// Whether a participle asks for what is written with beh.
pub fn governs_with_beh(word: &Lexeme) -> bool {
    governed(word) == Some(BY)
}
