//! The clocks of the book by the names that files of worked dates use: track, level, clock, situation.

use super::schema::{Book, Level, Rule, Track};

/// Where a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The road, such as `original_medicare`; `none` for what belongs to no road.
    pub track: &'a str,
    /// The step, such as `redetermination`, or `external_review.<id>`, `rule.<id>`, `right.<id>`.
    pub level: &'a str,
    /// Whether it is the person's clock. What belongs to no step is looked up by its name alone.
    pub filing: bool,
    /// Which of several clocks of the step.
    pub situation: Option<&'a str>,
}

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'b> {
    /// The clocks.
    pub rules: Vec<&'b Rule>,
    /// The rule with the least sum that must be in dispute.
    pub least_sum: Option<&'b Rule>,
}

/// Nothing stands at a place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Missing {
    /// No such road.
    #[error("unknown track `{0}`")]
    Track(String),
    /// No such step on it.
    #[error("unknown level `{level}` of track `{track}`")]
    Level {
        /// The road.
        track: String,
        /// The step.
        level: String,
    },
    /// No such clock.
    #[error("level `{0}` has no clock of this side")]
    Clock(String),
    /// No such situation.
    #[error("unknown situation `{situation}` of level `{level}`; it has {has}")]
    Situation {
        /// The step.
        level: String,
        /// As asked.
        situation: String,
        /// Those that it has.
        has: String,
    },
    /// Several clocks, and nothing says which.
    #[error("level `{level}` has several clocks: name the situation, one of {has}")]
    Several {
        /// The step.
        level: String,
        /// Those that it has.
        has: String,
    },
}

impl Book {
    /// The clocks at a place.
    ///
    /// # Errors
    /// What is not there, by its name.
    pub fn clocks(&self, place: Place<'_>) -> Result<Found<'_>, Missing> {
        let track = match place.track {
            "none" | "" => None,
            id => Some(self.road(id).ok_or_else(|| Missing::Track(id.to_owned()))?),
        };
        let (ids, least_sum) = match (place.level.split_once('.'), track) {
            (Some(("external_review", id)), _) => {
                let review = self.reviews.iter().find(|review| review.id == id).ok_or_else(|| place.no_level())?;
                (if place.filing { &review.file_by } else { &review.decide_by }, None)
            }
            (Some(("rule" | "right", _)), _) => return self.by_name(place),
            (_, Some(track)) => {
                let level = track.step(place.level).ok_or_else(|| place.no_level())?;
                (if place.filing { &level.file_by } else { &level.decide_by }, level.least_sum.as_deref())
            }
            (_, None) => return Err(place.no_level()),
        };
        let rules: Vec<&Rule> = ids.iter().filter_map(|id| self.rule(id)).collect();
        let least_sum = least_sum.and_then(|id| self.rule(id));
        Ok(Found { rules: place.pick(rules)?, least_sum })
    }

    fn by_name(&self, place: Place<'_>) -> Result<Found<'_>, Missing> {
        let named = |rule: &&Rule| rule.worked_as.iter().any(|name| name == place.level);
        let rules: Vec<&Rule> = self.rules.iter().filter(named).collect();
        if rules.is_empty() {
            return Err(place.no_level());
        }
        let least_sum = rules.iter().find(|rule| !rule.money.is_empty()).copied();
        // A name may cover a step's clock, whose situation is the step's and not the name's.
        let rules = if place.situation.is_none() && rules.len() == 1 { rules } else { place.pick(rules)? };
        Ok(Found { rules, least_sum })
    }

    /// The road with this id.
    #[must_use]
    pub fn road(&self, id: &str) -> Option<&Track> {
        self.tracks.iter().find(|track| track.id == id)
    }
}

impl Track {
    /// The step with this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == id)
    }
}

/// The situation that every step has, where it has one at all.
const ANY: &str = "any";

impl Place<'_> {
    fn no_level(self) -> Missing {
        Missing::Level { track: self.track.to_owned(), level: self.level.to_owned() }
    }

    fn pick<'b>(self, rules: Vec<&'b Rule>) -> Result<Vec<&'b Rule>, Missing> {
        if rules.is_empty() {
            return Err(Missing::Clock(self.level.to_owned()));
        }
        let has = || {
            let all: Vec<&str> = rules.iter().flat_map(|rule| &rule.situations).map(String::as_str).collect();
            if all.is_empty() { "none".to_owned() } else { all.join(", ") }
        };
        let of = |situation: &str| -> Vec<&'b Rule> {
            rules.iter().filter(|rule| rule.situations.iter().any(|name| name == situation)).copied().collect()
        };
        let Some(situation) = self.situation else {
            let any = of(ANY);
            return match any.is_empty() {
                false => Ok(any),
                true if one_kind(&rules) => Ok(rules),
                true => Err(Missing::Several { level: self.level.to_owned(), has: has() }),
            };
        };
        let picked = of(situation);
        if picked.is_empty() && !(situation == ANY && rules.len() == 1) {
            let (level, situation) = (self.level.to_owned(), situation.to_owned());
            return Err(Missing::Situation { level, situation, has: has() });
        }
        Ok(if picked.is_empty() { rules } else { picked })
    }
}

/// Whether nothing but how care was booked, or what started them, tells these clocks apart.
fn one_kind(rules: &[&Rule]) -> bool {
    let mut situations = rules.iter().map(|rule| &rule.situations);
    let first = situations.next();
    situations.all(|other| Some(other) == first)
}
