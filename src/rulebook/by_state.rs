//! The states' own windows as rules of the book: where a federal rule leaves the time to the state and a state's file tells
//! it, a rule of that state takes the federal one's place there.
//!
//! The build script compiles this file alone; the page reads what it wrote ([`super::schema::Place`]).

use super::kinds::{Confidence, CoverageKind};
use super::schema::{
    Basis, Binding, Book, ByState, ClosedDay, Counts, DatedValue, FiledWhen, Instead, LegalKind, Office, Place,
    ReviewProcess, Rule, ShortMonth, Source, State, StateMedicaid, StateReview, Trigger, Unit,
};

/// Months after which a fact of a state is looked at again.
const RECHECK_MONTHS: u32 = 12;

/// Adds the states' rules and sources to the book, and for each state what takes the place of what.
pub fn add(book: &mut Book, states: &[State]) {
    let leaves_to_states: Vec<Rule> = book.rules.iter().filter(|rule| rule.by_state.is_some()).cloned().collect();
    for state in states {
        let mut instead = Vec::new();
        for federal in &leaves_to_states {
            let Some(by_state) = federal.by_state else { continue };
            let taken = match by_state {
                ByState::ItsReview => its_review(federal, state),
                ByState::FederalReview => federal_review(federal, state),
                ByState::PlanHearing => hearing(federal, state, "hearing-days-after-plan-appeal", |medicaid| {
                    medicaid.hearing_days_after_plan_appeal
                }),
                ByState::AgencyHearing => {
                    hearing(federal, state, "hearing-days-agency", |medicaid| medicaid.hearing_days_agency)
                }
            };
            match taken {
                Taken::Stays => {}
                Taken::By(by) => instead.push(Instead { of: federal.id.clone(), by }),
                Taken::Own(rule, source) => {
                    instead.push(Instead { of: federal.id.clone(), by: Some(rule.id.clone()) });
                    book.rules.push(*rule);
                    book.sources.push(*source);
                }
            }
        }
        let zoned = book.zones.iter().find(|zoned| zoned.states.contains(&state.code));
        let zone = zoned.map(|zoned| zoned.zone);
        book.places.push(Place {
            code: state.code.clone(),
            name: state.name.clone(),
            regulator: confirmed(&state.regulator),
            second_regulator: state.second_regulator.as_ref().map_or_else(String::new, confirmed),
            zone,
            instead,
        });
    }
}

/// The name of an office, if somebody confirmed it.
fn confirmed(office: &Office) -> String {
    match office.basis.sure_of("name") {
        Confidence::Official | Confidence::Reported => office.name.clone(),
        Confidence::NotConfirmed => String::new(),
    }
}

/// What becomes of a federal rule in a state.
enum Taken {
    /// Nothing is known that would change it.
    Stays,
    /// Another rule of the book, or none.
    By(Option<String>),
    /// A rule of the state's own.
    Own(Box<Rule>, Box<Source>),
}

fn its_review(federal: &Rule, state: &State) -> Taken {
    let review = &state.external_review;
    match (review.process, review.window) {
        (ReviewProcess::FederalHhs, _) => Taken::By(None),
        (ReviewProcess::State | ReviewProcess::Mixed, None) => Taken::Stays,
        (ReviewProcess::State | ReviewProcess::Mixed, Some(window)) => {
            let of = Of { federal, state, basis: &review.basis, field: "window", citation: &review.citation };
            let months_or_days = spelled(window.unit, window.amount);
            let text = format!("{} gives {months_or_days}, counted from {}.", state.name, review.trigger);
            let mut own = of.rule(window.unit, window.amount, review.counts_from, text, doubts(review));
            let counts = own.0.counts.as_mut().expect("it was just given");
            counts.safe_days = Some(review.safe_window_days);
            counts.from_first_answer = review.from_first_answer;
            // The letter says which of the two reviews it is.
            own.0.by_state = federal.by_state.filter(|_| review.process == ReviewProcess::Mixed);
            Taken::Own(own.0, own.1)
        }
    }
}

fn doubts(review: &StateReview) -> String {
    let mixed = match review.process {
        ReviewProcess::Mixed => "Many plans here use the federal review instead. The final denial says which.",
        ReviewProcess::State | ReviewProcess::FederalHhs => "",
    };
    let both = [mixed, review.caution.as_str()];
    both.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

fn federal_review(federal: &Rule, state: &State) -> Taken {
    match state.external_review.process {
        ReviewProcess::State => Taken::By(None),
        ReviewProcess::FederalHhs => Taken::By(Some(federal.id.clone())),
        ReviewProcess::Mixed => Taken::Stays,
    }
}

/// A time of the state's that nobody confirmed is no rule: the notice alone speaks then.
fn hearing(federal: &Rule, state: &State, field: &str, days: fn(&StateMedicaid) -> Option<u32>) -> Taken {
    let Some((medicaid, amount)) = state.medicaid.as_ref().and_then(|medicaid| Some((medicaid, days(medicaid)?)))
    else {
        return Taken::Stays;
    };
    if medicaid.basis.sure_of(field) == Confidence::NotConfirmed {
        return Taken::Stays;
    }
    let from = federal.counts.as_ref().map_or(Trigger::NoticeDate, |counts| counts.from);
    let text =
        format!("{} gives {amount} days from the notice. The day that your notice states comes first.", state.name);
    let of = Of { federal, state, basis: &medicaid.basis, field, citation: &medicaid.citation };
    let (rule, source) = of.rule(Unit::Days, amount, from, text, medicaid.caution.clone());
    Taken::Own(rule, source)
}

/// What a rule of a state is made of.
struct Of<'a> {
    federal: &'a Rule,
    state: &'a State,
    basis: &'a Basis,
    field: &'a str,
    citation: &'a str,
}

impl Of<'_> {
    fn rule(&self, unit: Unit, amount: u32, from: Trigger, text: String, doubt: String) -> (Box<Rule>, Box<Source>) {
        let id = format!("{}-{}", self.federal.id, self.state.code.to_lowercase());
        let counts = Counts {
            unit,
            from,
            short_month: ShortMonth::LastDay,
            on_closed_day: ClosedDay::Stands,
            // The state's time is a floor for the plan: a longer one in the notice holds.
            legal_kind: LegalKind::Minimum,
            safe_rule: String::new(),
            safe_days: None,
            from_first_answer: false,
            presumed_mail: None,
            filed_when: FiledWhen::Unspecified,
            at: None,
            same_day: false,
            before: false,
            or_later: None,
            leaves_out: None,
            other_reading: None,
        };
        let since = self.federal.values.first().map_or(self.basis.checked_on, |value| value.from);
        let rule = Rule {
            id: id.clone(),
            title: format!("{} ({})", self.federal.title, self.state.name),
            text,
            counts: Some(counts),
            values: vec![DatedValue { from: since, amount, least: None }],
            binds: self.binds(&id),
            of_state: self.state.code.clone(),
            by_state: None,
            doubt,
            examples: Vec::new(),
            ..self.federal.clone()
        };
        (Box::new(rule), Box::new(self.source(id)))
    }

    fn binds(&self, source: &str) -> Vec<Binding> {
        let coverages = self.federal.binds.iter().map(|binding| binding.coverage);
        let coverages = coverages.filter(|coverage| coverage.follows_its_state());
        coverages.map(|coverage: CoverageKind| Binding { coverage, source: source.to_owned() }).collect()
    }

    fn source(&self, id: String) -> Source {
        let page = self.basis.sources.iter().map(|origin| origin.url.as_str()).find(|url| !url.is_empty());
        let checked_on = self.basis.checked_on;
        let named = format!("{}: its own time", self.state.name);
        Source {
            id,
            cite: if self.citation.is_empty() { named } else { self.citation.to_owned() },
            undivided: false,
            section_only: true,
            unquoted: true,
            url: page.unwrap_or_default().to_owned(),
            quote: String::new(),
            confidence: self.basis.sure_of(self.field),
            checked_on,
            recheck_on: checked_on.last_day_after_months(RECHECK_MONTHS),
        }
    }
}

fn spelled(unit: Unit, amount: u32) -> String {
    let unit = match unit {
        Unit::Hours => "hours",
        Unit::Days => "days",
        Unit::BusinessDays => "business days",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::YearEnds => "ends of a year",
    };
    format!("{amount} {unit}")
}
