//! What speaks for a name being a person's or against it, and how much.

/// What speaks for a name being a person's, or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A work or a product has it for its name: the film so-and-so.
    Work,
    /// An organisation stands before it: the company.
    Organisation,
    /// A place stands before it: the street.
    Place,
    /// It stands after `fi`, in.
    Inside,
    /// A team, or who plays for one, stands before it: the team of, the players of, their guest.
    Playing,
    /// A title that needs a body or a place after it stands before it: coach of.
    Headed,
    /// It is spoken of as feminine.
    Feminine,
    /// It is spoken of as masculine.
    Masculine,
    /// A verb of saying stands beside it.
    Speech,
    /// A title or an honorific stands before it.
    Rank,
    /// A nationality stands before it.
    Nationality,
    /// A definite noun or adjective stands before it.
    Described,
    /// A title stands after it.
    Apposed,
    /// Its last word is a common noun of another language: News, Street.
    Loan,
    /// It has several words,
    Several,
    /// the first of which is a given name,
    GivenName,
    /// all of which are parts of names.
    KnownNames,
    /// It is one word that is often a part of names,
    Familiar,
    /// or that no list has as one.
    Unheard,
}

/// How much each sign speaks against a person, in tenths of log-odds: by logistic regression from annotated articles.
const fn weight(sign: Sign) -> i32 {
    match sign {
        Sign::Work | Sign::Playing => 5,
        Sign::Organisation | Sign::Headed => 6,
        Sign::Place => 7,
        Sign::Inside => 8,
        Sign::Feminine => 3,
        Sign::Masculine => -7,
        Sign::Speech | Sign::Apposed => -6,
        Sign::Rank => -12,
        Sign::Nationality => -15,
        Sign::Described | Sign::Several => -5,
        Sign::Loan => 30,
        Sign::GivenName | Sign::KnownNames | Sign::Familiar => -10,
        Sign::Unheard => 2,
    }
}

/// What speaks against a person before anything is known of a name.
const PRIOR: i32 = -6;
/// A work or a product half of the times that it is spoken of, and every time.
const MOSTLY_WORK: i32 = 12;
const ALWAYS_WORK: i32 = 18;
/// A team, each time that it is called one.
const TEAM: i32 = 8;
/// How much has to speak against a person.
const ENOUGH: i32 = 2;
/// How much has to speak for a person where the model saw something else.
const CERTAIN: i32 = -20;
/// A sign counts no more often than that.
const OFTEN: u8 = 3;

/// Every sign, in the order of [`Signs`].
const SIGNS: [Sign; 19] = [
    Sign::Work,
    Sign::Organisation,
    Sign::Place,
    Sign::Inside,
    Sign::Playing,
    Sign::Headed,
    Sign::Feminine,
    Sign::Masculine,
    Sign::Speech,
    Sign::Rank,
    Sign::Nationality,
    Sign::Described,
    Sign::Apposed,
    Sign::Loan,
    Sign::Several,
    Sign::GivenName,
    Sign::KnownNames,
    Sign::Familiar,
    Sign::Unheard,
];

/// How often each sign was seen.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs([u8; SIGNS.len()]);

impl Signs {
    /// Notes that a sign was seen.
    pub fn note(&mut self, sign: Sign) {
        let count = &mut self.0[sign as usize];
        *count = count.saturating_add(1);
    }

    /// How often a sign was seen.
    #[must_use]
    pub fn of(&self, sign: Sign) -> u8 {
        self.0[sign as usize]
    }

    /// Whether a name of so many mentions is no person's.
    #[must_use]
    pub fn speak_against(&self, mentions: usize) -> bool {
        self.doubt(mentions) > ENOUGH
    }

    /// Whether a name of so many mentions that was taken for something else is a person's, who is given with a title or
    /// a nationality.
    #[must_use]
    pub fn speak_for(&self, mentions: usize) -> bool {
        self.of(Sign::Rank).max(self.of(Sign::Nationality)) > 0 && self.doubt(mentions) < CERTAIN
    }

    fn doubt(&self, mentions: usize) -> i32 {
        // What a name is made of is known once and for all.
        let made_of = [Sign::Loan, Sign::Several, Sign::GivenName, Sign::KnownNames, Sign::Familiar, Sign::Unheard];
        // A team is spoken of as masculine, and never given in full; one that is may have its leader's name.
        let team = self.of(Sign::Playing) > 0 && self.of(Sign::Several) == 0;
        let times = |sign: Sign| match sign {
            Sign::Masculine if team => 0,
            Sign::Masculine => self.of(sign).saturating_sub(self.of(Sign::Feminine)),
            Sign::Feminine => self.of(sign).saturating_sub(self.of(Sign::Masculine)),
            sign if made_of.contains(&sign) => self.of(sign).min(1),
            sign => self.of(sign),
        };
        let sum: i32 = SIGNS.iter().map(|sign| weight(*sign) * i32::from(times(*sign).min(OFTEN))).sum();
        let works = usize::from(self.of(Sign::Work));
        let extra = [
            (works > 0 && works * 2 >= mentions, MOSTLY_WORK),
            (works >= mentions, ALWAYS_WORK),
            (team, TEAM * i32::from(self.of(Sign::Playing).min(OFTEN))),
        ];
        PRIOR + sum + extra.iter().filter(|(holds, _)| *holds).map(|(_, extra)| extra).sum::<i32>()
    }

    /// Whether what is no person acts: a company, a club.
    #[must_use]
    pub fn acts(&self) -> bool {
        let acting = [Sign::Organisation, Sign::Playing, Sign::Headed];
        acting.iter().any(|sign| self.of(*sign) > 0) || self.of(Sign::Feminine) > self.of(Sign::Work)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(seen: &[Sign], mentions: usize, against: bool, acts: bool) {
        let mut signs = Signs::default();
        seen.iter().for_each(|sign| signs.note(*sign));
        assert_eq!((signs.speak_against(mentions), signs.acts()), (against, acts));
    }

    #[test]
    fn a_film_is_nobody() {
        check(&[Sign::Work, Sign::Unheard], 1, true, false);
        check(&[Sign::Work, Sign::Work, Sign::Unheard, Sign::Masculine], 3, true, false);
    }

    #[test]
    fn whom_a_film_is_named_after_once_is_somebody() {
        check(&[Sign::Work, Sign::Several, Sign::GivenName, Sign::KnownNames, Sign::Masculine], 4, false, false);
    }

    #[test]
    fn a_company_is_feminine_and_acts() {
        check(&[Sign::Feminine, Sign::Feminine, Sign::Feminine, Sign::Unheard], 5, true, true);
        check(&[Sign::Feminine, Sign::Rank, Sign::Feminine, Sign::Feminine, Sign::Unheard], 5, false, true);
    }

    #[test]
    fn who_is_given_with_an_honorific_and_in_full_is_somebody() {
        let speaks_for = |seen: &[Sign]| {
            let mut signs = Signs::default();
            seen.iter().for_each(|sign| signs.note(*sign));
            signs.speak_for(1)
        };
        let name = [Sign::Several, Sign::GivenName, Sign::KnownNames];
        assert!(speaks_for(&[&name[..], &[Sign::Rank]].concat()));
        assert!(!speaks_for(&name));
        assert!(!speaks_for(&[Sign::Several, Sign::Rank, Sign::Organisation]));
    }

    #[test]
    fn a_team_may_be_masculine_unless_it_is_given_in_full() {
        let team = [Sign::Playing, Sign::Masculine, Sign::Masculine];
        check(&team, 3, true, true);
        check(&[&team[..], &[Sign::Several, Sign::GivenName]].concat(), 4, false, true);
    }
}
