//! How hard our own words are to read: every play and every page of the guide, by grade and by sentence.
//!
//! Not measured are names of things (they are explained where they stand) and quotations of law, which no play and no
//! page of the guide holds.

mod grade;

use grade::{Count, Grade, sentences, words};
use recourse::rulebook::schema::{Evidence, Play, PlayCall, Task};
use recourse::rulebook::{annex, book};
use recourse::words::guide::glance::{self, Row};
use recourse::words::guide::glossary::{Entry, a_to_z};
use recourse::words::guide::helpers::{self, HELPERS, Help};
use recourse::words::guide::questions::{QUESTIONS, Question};
use recourse::words::guide::steps::{CAUTIONS, DECISIONS, STEPS, Step, WINS};
use recourse::words::guide::{Page, Point, Section, codes, habits, law, rights, sharing, states};

/// The highest grade that a page or play may have: the eighth.
const GRADE: Grade = Grade(800);
/// The highest grade that one paragraph may have, so that easy neighbours cannot hide a hard one.
const PARAGRAPH: Grade = Grade(1100);
/// From how many words on a text is a paragraph. In fewer words the names of things weigh too much to be graded.
const A_PARAGRAPH: usize = 20;
/// The most words that a sentence may have.
const WORDS: usize = 30;

/// What is too hard in these texts, a line a complaint.
fn too_hard(name: &str, texts: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let grade = Count::of(texts.iter().copied()).grade();
    if grade > GRADE {
        found.push(format!("{name} reads at grade {grade}; {GRADE} is the most. {}", hardest(texts)));
    }
    for text in texts {
        let count = Count::of([*text]);
        if count.words >= A_PARAGRAPH && count.grade() > PARAGRAPH {
            let grade = count.grade();
            found.push(format!("{name} has a paragraph at grade {grade}; {PARAGRAPH} is the most: {text}"));
        }
    }
    for sentence in texts.iter().flat_map(|text| sentences(text)) {
        let words = words(sentence).count();
        if words > WORDS {
            found.push(format!("{name} has a sentence of {words} words; {WORDS} are the most: {sentence}"));
        }
    }
    found
}

/// Where to begin: the hardest sentences, so that a failure says what to mend.
fn hardest(texts: &[&str]) -> String {
    let mut all: Vec<(Grade, &str)> = texts
        .iter()
        .flat_map(|text| sentences(text))
        .filter(|sentence| words(sentence).count() > 5)
        .map(|sentence| (Count::of([sentence]).grade(), sentence))
        .collect();
    all.sort_by_key(|(grade, _)| std::cmp::Reverse(*grade));
    let lines: Vec<String> =
        all.iter().take(12).map(|(grade, sentence)| format!("\n    {grade}: {sentence}")).collect();
    format!("Its hardest sentences:{}", lines.concat())
}

/// All that a play says to a person. A new field does not compile until somebody decides whether it is read.
pub fn play(play: &Play) -> Vec<&str> {
    let Play {
        id: _,
        name,
        glance,
        suggests: _,
        means,
        wins,
        weakens,
        approach,
        wrong_tool,
        outside_review,
        human_help,
        tasks,
        evidence,
        calls,
        letters: _,
        warnings,
    } = play;
    let mut texts: Vec<&String> = vec![name, &glance.first_step, &glance.approach, means, wrong_tool, human_help];
    texts.extend(wins.iter().chain(weakens).chain(approach));
    texts.extend(outside_review.iter().map(|review| &review.why));
    for Task {
        key: _,
        what,
        why,
        minutes: _,
        phase: _,
        opens: _,
        when: _,
        done_when: _,
        asks_for: _,
        rules: _,
        contacts: _,
    } in tasks
    {
        texts.extend([what, why]);
    }
    for Evidence { paper: _, what, why, from: _, letter: _, when: _ } in evidence {
        texts.extend([what, why]);
    }
    for PlayCall { kind: _, with: _, have_ready, opening, questions, closing, branches, when: _ } in calls {
        texts.extend(have_ready.iter().chain([opening, closing]));
        texts.extend(questions.iter().flat_map(|question| [&question.ask, &question.why]));
        texts.extend(branches.iter().flat_map(|branch| [&branch.if_they_say, &branch.then]));
    }
    texts.extend(warnings.iter().map(|warning| &warning.text));
    texts.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect()
}

/// All that a page of the guide says. A page without an arm here does not compile.
pub fn page(page: Page) -> Vec<&'static str> {
    let mut texts = vec![page.title(), page.lead()];
    match page {
        Page::Steps => {
            for Step { what, why, how, rules: _ } in &STEPS {
                texts.extend([what, why]);
                texts.extend(*how);
            }
            sections(&mut texts, &[DECISIONS, WINS, CAUTIONS]);
        }
        Page::Glance => {
            for Row { problem, first_step, approach, coverage: _, group: _, play: _ } in glance::rows(book()) {
                texts.extend([problem, first_step, approach]);
            }
        }
        Page::Questions => {
            for Question { key: _, ask, answer, next, rules: _, contacts: _, terms: _ } in &QUESTIONS {
                texts.push(ask);
                texts.extend(*answer);
                texts.push(next);
            }
        }
        Page::Glossary => {
            for term in a_to_z() {
                let Entry { key: _, name: _, plain, also: _, finds: _, means, met, rules: _ } = term.entry();
                texts.extend([plain, means, met]);
            }
        }
        Page::Helpers => {
            for Help { key: _, who, good_for, limits, cost, contacts: _ } in &HELPERS {
                texts.extend([who, good_for, limits, helpers::cost(*cost)]);
            }
            sections(&mut texts, &helpers::SECTIONS);
        }
        Page::Sharing => sections(&mut texts, &sharing::SECTIONS),
        Page::Habits => sections(&mut texts, &habits::SECTIONS),
        Page::Law => texts.push(law::STALE),
        Page::States => {
            sections(&mut texts, &states::SECTIONS);
            texts.extend([states::FIND, states::IN_SHORT, states::NOT_KNOWN, states::NOTHING_KNOWN, states::NO_PAGE]);
            texts.extend(states::parts(&annex().states[0]).iter().flat_map(|part| [part.title, part.lead]));
        }
        Page::Codes => {
            texts.extend(codes::SENTENCES);
            texts.extend(annex().families.iter().map(|family| codes::way(family.way)));
            texts.extend(rights::SENTENCES);
        }
    }
    texts
}

fn sections(texts: &mut Vec<&'static str>, sections: &[Section]) {
    for Section { title, points } in sections {
        texts.push(title);
        for Point { what, why, rules: _ } in *points {
            texts.extend([what, why]);
        }
    }
}

#[test]
fn every_page_of_the_guide_is_read_with_ease() {
    let complaints: Vec<String> =
        Page::ALL.into_iter().flat_map(|entry| too_hard(&format!("page {}", entry.key()), &page(entry))).collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_play_is_read_with_ease() {
    let complaints: Vec<String> =
        book().plays.iter().flat_map(|entry| too_hard(&format!("play {}", entry.id), &play(entry))).collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Hard words in sentences of a fair length, so that only the grade of the paragraph can tell.
const HARD_PARAGRAPH: &str = "The administrator's adjudication necessitated comprehensive evaluation of documentation. \
    Contemporaneous substantiation of medical necessity was insufficient. Authorization of benefits was therefore precluded.";

#[test]
fn a_hard_text_is_refused_and_its_long_sentence_named() {
    let hard = "Notwithstanding any determination previously communicated, the administrator's adjudication of the \
        aforementioned reimbursement request necessitated comprehensive evaluation of documentation establishing medical \
        necessity, and the absence of contemporaneous clinical substantiation precluded authorization of benefits.";
    let complaints = too_hard("a hard page", &[hard]);
    assert_eq!(complaints.len(), 3, "{complaints:?}");
    assert!(complaints[0].starts_with("a hard page reads at grade 3"), "{}", complaints[0]);
    assert!(complaints[2].contains("a sentence of 32 words"), "{}", complaints[2]);
    assert!(complaints[2].ends_with("authorization of benefits."), "{}", complaints[2]);

    let long = "We ask and we wait and we call and we write and we ask and we wait and we call and we write and we ask \
        and we wait and we call. Then we rest. We eat. We sleep.";
    let complaints = too_hard("a long page", &[long]);
    assert_eq!(complaints.len(), 1, "easy words do not excuse a long sentence: {complaints:?}");
    assert!(complaints[0].contains("a sentence of 32 words"), "{}", complaints[0]);
    let buried = ["Call them.", "Ask why.", "Write it down.", "Ask for a name.", "Then wait.", HARD_PARAGRAPH];
    let complaints = too_hard("a page with one hard paragraph", &buried);
    assert!(complaints.iter().any(|complaint| complaint.contains("a paragraph at grade")), "{complaints:?}");
    assert!(too_hard("an easy page", &["Call the plan. Ask for the reason."]).is_empty());
}
