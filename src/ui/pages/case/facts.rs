//! Everything known in a case, each fact with its source, and the way to add or correct one.

use std::rc::Rc;

use yew::prelude::*;

use super::fact_row::{FactRow, Place};
use super::frame::{CaseFrame, CaseProps};
use crate::case::coverage::From;
use crate::case::fact::Choice;
use crate::case::{Case, Change, Number, PlayId, Value};
use crate::civil::Date;
use crate::intake;
use crate::kinds::{Field, ProblemGroup, Purpose};
use crate::rulebook;
use crate::rulebook::schema::Play;
use crate::steps;
use crate::ui::parts::{Heading, Here, Why};
use crate::ui::store::Act;
use crate::words;
use crate::words::guide::glance;

/// What stands in a letter that decides, in the order in which a person would look for it.
const OF_A_NOTICE: [Field; 12] = [
    Field::NoticeDate,
    Field::NoticeReceived,
    Field::StatedLastDay,
    Field::StatedWindow,
    Field::StatedForReview,
    Field::Reason,
    Field::ReasonCode,
    Field::ReferenceNumber,
    Field::Decider,
    Field::AppealAddress,
    Field::AppealPhone,
    Field::AppealFax,
];

/// A group of facts under its name.
type Group = (&'static str, &'static [Field]);

/// What stands on a bill. Its lines are on a page of their own.
const BILL: Group = (
    "The bill",
    &[
        Field::Biller,
        Field::BillerAddress,
        Field::BillerPhone,
        Field::AccountNumber,
        Field::BillDate,
        Field::BillDue,
        Field::AmountDue,
    ],
);

/// What decides between help, a plan and one payment.
const MEANS: Group =
    ("What you can pay", &[Field::CanPayMonthly, Field::CanPayNow, Field::HouseholdSize, Field::HouseholdIncome]);

/// What belongs to care that is still ahead.
const AHEAD: Group = ("The care ahead", &[Field::PlannedFor, Field::EstimatedCost]);

/// The other facts in groups, as a person would look for them.
const GROUPS: [Group; 5] = [
    (
        "The care",
        &[
            Field::Service,
            Field::ServiceDate,
            Field::RequestSent,
            Field::RequestTime,
            Field::Timing,
            Field::ProcedureCode,
            Field::DiagnosisCode,
            Field::Provider,
            Field::Facility,
            Field::ClaimNumber,
            Field::AuthorizationNumber,
            Field::Billed,
            Field::Allowed,
            Field::PatientShare,
        ],
    ),
    (
        "What else matters",
        &[
            Field::InNetwork,
            Field::FacilityInNetwork,
            Field::ListedInNetwork,
            Field::NoNetworkProvider,
            Field::SignedConsent,
            Field::ApprovalAsked,
            Field::Emergency,
            Field::Urgent,
            Field::Statement,
        ],
    ),
    (
        "The plan",
        &[
            Field::CoverageFrom,
            Field::Funding,
            Field::Insurer,
            Field::Plan,
            Field::Employer,
            Field::MemberId,
            Field::GroupNumber,
            Field::State,
            Field::TimeZone,
        ],
    ),
    (
        "The people",
        &[Field::Patient, Field::Member, Field::Representative, Field::PatientIsChild, Field::SenderAddress],
    ),
    (
        "What some letters need",
        &[
            Field::WhyUrgent,
            Field::ClinicianSaysUrgent,
            Field::WhyLate,
            Field::DrugsTried,
            Field::CareUnderWay,
            Field::NetworkEnded,
            Field::OtherCoverage,
            Field::OtherInsurer,
            Field::CountedByPlan,
            Field::CountedByMe,
        ],
    ),
];

/// The groups of a case that stand outside its notices.
fn groups(case: &Case) -> Vec<Group> {
    let (bill, ahead) = (case.purpose == Purpose::Bill || case.bill().is_some(), case.purpose == Purpose::Planning);
    let first = [bill.then_some(BILL), bill.then_some(MEANS), ahead.then_some(AHEAD)];
    let last = (!bill).then_some(MEANS);
    let of_the_coverage = case.fact(Field::CoverageFrom).and_then(|fact| of_the_coverage(&fact.value));
    first.into_iter().flatten().chain(GROUPS).chain(of_the_coverage).chain(last).collect()
}

/// What matters with some coverage alone.
fn of_the_coverage(coverage: &Value) -> Option<Group> {
    let ending = intake::endings(coverage);
    if !ending.is_empty() {
        return Some(("What is about to end", ending));
    }
    let Value::Choice(Choice::From(from)) = coverage else { return None };
    if *from == From::Myself {
        return Some(("What kind of letter and plan", &[Field::Matter, Field::Grandfathered]));
    }
    let employer = matches!(from, From::Work | From::PublicEmployer | From::Church);
    employer.then_some(("How old the plan is", &[Field::Grandfathered]))
}

/// Everything known in a case.
#[component]
pub fn FactsPage(props: &CaseProps) -> Html {
    let CaseProps { case, today } = props;
    let editing = use_state_eq(|| None::<Place>);
    let edit = {
        let editing = editing.clone();
        Callback::from(move |place: Option<Place>| editing.set(place))
    };
    let rows = |fields: &[Field], notice: Option<Number>| {
        let row = |field: &Field| {
            let place = Place { field: *field, notice };
            html! {
                <FactRow key={words::fields::name(*field)} case={case.clone()} today={*today} {place}
                    open={*editing == Some(place)} onedit={edit.clone()} />
            }
        };
        html! { <dl class="summary-list">{ for fields.iter().map(row) }</dl> }
    };
    html! {
        <CaseFrame case={case.clone()} here={Here::Facts}>
            <Heading text="Facts" />
            <p>{ "Letters and dates use what stands here. Change what is wrong, and add what is missing." }</p>
            <Situation case={case.clone()} today={*today} />
            // The newest first: it is what is being told now.
            { for case.notices.iter().enumerate().rev().filter(|_| case.has_denial()).map(|(at, notice)| {
                section(words::cases::notice(at, case.notices.len()), rows(&OF_A_NOTICE, Some(notice.number)))
            }) }
            { for groups(case).into_iter().map(|(title, fields)| section(title, rows(fields, None))) }
        </CaseFrame>
    }
}

fn section(title: &str, rows: Html) -> Html {
    let id = title.to_lowercase().replace(' ', "-");
    html! {
        <section key={id.clone()} class="stack" aria-labelledby={id.clone()}>
            <h2 {id}>{ title }</h2>
            { rows }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct SituationProps {
    case: Rc<Case>,
    today: Date,
}

/// What the case is about: one or several of the situations that we have a way through.
#[component]
fn Situation(props: &SituationProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let row = |(id, name): (String, String)| {
        let play = PlayId(id.clone());
        let chosen = props.case.situations.contains(&play);
        let onchange = {
            let (act, case, today) = (act.clone(), props.case.clone(), props.today);
            Callback::from(move |_: Event| {
                let play = play.clone();
                let change = if chosen { Change::SituationDropped { play } } else { Change::SituationChosen { play } };
                // A situation is a name; no rule refuses one.
                let _ = act.change(&case, today, vec![change]);
            })
        };
        html! {
            <label key={id} class="choices__row">
                <input class="choices__input" type="checkbox" name="situation" checked={chosen} {onchange} />
                <span class="choices__text"><span class="choices__name">{ name }</span></span>
            </label>
        }
    };
    let all = || rulebook::book().plays.iter().filter(|play| play.id != crate::steps::GENERAL);
    // As it was when the page was opened: what is ticked stays where it stands, and keeps the focus.
    let first = use_memo(props.case.id.clone(), |_| {
        let suggested = steps::suggest(&props.case, rulebook::book()).into_iter().map(|suggestion| suggestion.play);
        props.case.situations.iter().cloned().chain(suggested).collect::<Vec<PlayId>>()
    });
    let near = |play: &Play| first.iter().any(|other| other.0 == play.id);
    let list =
        |plays: Vec<&Play>| plays.into_iter().map(|play| row((play.id.clone(), play.name.clone()))).collect::<Html>();
    let group = |group: ProblemGroup| {
        let others: Vec<&Play> = all().filter(|play| play.glance.group == group && !near(play)).collect();
        if others.is_empty() {
            return Html::default();
        }
        html! {
            <div key={group.key()} role="group" aria-label={glance::group(group)}>
                <h3>{ glance::group(group) }</h3>
                <div class="choices__list">{ list(others) }</div>
            </div>
        }
    };
    html! {
        <fieldset class="choices">
            <legend class="choices__legend"><h2>{ "What is this about?" }</h2></legend>
            <p class="choices__hint">{ "Choose all that fit. If none fits, the general way stands." }</p>
            <div class="choices__list">{ list(all().filter(|play| near(play)).collect()) }</div>
            <Why ask="None of these? Choose from all situations">{ for ProblemGroup::ALL.into_iter().map(group) }</Why>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::CaseId;
    use crate::rulebook::schema::{DoneWhen, Opens};

    #[test]
    fn whatever_a_step_asks_for_has_its_place_on_the_page() {
        let today = "2026-11-25".parse().expect("a day");
        for purpose in [Purpose::Denial, Purpose::Bill, Purpose::Planning] {
            let case =
                Case::open(CaseId("c1".to_owned()), today).apply(Change::OpenedFor(purpose), today).expect("any");
            let mut shown: Vec<Field> = groups(&case).into_iter().flat_map(|(_, fields)| fields.to_vec()).collect();
            if case.has_denial() {
                shown.extend(OF_A_NOTICE);
            }
            for task in rulebook::book().plays.iter().flat_map(|play| &play.tasks) {
                // Only a denial is waited for.
                if !task.when.awaited.is_empty() && purpose != Purpose::Denial {
                    continue;
                }
                let stages = &task.when.stage;
                let ((Opens::Fact(field), _) | (_, Some(DoneWhen::Known(field)))) = (task.opens, task.done_when) else {
                    continue;
                };
                if stages.is_empty() || stages.contains(&first_stage(purpose)) {
                    assert!(shown.contains(&field), "{field:?} is asked for by \"{}\" and is nowhere", task.what);
                }
            }
        }
    }

    fn first_stage(purpose: Purpose) -> crate::rulebook::schema::Stage {
        let today = "2026-11-25".parse().expect("a day");
        let case = Case::open(CaseId("c1".to_owned()), today).apply(Change::OpenedFor(purpose), today).expect("any");
        crate::steps::stage(&case)
    }
}
