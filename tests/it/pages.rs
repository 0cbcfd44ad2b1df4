//! Pages rendered without a browser: what stands on them for a given case and day.

use std::rc::Rc;

use recourse::browser::page::FirstScreen;
use recourse::case::coverage::From;
use recourse::case::{Case, Change, EventKind, Value};
use recourse::civil::Date;
use recourse::kinds::{Field, LetterKind, Timing};
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
                <Place route={props.route.clone()} bring={Callback::from(Wing::here)} first={first_screen()} />
            </ContextProvider<Rc<State>>>
        </ContextProvider<Act>>
    }
}

/// The first screen as `index.html` has it.
fn first_screen() -> FirstScreen {
    let index = include_str!("../../index.html");
    let between = |start: &str, end: &str| {
        let inside = index.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map(|(inside, _)| inside);
        inside.expect("index.html has both marks").trim().to_owned()
    };
    FirstScreen {
        title: between("<title>", "</title>"),
        main: between(r#"<main id="main" class="app__main" tabindex="-1">"#, "</main>"),
        foot: between("<footer class=\"footer\">", "</footer>"),
    }
}

/// The page's words without its tags, runs of space folded.
pub async fn words_of(route: Route, case: Option<Case>, today: &str) -> String {
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
pub fn says(page: &str, wanted: &[&str]) {
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
async fn the_letter_page_has_what_it_takes_to_edit_compare_and_send() {
    let case = john_smith();
    let letter = case.next_number;
    let number = recourse::case::Number(letter);
    let today = cases::day(FEBRUARY);
    let own = "I called on March 9, 2023.".to_owned();
    let sending = recourse::case::Sending {
        on: today,
        how: recourse::case::SentBy::CertifiedMail,
        proof: "9407 1000".to_owned(),
        arrived: None,
        time: None,
    };
    let changes = vec![
        Change::LetterBegun { kind: LetterKind::L14, about_call: None },
        Change::PartEdited { letter: number, part: "own-01".to_owned(), text: own, links: Vec::new() },
        Change::PartLeftOut { letter: number, part: "closing".to_owned() },
        Change::LetterSent { letter: number, text: "As sent.".to_owned(), sending },
    ];
    let case = changes.into_iter().try_fold(case, |case, change| case.apply(change, today)).expect("they fit");
    let page = words_of(Route::Letter { id: id(&case), letter }, Some(case.clone()), FEBRUARY).await;
    let wanted = [
        "Your own paragraph",
        "Left out of the letter",
        "Put it back",
        "Before you send it, look at this",
        "March 9, 2023",
        "Version 1, sent on February 1, 2024",
        "Send it",
        "The address is from your paper",
        "Certified mail, 9407 1000",
        "You asked for an answer by February 15, 2024.",
    ];
    says(&page, &wanted);
    let next = words_of(Route::Next { id: id(&case) }, Some(case), FEBRUARY).await;
    says(&next, &["Answers you wait for", "You asked for an answer by February 15, 2024."]);
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

/// John Smith's appeal of February 1, refused by a letter of April 10.
fn refused_again() -> Case {
    let appealed = cases::john_smith(FEBRUARY).sent(LetterKind::L01).later("2024-04-15");
    appealed.happened(EventKind::Lost).refused_again("2024-04-10").case
}

/// The places of these words on the page, in this order.
#[track_caller]
fn says_in_order(page: &str, wanted: &[&str]) {
    let mut rest = page;
    for words in wanted {
        let Some((_, after)) = rest.split_once(words) else { panic!("{words:?} does not come next:\n{rest}") };
        rest = after;
    }
}

#[tokio::test]
async fn a_lost_appeal_asks_for_the_new_letters_dates_until_they_are_known() {
    let lost = cases::john_smith(FEBRUARY).sent(LetterKind::L01).later("2024-04-15").happened(EventKind::Lost).case;
    let asks = ["The letter that says no again", "Date printed on the new letter", "Day the new letter came"];
    let page = words_of(Route::Next { id: id(&lost) }, Some(lost), "2024-04-15").await;
    says(&page, &asks);
    let case = refused_again();
    let page = words_of(Route::Next { id: id(&case) }, Some(case), "2024-04-15").await;
    assert!(!page.contains(asks[0]), "{page}");
    says(&page, &["External review by an independent reviewer", "Friday, August 9, 2024"]);
}

#[tokio::test]
async fn while_an_answer_is_awaited_the_next_page_asks_whether_it_came() {
    let case = cases::john_smith(FEBRUARY).sent(LetterKind::L01).case;
    let page = words_of(Route::Next { id: id(&case) }, Some(case), FEBRUARY).await;
    says(&page, &["Have they answered?", "They have it", "They said yes", "They said no again"]);
    assert!(!page.contains("The letter that says no again"), "{page}");
}

#[tokio::test]
async fn two_letters_stand_each_under_its_own_heading_and_every_fact_of_either_can_be_changed() {
    let case = refused_again();
    let page = words_of(Route::Facts { id: id(&case) }, Some(case), "2024-04-15").await;
    says_in_order(
        &page,
        &[
            "The answer to your appeal",
            "April 10, 2024",
            "The decision is upheld.",
            "The first decision",
            "January 15, 2024",
            cases::PA_REASON,
            "The care",
        ],
    );
    says_in_order(
        &page,
        &["Change (Date on the letter, the answer to your appeal)", "Change (Date on the letter, the first decision)"],
    );
}

#[tokio::test]
async fn one_letter_stands_under_the_decision() {
    let case = john_smith();
    let page = words_of(Route::Facts { id: id(&case) }, Some(case), FEBRUARY).await;
    says_in_order(&page, &["The decision", "January 15, 2024", "Day the request or claim was sent to the plan"]);
    assert!(!page.contains("The first decision"), "{page}");
    says(&page, &["Change (Date on the letter)"]);
}

#[tokio::test]
async fn a_second_appeal_is_shown_as_one_that_the_plan_may_not_have() {
    let case = refused_again();
    let page = words_of(Route::Dates { id: id(&case) }, Some(case), "2024-04-15").await;
    says(
        &page,
        &[
            "Second internal appeal, if your plan has one",
            "Only if your plan has one; the letter of decision gives the time.",
            "Federal law sets no time of its own for a second appeal.",
            "The letter\u{2019}s own date may be for a review outside the plan, and not for this appeal.",
            "It could change with: whether the letter\u{2019}s own date is for a review outside the plan.",
            "The letter\u{2019}s own date may be for another appeal to the plan, and not for this review.",
        ],
    );
    assert!(!page.contains("We have no rule for this kind of coverage"), "{page}");
}

#[tokio::test]
async fn an_insured_plans_review_says_that_the_state_may_give_less() {
    let lost = cases::luis_romero().sent(LetterKind::L01).later("2026-06-20").happened(EventKind::Lost);
    let page_in = async |state: &str| {
        let case = lost.clone().refused_again("2026-06-15").says(Field::State, cases::text(state)).case;
        words_of(Route::Dates { id: id(&case) }, Some(case), "2026-06-20").await
    };
    // Nobody found Missouri's time.
    let page = page_in("MO").await;
    says(&page, &["Your state may set its own time for this review, and it may be shorter."]);
    assert!(!page.contains("state where you live"), "the state is known, so it is not asked for:\n{page}");
    let page = page_in("WA").await;
    says(&page, &["Washington gives 180 days", "count 120 days from the date of the letter", "RCW 48.43.535"]);
    assert!(!page.contains("Your state may set its own time"), "{page}");
}

#[tokio::test]
async fn the_dates_say_what_does_not_stop_them_and_whether_people_outside_the_plan_may_look() {
    let case = cases::luis_romero().case;
    let page = words_of(Route::Dates { id: id(&case) }, Some(case), "2026-04-20").await;
    says(&page, &["What does not stop the clock", "A talk between the doctors (peer-to-peer).", "not confirmed"]);
    says(&page, &["Can people outside the plan look at it?", "Who decides", "What it costs"]);
    let lost = cases::luis_romero().sent(LetterKind::L01).later("2026-06-20").happened(EventKind::Lost);
    let review_in = async |state: &str| {
        let case = lost.clone().refused_again("2026-06-15").says(Field::State, cases::text(state)).case;
        words_of(Route::Dates { id: id(&case) }, Some(case), "2026-06-20").await
    };
    // A review of the state's own leaves no room for the federal one, and the other way round.
    let (own, federal) = ("State external review", "HHS-administered federal external review");
    let page = review_in("WA").await;
    assert!(page.contains(own) && !page.contains(federal), "{page}");
    let page = review_in("FL").await;
    assert!(page.contains(federal) && !page.contains(own), "{page}");
}

#[tokio::test]
async fn what_cannot_wait_stands_above_the_next_step_and_above_the_dates() {
    let coverage = |from: From| {
        let told = cases::Build::on("2026-11-25").covered(from, None).timed(Timing::Concurrent);
        told.says(Field::NoticeDate, Value::Day(cases::day("2026-11-24"))).case
    };
    let medicaid = coverage(From::Medicaid);
    for route in [Route::Next { id: id(&medicaid) }, Route::Dates { id: id(&medicaid) }] {
        let page = words_of(route, Some(medicaid.clone()), "2026-11-25").await;
        let urgent = page.find("This cannot wait: do it today").expect("it stands there");
        assert!(page.find("Your next step").is_none_or(|step| urgent < step), "{page}");
        says(&page, &["for the services to go on until it is decided", "Whom to call", "Legal aid near you"]);
        assert!(!page.contains("outside reviewer (QIO)"), "{page}");
    }
    let medicare = coverage(From::Medicare);
    let page = words_of(Route::Next { id: id(&medicare) }, Some(medicare), "2026-11-25").await;
    says(&page, &["This cannot wait: do it today", "outside reviewer (QIO)", "42 CFR 405.1206"]);
    assert!(!page.contains("42 CFR 422.622"), "a citation of Medicare Advantage:\n{page}");
    let calm = cases::luis_romero().case;
    let page = words_of(Route::Next { id: id(&calm) }, Some(calm), "2026-04-20").await;
    assert!(!page.contains("This cannot wait"), "{page}");
}

#[tokio::test]
async fn a_request_without_an_answer_shows_by_when_they_must_decide() {
    let case = cases::Build::on("2024-03-10")
        .covered(From::Myself, None)
        .timed(Timing::PreService)
        .says(Field::RequestSent, Value::Day(cases::day("2024-03-01")))
        .case;
    let page = words_of(Route::Dates { id: id(&case) }, Some(case.clone()), "2024-03-10").await;
    says(&page, &["First decision, care not given yet", "Saturday, March 16, 2024", "They may take more time: Once,"]);
    assert!(!page.contains("By when you must act"), "{page}");
    let page = words_of(Route::Next { id: id(&case) }, Some(case), "2024-03-10").await;
    says(&page, &["Saturday, March 16, 2024", "6 days left until their decision is due."]);
    says(&page, &["Call the plan: is it there, is anything missing, and by when will they decide?"]);
    says(&page, &["No answer yet; they have not decided"]);
    assert!(!page.contains("They said no"), "{page}");
}

#[tokio::test]
async fn the_dates_go_into_a_calendar_and_a_rhythm_is_offered_where_a_call_waits() {
    let case = john_smith();
    let page = words_of(Route::Dates { id: id(&case) }, Some(case.clone()), FEBRUARY).await;
    says(&page, &["Put the dates into my calendar", "Save for my calendar", "delete it there"]);
    assert!(!page.contains("Remind me of calls"), "no call waits:\n{page}");
    let built = cases::john_smith(FEBRUARY);
    let call = cases::john_smith_call(&built);
    let case = built.call(call).case;
    let page = words_of(Route::Dates { id: id(&case) }, Some(case.clone()), FEBRUARY).await;
    let rhythm = ["Remind me of calls that wait for an answer", "Every two weeks from that day, 6 times in all"];
    says(&page, &rhythm);
    says(&words_of(Route::Cases, Some(case), FEBRUARY).await, &rhythm);
}
