//! Another paper for the case: its words pasted or dropped, its lines looked at, what it says confirmed together.

use std::rc::Rc;

use yew::prelude::*;

use crate::case::{Case, Change, Number, Statement};
use crate::civil::Date;
use crate::importers::bill::Draft;
use crate::intake::bill;
use crate::kinds::StatementKind;
use crate::storage::DraftKey;
use crate::ui::parts::{ErrorLine, ErrorSummary, Lines, TextDrop, words_in};
use crate::ui::store::Act;
use crate::words;

/// The case.
#[derive(Properties, PartialEq)]
pub struct AddPaperProps {
    /// The case.
    pub case: Rc<Case>,
    /// Today.
    pub today: Date,
}

/// Words that were read, and not yet confirmed.
struct Coming {
    text: String,
    draft: Rc<Draft>,
}

/// Another paper for the case.
#[component]
pub fn AddPaper(props: &AddPaperProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let AddPaperProps { case, today } = props;
    let key = |what: &str| DraftKey { case: Some(case.id.clone()), what: what.into() };
    let (of_text, of_lines) = (key("paper"), key("paper-lines"));
    let area = use_node_ref();
    let coming = use_state(|| None::<Rc<Coming>>);
    let problem = use_state_eq(String::new);
    let said = use_state_eq(String::new);
    let first = {
        let (read, key) = (act.desk.read.clone(), of_text.clone());
        use_memo((), move |()| read.emit(key).unwrap_or_default())
    };
    let oninput = {
        let key = of_text.clone();
        act.desk.typed.reform(move |text: String| (key.clone(), text))
    };
    let onproblem = {
        let problem = problem.clone();
        Callback::from(move |said: String| problem.set(said))
    };
    let read = {
        let (area, coming, problem, said) = (area.clone(), coming.clone(), problem.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            let text = words_in(&area);
            match bill::read(&text) {
                Ok(draft) => {
                    problem.set(String::new());
                    said.set(String::new());
                    coming.set(Some(Rc::new(Coming { text, draft: Rc::new(draft) })));
                }
                Err(error) => problem.set(words::both(&error)),
            }
        })
    };
    let Some(paper) = &*coming else {
        let lines = if problem.is_empty() {
            Vec::new()
        } else {
            vec![ErrorLine { field: "paper-text".into(), text: (*problem).clone().into() }]
        };
        return html! {
            <section class="stack" aria-labelledby="add">
                <h2 id="add">{ "Add a bill, an EOB, a receipt or an estimate" }</h2>
                <ErrorSummary {lines} />
                <p class="live" role="status">{ (*said).clone() }</p>
                <TextDrop id="paper-text" label="Its words" hint={words::intake::CAMERA} first={(*first).clone()} {area} wrong={!problem.is_empty()} {oninput} {onproblem} />
                <p><button class="button" type="button" data-state="secondary" onclick={read}>{ "Read it" }</button></p>
            </section>
        };
    };
    let kind = paper.draft.kind.as_ref().map_or(StatementKind::Bill, |read| read.value);
    let statement = statement(paper, kind, case, *today);
    let ondone = {
        let (act, case, today, paper) = (act.clone(), case.clone(), *today, paper.clone());
        let (coming, problem, said, keys) =
            (coming.clone(), problem.clone(), said.clone(), [of_text, of_lines.clone()]);
        Callback::from(move |statement: Statement| {
            let name = words::bills::kind(statement.kind);
            match act.change(&case, today, confirmed(&paper, &statement, &case, today)) {
                Ok(()) => {
                    for key in &keys {
                        act.desk.done.emit(key.clone());
                    }
                    said.set(format!("{name} added."));
                    coming.set(None);
                }
                Err(refusal) => problem.set(words::both(&refusal)),
            }
        })
    };
    let drop = {
        let coming = coming.clone();
        Callback::from(move |_: MouseEvent| coming.set(None))
    };
    let kept = act.desk.read.emit(of_lines.clone()).map(AttrValue::from);
    let onkeep = act.desk.typed.reform(move |text: String| (of_lines.clone(), text));
    let facts = facts(paper, kind, case, *today);
    html! {
        <section class="stack" aria-labelledby="add">
            <h2 id="add">{ "Is this what stands on it?" }</h2>
            if !facts.is_empty() {
                <dl class="summary-list">
                    { for facts.into_iter().map(|(name, value)| html! {
                        <div class="summary-list__row"><dt class="summary-list__name">{ name }</dt><dd class="summary-list__value">{ value }</dd></div>
                    }) }
                </dl>
            }
            <Lines {statement} draft={Some(paper.draft.clone())} {kept} today={*today} done="Yes, this is on it" refused={(*problem).clone()} {onkeep} {ondone} />
            <p><button class="button" type="button" data-state="quiet" onclick={drop}>{ "Back to its words" }</button></p>
        </section>
    }
}

fn changes(paper: &Coming, kind: StatementKind, case: &Case, today: Date) -> Vec<Change> {
    bill::changes(&paper.draft, kind, &paper.text, "a paper you pasted", case, today)
}

fn statement(paper: &Coming, kind: StatementKind, case: &Case, today: Date) -> Statement {
    let added = changes(paper, kind, case, today).into_iter().find_map(|change| {
        let Change::StatementAdded(statement) = change else { return None };
        Some(statement)
    });
    added.unwrap_or_else(|| Statement::new(Number(case.next_number), kind))
}

/// What the case would learn from the paper.
fn facts(paper: &Coming, kind: StatementKind, case: &Case, today: Date) -> Vec<(&'static str, String)> {
    let learned = changes(paper, kind, case, today).into_iter().filter_map(|change| {
        let Change::Learned { field, value, .. } = change else { return None };
        Some((words::fields::name(field), words::fields::say(&value)))
    });
    learned.collect()
}

/// All that the paper brings, with its lines and totals as they were confirmed.
fn confirmed(paper: &Coming, statement: &Statement, case: &Case, today: Date) -> Vec<Change> {
    let mut changes = changes(paper, statement.kind, case, today);
    for change in &mut changes {
        if let Change::StatementAdded(read) = change {
            *read = Statement { lines: statement.lines.clone(), totals: statement.totals.clone(), ..read.clone() };
        }
    }
    changes
}
