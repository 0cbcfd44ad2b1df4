//! Dated, cited law and playbooks: the facts that code computes with.
//!
//! Knows no case and no clock. The files stand in `law`, `playbooks` and `calendars`; the build script checks and embeds
//! them, so that what is here has a citation, a confidence and the day on which somebody last looked.

pub mod age;
pub mod calendar;
pub mod check;
pub mod find;
pub mod schema;

use std::sync::OnceLock;

// `schema` and `check` are compiled by the build script too, where these stand beside them.
use crate::{civil, kinds};

use crate::money::Cents;
use civil::Date;
use kinds::{Beside, CoverageKind};
pub use schema::{Annex, Book, Level, LevelKind, Play, Review, Rule, Source, Track};

/// The rulebook as it was built into the page.
///
/// # Panics
/// Never in a page that was built: the build script wrote the text through the same types.
#[must_use]
pub fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| {
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/rulebook.json")))
            .expect("the build script wrote this text through the same types")
    })
}

/// What stands beside the book: the states, and what to do about a code. Only pages that show it should reach it, so that
/// the first load does not carry it.
///
/// # Panics
/// Never in a page that was built: the build script wrote the text through the same types.
#[must_use]
pub fn annex() -> &'static Annex {
    static ANNEX: OnceLock<Annex> = OnceLock::new();
    ANNEX.get_or_init(|| {
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/annex.json")))
            .expect("the build script wrote this text through the same types")
    })
}

impl Annex {
    /// The state with this code or name, as people and addresses write it: `OH`, `ohio`, `New York`, `new-york`.
    #[must_use]
    pub fn state(&self, written: &str) -> Option<&schema::State> {
        let wanted = slug(written);
        self.states.iter().find(|state| slug(&state.code) == wanted || state.slug() == wanted)
    }

    /// What to do about a code without its group.
    #[must_use]
    pub fn advice(&self, code: &str) -> Option<&schema::Advice> {
        self.advice.iter().find(|advice| advice.code == code)
    }

    /// The family with this id.
    #[must_use]
    pub fn family(&self, id: &str) -> Option<&schema::Family> {
        self.families.iter().find(|family| family.id == id)
    }
}

impl schema::State {
    /// Its name as addresses write it: `new-york`.
    #[must_use]
    pub fn slug(&self) -> String {
        slug(&self.name)
    }
}

/// A name as addresses write it: in lower case, with a hyphen for what is neither letter nor figure.
fn slug(name: &str) -> String {
    let lower = name.to_lowercase().replace('.', "");
    lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

impl Book {
    /// The main road for a kind of coverage, if the book covers it.
    #[must_use]
    pub fn track(&self, coverage: CoverageKind) -> Option<&Track> {
        self.tracks.iter().find(|track| track.coverage == coverage && track.beside.is_none())
    }

    /// The road beside the main one, if this coverage has one for it.
    #[must_use]
    pub fn track_beside(&self, coverage: CoverageKind, beside: Beside) -> Option<&Track> {
        self.tracks.iter().find(|track| track.beside == Some(beside) && track.is_for(coverage))
    }

    /// The state with this code or name, as people write it.
    #[must_use]
    pub fn place(&self, written: &str) -> Option<&schema::Place> {
        let wanted = slug(written);
        self.places.iter().find(|place| slug(&place.code) == wanted || slug(&place.name) == wanted)
    }

    /// The rule with this id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The play with this id; the general one is `general`.
    #[must_use]
    pub fn play(&self, id: &str) -> Option<&Play> {
        self.plays.iter().find(|play| play.id == id)
    }

    /// The words for a reason code without its group.
    #[must_use]
    pub fn code(&self, code: &str) -> Option<&schema::Code> {
        self.codes.iter().find(|entry| entry.code == code)
    }

    /// The words for a group code.
    #[must_use]
    pub fn group(&self, code: &str) -> Option<&schema::Group> {
        self.groups.iter().find(|entry| entry.code == code)
    }

    /// The contact with this id.
    #[must_use]
    pub fn contact(&self, id: &str) -> Option<&schema::Contact> {
        self.contacts.iter().find(|contact| contact.id == id)
    }

    /// The citation by which a rule holds for a person with this coverage: the one that binds such a plan or, where there is
    /// none, the one that binds everybody. Only this one may be printed for it.
    #[must_use]
    pub fn binding(&self, rule: &Rule, coverage: CoverageKind) -> Option<&Source> {
        match rule.binds.iter().find(|binding| binding.coverage == coverage) {
            Some(binding) => self.source(&binding.source),
            None => self.binding_everybody(rule),
        }
    }

    /// The citation by which a rule holds whatever the coverage is, known or not.
    #[must_use]
    pub fn binding_everybody(&self, rule: &Rule) -> Option<&Source> {
        rule.binds_everybody.as_deref().and_then(|id| self.source(id))
    }
}

impl Track {
    /// Whether people with this coverage take it.
    #[must_use]
    pub fn is_for(&self, coverage: CoverageKind) -> bool {
        self.coverage == coverage || self.also.contains(&coverage)
    }

    /// The first step of this kind.
    #[must_use]
    pub fn level(&self, kind: LevelKind) -> Option<&Level> {
        self.levels.iter().find(|level| level.kind == kind)
    }
}

impl Rule {
    /// The amount that holds on this day.
    #[must_use]
    pub fn amount_on(&self, day: Date) -> Option<u32> {
        self.values.iter().rev().find(|value| value.from <= day).map(|value| value.amount)
    }

    /// The least that a state may choose on this day, where the law gives a range.
    #[must_use]
    pub fn least_on(&self, day: Date) -> Option<u32> {
        self.values.iter().rev().find(|value| value.from <= day).and_then(|value| value.least)
    }

    /// The sum of money that holds on this day.
    #[must_use]
    pub fn money_on(&self, day: Date) -> Option<Cents> {
        let holds = |until: Option<Date>| until.is_none_or(|until| day <= until);
        let sum = self.money.iter().rev().find(|sum| sum.from <= day).filter(|sum| holds(sum.until))?;
        Some(Cents(i64::from(sum.cents)))
    }
}

impl LevelKind {
    /// Whether somebody outside the plan decides this step.
    #[must_use]
    pub fn is_outside_the_plan(self) -> bool {
        match self {
            Self::ExternalReview | Self::IndependentReview | Self::Hearing | Self::Council | Self::Court => true,
            Self::FirstDecision | Self::InternalAppeal | Self::SecondInternalAppeal | Self::DrugException => false,
        }
    }
}

impl Source {
    /// Whether somebody should have looked again by `today`.
    #[must_use]
    pub fn is_stale(&self, today: Date) -> bool {
        self.recheck_on <= today
    }
}
