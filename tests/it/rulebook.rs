//! The rulebook's own examples, and worked deadlines from elsewhere, run through the counting that the product uses.

use std::fs;
use std::path::Path;

use recourse::civil::Date;
use recourse::deadlines;
use recourse::kinds::{Confidence, CoverageKind};
use recourse::money::Cents;
use recourse::rulebook::check::{Fault, check};
use recourse::rulebook::schema::{self, Book, Unit};
use recourse::rulebook::{Play, Rule, book};

/// The file in which a rule stands, so that a failure names it.
fn home(id: &str) -> String {
    let law = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rulebook/law");
    let mut files: Vec<_> =
        fs::read_dir(law).expect("the law is there").map(|file| file.expect("listed").path()).collect();
    files.sort();
    let holds =
        |path: &std::path::PathBuf| fs::read_to_string(path).is_ok_and(|text| text.contains(&format!("id = \"{id}\"")));
    files.iter().find(|path| holds(path)).map_or_else(|| "no file".to_owned(), |path| path.display().to_string())
}

#[test]
fn every_example_of_every_rule_comes_out() {
    let mut wrong = Vec::new();
    let mut run = 0;
    for rule in &book().rules {
        for example in &rule.examples {
            run += 1;
            let place = format!("{}: rule `{}`, given {}", home(&rule.id), rule.id, example.given);
            let Some(counted) = deadlines::count(rule, example.given, book()) else {
                wrong.push(format!("{place}: the rule does not count on that day"));
                continue;
            };
            let mut expect = |what: &str, expected: Option<Date>, found: Date| {
                if let Some(expected) = expected.filter(|expected| *expected != found) {
                    wrong.push(format!("{place}: {what} is {found}, the example says {expected}"));
                }
            };
            expect("the last day", Some(example.last_day), counted.last_day);
            expect("the day before any roll", example.unrolled, counted.unrolled);
            expect("the day to aim for", example.aim_for, book().business_day_on_or_before(counted.unrolled));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(run > 50, "only {run} examples");
}

#[test]
fn the_embedded_book_holds() {
    let problems: Vec<String> = check(book()).iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_citation_printed_is_the_one_that_binds_the_plan() {
    for track in &book().tracks {
        let clocks = track.levels.iter().flat_map(|level| level.file_by.iter().chain(&level.decide_by));
        for id in clocks.chain(&track.rights) {
            let rule = book().rule(id).expect("the check saw it");
            let theirs = [track.coverage].into_iter().chain(track.also.iter().copied());
            let mut cited = theirs.filter_map(|coverage| book().binding(rule, coverage));
            let cite = &cited.next().expect("the check saw it").cite;
            if track.coverage == CoverageKind::EmployerSelfFunded {
                assert!(!cite.contains("45 CFR"), "{id}: {cite} does not bind a private employer's own plan");
            }
            if track.coverage == CoverageKind::Individual {
                let own_law = ["45 CFR", "42 U.S.C."].iter().any(|law| cite.starts_with(law));
                assert!(own_law, "{id}: {cite} does not bind a plan that no employer has");
                assert!(!cite.contains("2590.715"), "{id}: {cite} binds employers' plans");
            }
        }
    }
}

#[test]
fn a_play_without_its_line_in_the_table_of_problems_is_not_read() {
    for play in &book().plays {
        let mut told = serde_json::to_value(play).expect("a play has only text, numbers and lists");
        assert_eq!(serde_json::from_value::<Play>(told.clone()).expect("as it was written"), *play);
        told.as_object_mut().expect("a play is a table").remove("glance");
        let refused = serde_json::from_value::<Play>(told).expect_err("its line in the table is missing");
        assert!(refused.to_string().contains("missing field `glance`"), "{}: {refused}", play.id);
    }
}

/// The book with one thing spoiled.
fn spoiled(spoil: impl FnOnce(&mut Book)) -> Vec<Fault> {
    let mut book = book().clone();
    spoil(&mut book);
    check(&book).into_iter().map(|problem| problem.what).collect()
}

fn window(book: &mut Book) -> &mut Rule {
    book.rules.iter_mut().find(|rule| rule.id == "internal-appeal-window").expect("the book has it")
}

#[test]
fn a_spoiled_book_is_refused_and_every_fault_is_named() {
    type Spoil = fn(&mut Book);
    type Is = fn(&Fault) -> bool;
    let cases: [(&str, Spoil, Is); 16] = [
        ("no citation", |b| window(b).binds.clear(), |f| matches!(f, Fault::BindsNobody)),
        (
            "a citation twice",
            |b| {
                let again = window(b).binds[0].clone();
                window(b).binds.push(again);
            },
            |f| matches!(f, Fault::BindsTwice { .. }),
        ),
        (
            "a citation that is not there",
            |b| window(b).binds[0].source = "x".into(),
            |f| matches!(f, Fault::Dangling { .. }),
        ),
        ("no amount", |b| window(b).values.clear(), |f| matches!(f, Fault::HalfAClock)),
        ("an amount of nothing", |b| window(b).values[0].amount = 0, |f| matches!(f, Fault::NoAmount { .. })),
        ("one example", |b| window(b).examples.truncate(1), |f| matches!(f, Fault::FewExamples { count: 1 })),
        (
            "a rule twice",
            |b| {
                let again = window(b).clone();
                b.rules.push(again);
            },
            |f| matches!(f, Fault::Repeated { times: 2 }),
        ),
        ("no paragraph", |b| b.sources[0].cite = "45 CFR 147.136".into(), |f| matches!(f, Fault::NoPinpoint { .. })),
        ("plain http", |b| b.sources[0].url = "http://ecfr.gov".into(), |f| matches!(f, Fault::NotHttps { .. })),
        (
            "official and silent",
            |b| {
                b.sources[0].confidence = Confidence::Official;
                b.sources[0].quote.clear();
            },
            |f| matches!(f, Fault::OfficialWithoutQuote),
        ),
        (
            "stale at once",
            |b| b.sources[0].recheck_on = b.sources[0].checked_on,
            |f| matches!(f, Fault::StaleAtOnce { .. }),
        ),
        (
            "a play without its first step in the table",
            |b| b.plays[0].glance.first_step.clear(),
            |f| matches!(f, Fault::Empty { field } if field == "glance first-step"),
        ),
        (
            "a rule to which nobody comes",
            |b| {
                let alone = Rule { id: "alone".into(), worked_as: Vec::new(), ..window(b).clone() };
                b.rules.push(alone);
            },
            |f| matches!(f, Fault::UnusedRule),
        ),
        (
            "a road to which nobody comes",
            |b| {
                let again = schema::Track { id: "again".into(), ..b.tracks[0].clone() };
                b.tracks.push(again);
            },
            |f| matches!(f, Fault::SecondRoad),
        ),
        (
            "a sum that still holds when the next begins",
            |b| {
                let sums = &mut at(b, "poverty-contiguous").money;
                sums[0].until = Some(sums[1].from);
            },
            |f| matches!(f, Fault::Overlapping { .. }),
        ),
        ("a right that is not there", |b| b.tracks[0].rights.push("x".into()), |f| matches!(f, Fault::Dangling { .. })),
    ];
    for (what, spoil, names) in cases {
        let faults = spoiled(spoil);
        assert!(faults.iter().any(names), "{what}: {faults:?}");
    }
    let both = spoiled(|book| {
        window(book).values.clear();
        book.sources[0].url = "ftp://x".into();
    });
    assert_eq!(both.len(), 2, "{both:?}");
}

fn at<'b>(book: &'b mut Book, id: &str) -> &'b mut Rule {
    book.rules.iter_mut().find(|rule| rule.id == id).expect("the book has it")
}

#[test]
fn what_binds_everybody_and_what_costs_money_is_checked_too() {
    type Spoil = fn(&mut Book);
    type Is = fn(&Fault) -> bool;
    let cases: [(&str, Spoil, Is); 7] = [
        (
            "binds neither a coverage nor everybody",
            |b| at(b, "hospital-aid-window").binds_everybody = None,
            |f| matches!(f, Fault::BindsNobody),
        ),
        (
            "the citation for everybody is not there",
            |b| at(b, "hospital-aid-window").binds_everybody = Some("x".into()),
            |f| matches!(f, Fault::Dangling { table: "source", .. }),
        ),
        ("a sum of nothing", |b| at(b, "estimate-dispute").money[0].cents = 0, |f| matches!(f, Fault::NoAmount { .. })),
        (
            "sums out of order",
            |b| {
                let again = at(b, "estimate-dispute").money[0];
                at(b, "estimate-dispute").money.push(again);
            },
            |f| matches!(f, Fault::AmountsOutOfOrder),
        ),
        (
            "a section without paragraphs, and nobody says so",
            |b| b.sources.iter_mut().for_each(|source| source.undivided = false),
            |f| matches!(f, Fault::NoPinpoint { cite } if cite == "42 CFR 447.15"),
        ),
        (
            "a task that rests on no rule of the book",
            |b| b.plays[0].tasks[0].rules.push("x".into()),
            |f| matches!(f, Fault::Dangling { table: "rule", .. }),
        ),
        (
            "a task that names nobody's number",
            |b| b.plays[0].tasks[0].contacts.push("x".into()),
            |f| matches!(f, Fault::Dangling { table: "contact", .. }),
        ),
    ];
    for (what, spoil, names) in cases {
        let faults = spoiled(spoil);
        assert!(faults.iter().any(names), "{what}: {faults:?}");
    }
}

#[test]
fn what_binds_everybody_is_cited_whatever_the_coverage_is() {
    let rule = book().rule("hospital-aid-window").expect("the book has it");
    let everybody = book().binding_everybody(rule).expect("it binds the hospital");
    assert_eq!(everybody.cite, "26 CFR 1.501(r)-1(b)(3), 1.501(r)-6(c)");
    for coverage in [CoverageKind::Uninsured, CoverageKind::Medicare, CoverageKind::EmployerSelfFunded] {
        assert_eq!(book().binding(rule, coverage), Some(everybody));
    }
    let plan = book().rule("internal-appeal-window").expect("the book has it");
    assert_eq!(book().binding_everybody(plan), None);
    assert_eq!(book().binding(plan, CoverageKind::Medicare), None);
}

#[test]
fn a_coverage_keeps_its_own_citation_where_a_rule_binds_everybody_too() {
    let mut book = book().clone();
    let everybody = book.rule("records-on-request").and_then(|rule| rule.binds_everybody.clone());
    at(&mut book, "itemized-statement-medicare").binds_everybody = everybody;
    let rule = book.rule("itemized-statement-medicare").expect("the book has it");
    let cite = |coverage| book.binding(rule, coverage).map(|source| source.cite.as_str());
    assert_eq!(cite(CoverageKind::Medicare), Some("42 U.S.C. 1395b-7(b)"));
    assert_eq!(cite(CoverageKind::Individual), Some("45 CFR 164.524(b)(2), (c)(4)"));
}

#[test]
fn surprise_bill_law_binds_the_provider_of_every_plan_that_it_protects_and_of_no_other() {
    let rule = book().rule("surprise-facility-bill").expect("the book has it");
    let cite = |coverage| book().binding(rule, coverage).map(|source| source.cite.as_str());
    for coverage in [CoverageKind::Individual, CoverageKind::EmployerSelfFunded, CoverageKind::Grandfathered] {
        assert_eq!(cite(coverage), Some("45 CFR 149.420(a)"));
    }
    for coverage in
        [CoverageKind::ShortTerm, CoverageKind::SharingMinistry, CoverageKind::Medicare, CoverageKind::Uninsured]
    {
        assert_eq!(cite(coverage), None);
    }
}

#[test]
fn a_sum_of_money_holds_from_its_day() {
    let rule = book().rule("estimate-dispute").expect("the book has it");
    let day = |text: &str| text.parse::<Date>().expect("a test writes real days");
    assert_eq!(rule.money_on(day("2021-12-31")), None);
    assert_eq!(rule.money_on(day("2022-01-01")), Some(Cents(40_000)));
    assert_eq!(rule.amount_on(day("2026-11-20")), Some(120));
}

#[test]
fn business_days_leave_out_weekends_and_the_holidays_themselves() {
    let day = |text: &str| text.parse::<Date>().expect("a test writes real days");
    for (holiday, name) in [
        ("2026-01-19", "Birthday of Martin Luther King, Jr."),
        ("2026-05-25", "Memorial Day"),
        ("2026-09-07", "Labor Day"),
        ("2026-10-12", "Columbus Day"),
        ("2026-11-26", "Thanksgiving Day"),
        ("2027-06-19", "Juneteenth National Independence Day"),
        ("2027-07-04", "Independence Day"),
    ] {
        assert_eq!(book().holiday(day(holiday)).map(|holiday| holiday.name.as_str()), Some(name), "{holiday}");
    }
    // The Friday on which Juneteenth is observed, and the Monday for July 4, are days like others.
    assert!(book().is_business_day(day("2027-06-18")));
    assert!(book().is_business_day(day("2027-07-05")));
    assert!(!book().is_business_day(day("2026-05-30")));
}

#[test]
fn a_clock_in_months_says_what_a_short_month_does() {
    let months = book().rules.iter().filter(|rule| {
        let in_months = rule.counts.as_ref().is_some_and(|counts| counts.unit == Unit::Months);
        in_months && rule.of_state.is_empty() && rule.id.starts_with("external-review")
    });
    for rule in months {
        let from = "2026-10-31".parse().expect("a real day");
        let end = deadlines::count(rule, from, book()).expect("counts").unrolled;
        let shown = format!("{end}");
        assert!(["2027-02-28", "2027-03-01"].contains(&shown.as_str()), "{}: {shown}", rule.id);
    }
}

#[test]
fn an_amount_holds_from_its_day_and_a_source_grows_stale() {
    let rule = book().rule("internal-appeal-window").expect("the book has it");
    let day = |text: &str| text.parse::<Date>().expect("a test writes real days");
    assert_eq!(rule.amount_on(day("2016-12-31")), None);
    assert_eq!(rule.amount_on(day("2017-01-01")), Some(180));
    let source = book().binding(rule, CoverageKind::Individual).expect("bound");
    assert!(!source.is_stale(source.recheck_on.minus_days(1)));
    assert!(source.is_stale(source.recheck_on));
}
