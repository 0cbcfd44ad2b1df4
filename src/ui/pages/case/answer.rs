//! How the appeal ended: noted with one press; for a no, with the dates of the letter that says so.
//!
//! The answer is a second notice. Until its date is known the review after it has none.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::page;
use crate::case::{Case, Change, Event, EventKind, Number, Provenance, Refusal, Value};
use crate::civil::Date;
use crate::kinds::Field;
use crate::paper::long_day;
use crate::rulebook::schema::Stage;
use crate::steps;
use crate::ui::parts::{ErrorLine, ErrorSummary, FactInput, Typed};
use crate::ui::route::Route;
use crate::ui::store::Act;
use crate::words;

/// What is asked of the letter that says no again, and as what.
const ASKED: [(Field, &str); 4] = [
    (Field::NoticeDate, "Date printed on the new letter"),
    (Field::NoticeReceived, "Day the new letter came"),
    (Field::StatedLastDay, "Last day for the next step, if the letter names one"),
    (Field::StatedForReview, "Is that day for a review by people outside the plan?"),
];

/// The case and the day.
#[derive(Properties, PartialEq)]
pub struct OutcomeProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
}

/// Noting how the appeal ended, once it was sent; and the answer's dates, while nothing of the answer is known.
#[component]
pub fn Outcome(props: &OutcomeProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let refused = use_state_eq(|| false);
    let OutcomeProps { case, today } = props;
    let asked = {
        let refused = refused.clone();
        Callback::from(move |open: bool| refused.set(open))
    };
    match steps::stage(case) {
        Stage::Appealed if !*refused => answered(case, *today, &act, &asked),
        Stage::Appealed => {
            html! { <SecondNo case={case.clone()} today={*today} onclose={Some(asked.reform(|()| false))} /> }
        }
        Stage::Lost if lacks_the_answer(case) => html! { <SecondNo case={case.clone()} today={*today} /> },
        Stage::Lost | Stage::Denied | Stage::Won | Stage::Billed | Stage::Planning => Html::default(),
    }
}

/// The three answers that a person can hear.
fn answered(case: &Rc<Case>, today: Date, act: &Act, refused: &Callback<bool>) -> Html {
    let note = |what: EventKind| {
        let (act, case) = (act.clone(), case.clone());
        Callback::from(move |_: MouseEvent| {
            let event = Event { number: Number(case.next_number), on: today, what, note: String::new() };
            // Today is never in the future, and the number is the next one.
            let _ = act.change(&case, today, vec![Change::EventAdded(event)]);
        })
    };
    html! {
        <section class="stack" aria-labelledby="outcome">
            <h2 id="outcome">{ "Have they answered?" }</h2>
            <p>{ format!("Today is {}. Press when you hear from them.", long_day(today)) }</p>
            <div class="cluster">
                <button class="button" type="button" data-state="secondary" onclick={note(EventKind::ArrivalConfirmed)}>{ "They have it" }</button>
                <button class="button" type="button" data-state="secondary" onclick={note(EventKind::Won)}>{ "They said yes" }</button>
                <button class="button" type="button" data-state="secondary" onclick={refused.reform(|_: MouseEvent| true)}>{ "They said no again" }</button>
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct SecondNoProps {
    case: Rc<Case>,
    today: Date,
    /// Told that nothing is to be noted after all; left out where the no was noted before.
    #[prop_or_default]
    onclose: Option<Callback<()>>,
}

/// The letter that says no again: its dates, as far as they are known.
#[component]
fn SecondNo(props: &SecondNoProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let typed = use_state_eq(|| ASKED.map(|(field, _)| Typed::of(field, None)));
    let problems = use_state_eq(Vec::<ErrorLine>::new);
    use_effect_with(props.onclose.is_some(), |pressed| {
        if *pressed {
            page::focus("#second-no");
        }
    });
    let keep = {
        let (act, case, today) = (act.clone(), props.case.clone(), props.today);
        let (typed, problems) = (typed.clone(), problems.clone());
        Callback::from(move |_: MouseEvent| {
            let kept = read(&typed).and_then(|days| {
                let wrong = |refusal: Refusal| {
                    let at = about(&refusal);
                    vec![line(at, &typed[at], words::both(&refusal))]
                };
                act.change(&case, today, second_no(&case, today, &days)).map_err(wrong)
            });
            match kept {
                Ok(()) => act.go.emit(Route::Dates { id: case.id.0.clone() }),
                Err(lines) => problems.set(lines),
            }
        })
    };
    let without = {
        let (act, case, today) = (act, props.case.clone(), props.today);
        Callback::from(move |_: MouseEvent| {
            // Today is never in the future, and the numbers are the next ones.
            let _ = act.change(&case, today, second_no(&case, today, &[]));
        })
    };
    let input = |at: usize| {
        let (field, label) = ASKED[at];
        let onchange = {
            let typed = typed.clone();
            Callback::from(move |next: Typed| {
                let mut all = (*typed).clone();
                all[at] = next;
                typed.set(all);
            })
        };
        let first = typed[at].first_input(&id(at));
        let wrong = problems.iter().find(|line| *line.field == *first);
        let error = wrong.map(|line| line.text.clone()).unwrap_or_default();
        html! { <FactInput id={id(at)} {field} label={AttrValue::from(label)} value={typed[at].clone()} {error} {onchange} /> }
    };
    html! {
        <section class="stack" aria-labelledby="second-no">
            <h2 id="second-no" tabindex="-1">{ "The letter that says no again" }</h2>
            <p>{ "The next step has a new last day, and it counts from this letter. Leave empty what you do not know." }</p>
            <ErrorSummary lines={(*problems).clone()} />
            { for (0..ASKED.len()).map(input) }
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={keep}>{ "Keep these dates" }</button>
                if let Some(onclose) = &props.onclose {
                    <button class="button" type="button" data-state="secondary" onclick={without}>{ "I have no letter yet" }</button>
                    <button class="button" type="button" data-state="quiet" onclick={onclose.reform(|_: MouseEvent| ())}>{ "They have not answered yet" }</button>
                }
            </div>
        </section>
    }
}

fn id(at: usize) -> String {
    format!("second-no-{at}")
}

fn line(at: usize, typed: &Typed, text: String) -> ErrorLine {
    ErrorLine { field: typed.first_input(&id(at)).into(), text: text.into() }
}

/// Which of the days is refused.
fn about(refusal: &Refusal) -> usize {
    let is_about = |asked: Field| match refusal {
        Refusal::FromTheFuture { field, .. } => *field == Some(asked),
        Refusal::ReceivedBeforeNotice { .. } => asked == Field::NoticeReceived,
        Refusal::ServiceAfterNotice { .. } => asked == Field::NoticeDate,
        Refusal::WrongKind { field } | Refusal::Empty { field } => *field == asked,
        Refusal::TooLong { .. }
        | Refusal::NoSuch { .. }
        | Refusal::NumberTaken { .. }
        | Refusal::TooManyLines { .. }
        | Refusal::WordsLost { .. }
        | Refusal::NotInPaper { .. }
        | Refusal::FactsRestOnIt { .. } => false,
    };
    ASKED.iter().position(|(asked, _)| is_about(*asked)).unwrap_or(0)
}

/// What was filled in, or everything that cannot be read.
fn read(typed: &[Typed; ASKED.len()]) -> Result<Vec<(Field, Value)>, Vec<ErrorLine>> {
    let (mut days, mut lines) = (Vec::new(), Vec::new());
    for (at, (typed, (field, _))) in typed.iter().zip(ASKED).enumerate() {
        // Not knowing leaves it open.
        if typed.is_empty() || matches!(typed, Typed::Row(Some(key)) if key == "unknown") {
            continue;
        }
        match typed.read(field) {
            Ok(value) => days.push((field, value)),
            Err(said) => lines.push(line(at, typed, said)),
        }
    }
    if lines.is_empty() { Ok(days) } else { Err(lines) }
}

/// Whether the appeal was lost and no date of the answer is known.
fn lacks_the_answer(case: &Case) -> bool {
    let sent = sendings(case).min();
    let says = |facts: &crate::case::Facts| ASKED.into_iter().any(|(field, _)| facts.get(field).is_some());
    match case.final_denial() {
        Some(answer) => !says(&answer.facts),
        // The answer may have been written over the denial.
        None => case.day(Field::NoticeDate).zip(sent).is_none_or(|(dated, sent)| dated.value <= sent),
    }
}

fn sendings(case: &Case) -> impl Iterator<Item = Date> {
    let appeals = case.letters.iter().filter(|letter| letter.kind.is_appeal());
    appeals.flat_map(|letter| &letter.sendings).map(|sending| sending.on)
}

/// What the person tells with a second no: a notice of its own with these days, and that the appeal was lost, where that
/// was not noted before.
fn second_no(case: &Case, today: Date, days: &[(Field, Value)]) -> Vec<Change> {
    let open = steps::stage(case) == Stage::Appealed;
    let mut next = case.next_number;
    let mut number = || {
        next += 1;
        Number(next - 1)
    };
    let mut changes = Vec::new();
    if open || case.final_denial().is_none() {
        changes.push(Change::NoticeAdded { number: number() });
    }
    changes.extend(days.iter().map(|(field, value)| {
        let from = Provenance::Statement { on: today };
        Change::Learned { field: *field, value: value.clone(), from }
    }));
    if open {
        // The day on which the person heard, which is never before the appeal that it answers.
        let day = |wanted| days.iter().find(|(field, _)| *field == wanted).and_then(|(_, value)| value.as_day());
        let heard = day(Field::NoticeReceived).or_else(|| day(Field::NoticeDate)).unwrap_or(today);
        let on = sendings(case).max().map_or(heard, |sent| heard.max(sent));
        changes.push(Change::EventAdded(Event { number: number(), on, what: EventKind::Lost, note: String::new() }));
    }
    changes
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::case::{CaseId, Sending, SentBy};
    use crate::deadlines;
    use crate::kinds::LetterKind;
    use crate::rulebook::{LevelKind, book};
    use crate::ui::store::apply_all;

    fn day(text: &str) -> Date {
        text.parse().expect("a test writes real days")
    }

    fn today() -> Date {
        day("2024-05-01")
    }

    fn told(case: &Case, changes: Vec<Change>) -> Case {
        apply_all(case, changes, today()).expect("the test tells what fits")
    }

    fn said(field: Field, day_: &str) -> (Field, Value) {
        (field, Value::Day(day(day_)))
    }

    /// A plan that the person buys, denied on January 15, 2024; the appeal was sent on February 10.
    fn appealed() -> Case {
        let from = Value::Choice(crate::case::fact::Choice::From(crate::case::coverage::From::Myself));
        let facts = [
            (Field::CoverageFrom, from),
            said(Field::NoticeDate, "2024-01-15"),
            said(Field::NoticeReceived, "2024-01-22"),
        ];
        let learn = |(field, value)| Change::Learned { field, value, from: Provenance::Statement { on: today() } };
        let sending =
            Sending { on: day("2024-02-10"), how: SentBy::Fax, proof: String::new(), arrived: None, time: None };
        let mut changes: Vec<Change> = facts.into_iter().map(learn).collect();
        changes.push(Change::LetterBegun { kind: LetterKind::L01, about_call: None });
        changes.push(Change::LetterSent { letter: Number(3), text: String::new(), sending });
        told(&Case::open(CaseId("one".to_owned()), day("2024-02-01")), changes)
    }

    fn review(case: &Case) -> Option<Date> {
        let dates = deadlines::of(case, book(), today());
        let mut reviews = dates.mine.into_iter().filter(|deadline| deadline.level == LevelKind::ExternalReview);
        reviews.next().and_then(|review| review.when.value().map(|when| when.last_end))
    }

    #[test]
    fn a_second_no_dates_the_review_and_leaves_the_denial_alone() {
        let days = [said(Field::NoticeDate, "2024-04-10"), said(Field::NoticeReceived, "2024-04-12")];
        let case = appealed();
        let lost = told(&case, second_no(&case, today(), &days));
        assert_eq!(lost.denial(), case.denial());
        assert_eq!(lost.notices.len(), 2);
        assert_eq!(lost.events.last().map(|event| (event.what, event.on)), Some((EventKind::Lost, day("2024-04-12"))));
        assert_eq!(review(&lost), Some(day("2024-08-12")));
        assert!(!lacks_the_answer(&lost));
    }

    #[test]
    fn what_the_new_letters_day_is_for_is_asked_and_may_stay_open() {
        let all = || ASKED.map(|(field, _)| Typed::of(field, None));
        let chosen = |key: &'static str| {
            let mut typed = all();
            typed[3] = Typed::Row(Some(key.into()));
            read(&typed).expect("a row reads")
        };
        assert_eq!(chosen("yes"), [(Field::StatedForReview, Value::Yes(true))]);
        assert_eq!(chosen("unknown"), []);
        assert_eq!(read(&all()), Ok(Vec::new()));
    }

    #[test]
    fn a_second_no_without_a_letter_is_noted_once_and_its_dates_are_asked_for() {
        let case = appealed();
        let lost = told(&case, second_no(&case, today(), &[]));
        assert_eq!((steps::stage(&lost), review(&lost)), (Stage::Lost, None));
        assert!(lacks_the_answer(&lost));
        let dated = told(&lost, second_no(&lost, today(), &[said(Field::NoticeDate, "2024-04-10")]));
        assert_eq!((dated.notices.len(), dated.events.len()), (2, 1), "the same notice, and no second loss");
        assert_eq!(review(&dated), Some(day("2024-08-10")));
    }

    #[test]
    fn a_case_that_was_lost_before_a_second_letter_could_be_added_gets_one() {
        let case = appealed();
        let number = Number(case.next_number);
        let lost = Event { number, on: day("2024-04-12"), what: EventKind::Lost, note: String::new() };
        let lost = told(&case, vec![Change::EventAdded(lost)]);
        assert!(lacks_the_answer(&lost));
        let dated = told(&lost, second_no(&lost, today(), &[said(Field::NoticeDate, "2024-04-10")]));
        assert_eq!((dated.notices.len(), dated.events.len()), (2, 1));
        assert_eq!(review(&dated), Some(day("2024-08-10")));
    }

    #[test]
    fn a_no_that_seems_older_than_the_appeal_still_ends_it() {
        let case = appealed();
        let lost = told(&case, second_no(&case, today(), &[said(Field::NoticeDate, "2024-02-01")]));
        assert_eq!(steps::stage(&lost), Stage::Lost);
    }

    #[test]
    fn a_day_that_has_not_come_changes_nothing() {
        let case = appealed();
        let days = [said(Field::NoticeDate, "2024-04-30"), said(Field::NoticeReceived, "2024-05-02")];
        let refusal = apply_all(&case, second_no(&case, today(), &days), today()).expect_err("it has not come");
        assert_eq!(about(&refusal), 1, "{refusal:?}");
    }
}
