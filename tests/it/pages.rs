//! Pages rendered without a browser: what stands on them for a given case and day.

use std::rc::Rc;

use recourse::case::{Case, Change};
use recourse::civil::Date;
use recourse::kinds::LetterKind;
use recourse::ui::app::Place;
use recourse::ui::route::Route;
use recourse::ui::store::{Act, Action, Desk, State};
use recourse::ui::wings::Wing;
use yew::prelude::*;

use crate::cases;

#[derive(Properties, PartialEq)]
struct PageProps {
    route: Route,
    cases: Vec<Rc<Case>>,
    today: Date,
}

/// The page in its contexts, as the app gives them.
#[component]
fn Page(props: &PageProps) -> Html {
    let today = props.today;
    let state = use_reducer(move || State::empty(today));
    let mut shown = (*state).clone();
    for case in &props.cases {
        shown = (*Rc::new(shown).reduce(Action::Opened(Box::new((**case).clone())))).clone();
    }
    let desk = Desk {
        read: Callback::from(|_| None),
        typed: Callback::noop(),
        done: Callback::noop(),
        forget: Callback::noop(),
        again: Callback::noop(),
    };
    let act = Act { dispatcher: state.dispatcher(), go: Callback::noop(), desk };
    html! {
        <ContextProvider<Act> context={act}>
            <ContextProvider<Rc<State>> context={Rc::new(shown)}>
                <Place route={props.route.clone()} bring={Callback::from(Wing::here)} />
            </ContextProvider<Rc<State>>>
        </ContextProvider<Act>>
    }
}

/// The page's words without its tags, runs of space folded.
async fn words_of(route: Route, case: Option<Case>, today: &str) -> String {
    let props = PageProps { route, cases: case.into_iter().map(Rc::new).collect(), today: cases::day(today) };
    let html = yew::LocalServerRenderer::<Page>::with_props(props).hydratable(false).render().await;
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const FEBRUARY: &str = "2024-02-01";

/// The case of the denied MRI, as it stands after the first pages.
fn john_smith() -> Case {
    cases::john_smith(FEBRUARY).case
}

fn id(case: &Case) -> String {
    case.id.0.clone()
}

#[track_caller]
fn says(page: &str, wanted: &[&str]) {
    for words in wanted {
        assert!(page.contains(words), "the page lacks {words:?}:\n{page}");
    }
}

#[tokio::test]
async fn the_next_page_opens_with_one_step_and_its_date() {
    let case = john_smith();
    let page = words_of(Route::Next { id: id(&case) }, Some(case), FEBRUARY).await;
    says(&page, &["Your next step", "Call the insurer and find out who has to fix this", "Friday, July 12, 2024"]);
}

#[tokio::test]
async fn the_dates_page_shows_the_arithmetic_the_rule_and_how_sure_we_are() {
    let case = john_smith();
    let page = words_of(Route::Dates { id: id(&case) }, Some(case), FEBRUARY).await;
    says(
        &page,
        &[
            "Saturday, July 13, 2024",
            "Friday, July 12, 2024",
            "29 CFR 2560.503-1(h)(3)(i)",
            "read in the official text",
        ],
    );
    assert!(!page.contains("45 CFR"), "a self-funded plan is not bound by 45 CFR:\n{page}");
}

#[tokio::test]
async fn a_late_case_is_told_so_and_what_to_do() {
    let case = cases::john_smith("2026-11-23").case;
    let page = words_of(Route::Next { id: id(&case) }, Some(case), "2026-11-23").await;
    says(&page, &["Appeal today, although the date has passed", "The last day was"]);
}

#[tokio::test]
async fn the_letter_page_makes_each_fact_a_button() {
    let case = john_smith();
    let letter = case.next_number;
    let begun = Change::LetterBegun { kind: LetterKind::L01, about_call: None };
    let case = case.apply(begun, cases::day(FEBRUARY)).expect("a letter can be begun");
    let page = words_of(Route::Letter { id: id(&case), letter }, Some(case), FEBRUARY).await;
    says(&page, &["CLM2024011500001", "Information, not a substitute for the advice of an attorney.", "Save as PDF"]);
    assert!(!page.contains('['), "no brackets in a letter:\n{page}");
}

#[tokio::test]
async fn a_case_that_is_not_here_says_so() {
    let page = words_of(Route::Next { id: "nobody".into() }, None, FEBRUARY).await;
    says(&page, &["There is nothing here", "Your cases"]);
}

#[tokio::test]
async fn the_first_screen_is_the_one_in_the_page_itself() {
    let page = words_of(Route::Home, None, FEBRUARY).await;
    says(&page, &["I have a letter", "Information, not a substitute for the advice of an attorney."]);
}

#[tokio::test]
async fn every_place_of_a_case_has_one_heading_and_names_its_place() {
    let case = john_smith();
    for (route, heading) in [
        (Route::Facts { id: id(&case) }, "Facts"),
        (Route::Papers { id: id(&case) }, "Papers"),
        (Route::Letters { id: id(&case) }, "Letters and calls"),
        (Route::Packet { id: id(&case) }, "The packet"),
        (Route::Call { id: id(&case), kind: "insurer-information".into() }, "Call the insurer"),
    ] {
        let page = words_of(route, Some(case.clone()), FEBRUARY).await;
        says(&page, &[heading, "Next", "Dates", "Letters and calls", "Papers", "Facts"]);
    }
}
