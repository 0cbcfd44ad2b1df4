//! The call companion: what to have and say on one half, notes while talking on the other.

use yew::prelude::*;

use super::frame::{CaseFrame, CaseProps};
use super::now;
use crate::case::{Call, Case, Change, Number};
use crate::civil::Date;
use crate::kinds::Who;
use crate::kinds::{CallKind, Field as Fact, LetterKind};
use crate::rulebook::schema::{Branch, Opens, Warning};
use crate::steps::Script;
use crate::storage::DraftKey;
use crate::ui::parts::{DateField, DateText, Entry, ErrorLine, ErrorSummary, Field, Heading, Here, Icon, Sign, Why};
use crate::ui::route::Route;
use crate::ui::store::Act;
use crate::words;

/// Which call of which case.
#[derive(Properties, PartialEq)]
pub struct CallPageProps {
    /// The case and the day.
    pub of: CaseProps,
    /// The kind of call.
    pub kind: CallKind,
}

/// The call companion.
#[component]
pub fn CallPage(props: &CallPageProps) -> Html {
    let CaseProps { case, today } = &props.of;
    let steps = now::steps(case, *today);
    let script = steps.script(props.kind);
    let warnings: Vec<&Warning> = steps.warnings_beside(Opens::Call(props.kind)).collect();
    let title = words::steps::call(props.kind);
    let with = script.map_or(Who::Insurer, |script| script.with);
    let heard = use_state_eq(Vec::<AttrValue>::new);
    let onheard = {
        let heard = heard.clone();
        Callback::from(move |said: AttrValue| {
            if !heard.contains(&said) {
                heard.set(heard.iter().cloned().chain([said]).collect());
            }
        })
    };
    html! {
        <CaseFrame case={case.clone()} here={Here::Letters}>
            <Heading text={title} />
            <div class="call-notes">
                { prep(case, script, &warnings, &onheard) }
                <Pad case={case.clone()} today={*today} kind={props.kind} {with} heard={(*heard).clone()} />
            </div>
        </CaseFrame>
    }
}

/// What to have at hand and what to say.
fn prep(case: &Case, script: Option<&Script>, warnings: &[&Warning], heard: &Callback<AttrValue>) -> Html {
    // The newest letter names the office that is asked now; what it leaves out stands in the first.
    let known =
        |field| case.fact(field).or_else(|| case.denial_fact(field)).map(|fact| words::fields::say(&fact.value));
    let phone = known(Fact::AppealPhone);
    let at_hand = [Fact::MemberId, Fact::GroupNumber, Fact::ClaimNumber, Fact::ReferenceNumber, Fact::ServiceDate];
    let at_hand = at_hand.into_iter().filter_map(|field| Some((words::fields::name(field), known(field)?)));
    html! {
        <section class="call-notes__prep stack" aria-labelledby="prep">
            <h2 class="call-notes__title" id="prep">{ "What to have and say" }</h2>
            if let Some(phone) = phone {
                <p class="phone"><Icon sign={Sign::Phone} /><a class="phone__link" href={format!("tel:{}", digits(&phone))}>{ phone }</a></p>
            } else {
                <p>{ "The number to call is on the letter, or on the back of the insurance card." }</p>
            }
            <dl class="call-notes__hand">
                { for at_hand.map(|(name, value)| html! {
                    <div class="call-notes__item"><dt>{ name }</dt><dd>{ value }</dd></div>
                }) }
            </dl>
            { for warnings.iter().map(|warning| html! { <p>{ warning.text.clone() }</p> }) }
            if let Some(call) = script {
                if !call.have_ready.is_empty() {
                    <Why ask="What else to have ready">
                        <ul>{ for call.have_ready.iter().map(|item| html! { <li>{ item }</li> }) }</ul>
                    </Why>
                }
                <p class="call-script__say">{ format!("\u{201c}{}\u{201d}", call.opening) }</p>
                <ol class="call-script">
                    { for call.questions.iter().map(|question| html! {
                        <ScriptStep key={question.ask.clone()} say={question.ask.clone()} why={question.why.clone()}
                            answers={answers(call, Some(&question.key))} heard={heard.clone()} />
                    }) }
                </ol>
                { any_time(call, heard) }
                <p class="call-script__say">{ format!("\u{201c}{}\u{201d}", call.closing) }</p>
            }
        </section>
    }
}

/// What they may say to a question, or at any time, and what to do then.
fn answers(call: &Script, question: Option<&str>) -> Vec<(AttrValue, AttrValue)> {
    let asked = |key: &str| call.questions.iter().any(|question| question.key == key);
    let here = |branch: &&&Branch| match question {
        Some(key) => branch.after == key,
        None => !asked(&branch.after),
    };
    let said = |branch: &&Branch| (branch.if_they_say.clone().into(), branch.then.clone().into());
    call.branches.iter().filter(here).map(said).collect()
}

fn any_time(call: &Script, heard: &Callback<AttrValue>) -> Html {
    let answers = answers(call, None);
    if answers.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ "They may also say" }</h3>
            <ul class="call-script__answers">
                { for answers.into_iter().map(|(say, then)| html! { <Answer key={then.to_string()} {say} then={then.clone()} heard={heard.clone()} /> }) }
            </ul>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct AnswerProps {
    say: AttrValue,
    then: AttrValue,
    heard: Callback<AttrValue>,
}

/// Something that they may say: what to do then, and a button that writes it into the notes.
#[component]
fn Answer(props: &AnswerProps) -> Html {
    let note = {
        let (heard, say) = (props.heard.clone(), props.say.clone());
        Callback::from(move |_: MouseEvent| heard.emit(say.clone()))
    };
    html! {
        <li class="call-script__answer">
            <p>{ format!("If they say \u{201c}{}\u{201d}: ", props.say) }<span class="call-script__then">{ props.then.clone() }</span></p>
            <button class="button" type="button" data-state="quiet" onclick={note}>
                { "They said this" }<span class="visually-hidden">{ format!("({}): add it to the notes", props.say) }</span>
            </button>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct ScriptStepProps {
    say: AttrValue,
    why: AttrValue,
    answers: Vec<(AttrValue, AttrValue)>,
    heard: Callback<AttrValue>,
}

/// One question of the script, with a box to tick once it was asked.
#[component]
fn ScriptStep(props: &ScriptStepProps) -> Html {
    let asked = use_state_eq(|| false);
    let onchange = {
        let asked = asked.clone();
        Callback::from(move |_: Event| asked.set(!*asked))
    };
    html! {
        <li class="call-script__step" data-state={asked.then_some("asked")}>
            <p class="call-script__say">{ format!("\u{201c}{}\u{201d}", props.say) }</p>
            <p class="call-script__why">{ props.why.clone() }</p>
            <label class="call-script__done"><input class="call-script__check" type="checkbox" checked={*asked} {onchange} />{ "Asked" }</label>
            if !props.answers.is_empty() {
                <ul class="call-script__answers">
                    { for props.answers.iter().map(|(say, then)| html! {
                        <Answer key={say.to_string()} say={say.clone()} then={then.clone()} heard={props.heard.clone()} />
                    }) }
                </ul>
            }
        </li>
    }
}

/// The notes as typed, whether or not they are whole.
#[derive(Clone, Debug, Default, PartialEq)]
struct Notes {
    on: DateText,
    time: String,
    person: String,
    department: String,
    reference: String,
    said: String,
    promised: String,
    promised_by: DateText,
    follow_up: DateText,
}

/// Parts the fields of a draft; cannot be typed.
const BETWEEN: char = '\u{1f}';

impl Notes {
    fn new(today: Date) -> Self {
        Self { on: DateText::of(today), ..Self::default() }
    }

    /// The notes as one text, for the draft.
    fn draft(&self) -> String {
        let date = |date: &DateText| format!("{}/{}/{}", date.month.unwrap_or_default(), date.day, date.year);
        let (on, by, follow_up) = (date(&self.on), date(&self.promised_by), date(&self.follow_up));
        let fields: [&str; 9] = [
            &on,
            &self.time,
            &self.person,
            &self.department,
            &self.reference,
            &self.said,
            &self.promised,
            &by,
            &follow_up,
        ];
        fields.join(&BETWEEN.to_string())
    }

    /// The notes of a draft, or nothing if it is not one.
    fn from_draft(draft: &str) -> Option<Self> {
        let date = |text: &str| {
            let mut parts = text.splitn(3, '/');
            let month = parts.next()?.parse().ok().filter(|month| (1..=12).contains(month));
            Some(DateText { month, day: parts.next()?.to_owned(), year: parts.next()?.to_owned() })
        };
        let fields: Vec<&str> = draft.split(BETWEEN).collect();
        let [on, time, person, department, reference, said, promised, by, follow_up] = fields.as_slice() else {
            return None;
        };
        Some(Self {
            on: date(on)?,
            time: (*time).to_owned(),
            person: (*person).to_owned(),
            department: (*department).to_owned(),
            reference: (*reference).to_owned(),
            said: (*said).to_owned(),
            promised: (*promised).to_owned(),
            promised_by: date(by)?,
            follow_up: date(follow_up)?,
        })
    }

    /// What is wrong, field by field.
    fn problems(&self) -> Vec<ErrorLine> {
        let mut lines = Vec::new();
        let mut date = |id: &str, date: &DateText, needed: bool| {
            if (needed || !date.is_empty())
                && let Some(text) = date.problem()
            {
                lines.push(ErrorLine { field: format!("{id}-month").into(), text: text.into() });
            }
        };
        date("call-on", &self.on, true);
        date("call-by", &self.promised_by, false);
        date("call-follow", &self.follow_up, false);
        if self.said.trim().is_empty() && self.promised.trim().is_empty() {
            let text = "Write down what they said, even if it is one line.";
            lines.push(ErrorLine { field: "call-said".into(), text: text.into() });
        }
        lines
    }

    fn call(&self, case: &Case, kind: CallKind, with: Who) -> Option<Call> {
        Some(Call {
            number: Number(case.next_number),
            kind,
            with,
            on: self.on.day()?,
            time: self.time.trim().to_owned(),
            phone: case.text(Fact::AppealPhone).map(|fact| fact.value.to_owned()).unwrap_or_default(),
            person: self.person.trim().to_owned(),
            department: self.department.trim().to_owned(),
            reference: self.reference.trim().to_owned(),
            said: self.said.trim().to_owned(),
            promised: self.promised.trim().to_owned(),
            promised_by: self.promised_by.day(),
            follow_up: self.follow_up.day().or(self.promised_by.day()),
        })
    }
}

#[derive(Properties, PartialEq)]
struct PadProps {
    case: std::rc::Rc<Case>,
    today: Date,
    kind: CallKind,
    with: Who,
    /// What was ticked in the script as said, in order.
    heard: Vec<AttrValue>,
}

/// What becomes of the notes.
#[derive(Clone, Copy, PartialEq)]
enum Then {
    WriteTheLetter,
    KeepOnly,
}

/// Notes while talking.
#[component]
fn Pad(props: &PadProps) -> Html {
    let act = use_context::<Act>().expect("the app gives it to every page");
    let what = format!("call-{}", props.kind.key());
    let key = DraftKey { case: Some(props.case.id.clone()), what };
    let notes = {
        let (read, key, today) = (act.desk.read.clone(), key.clone(), props.today);
        use_state(move || {
            let kept = read.emit(key).and_then(|draft| Notes::from_draft(&draft));
            kept.unwrap_or_else(|| Notes::new(today))
        })
    };
    let problems = use_state_eq(Vec::<ErrorLine>::new);
    let change = {
        let (notes, key, typed) = (notes.clone(), key.clone(), act.desk.typed.clone());
        move |next: Notes| {
            typed.emit((key.clone(), next.draft()));
            notes.set(next);
        }
    };
    {
        let (heard, notes, change) = (props.heard.clone(), notes.clone(), change.clone());
        use_effect_with(heard, move |heard: &Vec<AttrValue>| {
            if let Some(said) = heard.last() {
                let line = format!("They said: {said}.");
                let said = [notes.said.trim_end(), &line]
                    .into_iter()
                    .filter(|text| !text.is_empty())
                    .collect::<Vec<_>>()
                    .join("\n");
                change(Notes { said, ..(*notes).clone() });
            }
        });
    }
    macro_rules! text {
        ($field:ident) => {{
            let (notes, change) = (notes.clone(), change.clone());
            Callback::from(move |text: String| change(Notes { $field: text, ..(*notes).clone() }))
        }};
    }
    macro_rules! date {
        ($field:ident) => {{
            let (notes, change) = (notes.clone(), change.clone());
            Callback::from(move |date: DateText| change(Notes { $field: date, ..(*notes).clone() }))
        }};
    }
    let keep = |then: Then| {
        let (notes, problems, act, key) = (notes.clone(), problems.clone(), act.clone(), key.clone());
        let (case, today, kind, with) = (props.case.clone(), props.today, props.kind, props.with);
        Callback::from(move |_: MouseEvent| {
            let wrong = notes.problems();
            let Some(call) = notes.call(&case, kind, with).filter(|_| wrong.is_empty()) else {
                problems.set(wrong);
                return;
            };
            let number = call.number;
            let mut changes = vec![Change::CallLogged(call)];
            if then == Then::WriteTheLetter {
                changes.push(Change::LetterBegun { kind: LetterKind::L22, about_call: Some(number) });
            }
            match act.change(&case, today, changes) {
                Ok(()) => {
                    act.desk.done.emit(key.clone());
                    let id = case.id.0.clone();
                    act.go.emit(match then {
                        Then::WriteTheLetter => Route::Letter { id, letter: number.0 + 1 },
                        Then::KeepOnly => Route::Letters { id },
                    });
                }
                Err(refusal) => {
                    let text = words::both(&refusal);
                    problems.set(vec![ErrorLine { field: "call-on-month".into(), text: text.into() }]);
                }
            }
        })
    };
    let error = |id: &str| -> AttrValue {
        problems.iter().find(|line| line.field.starts_with(id)).map(|line| line.text.clone()).unwrap_or_default()
    };
    html! {
        <section class="call-notes__pad stack" aria-labelledby="pad">
            <h2 class="call-notes__title" id="pad">{ "Notes" }</h2>
            <ErrorSummary lines={(*problems).clone()} />
            <Field id="call-person" label="Who are you talking to?" hint="Ask for the name, and how it is spelled."
                value={notes.person.clone()} onchange={text!(person)} />
            <Field id="call-department" label="Their department" value={notes.department.clone()} onchange={text!(department)} />
            <Field id="call-reference" label="Reference number of the call" entry={Entry::Number}
                value={notes.reference.clone()} onchange={text!(reference)} />
            <Field id="call-said" label="What they say" entry={Entry::Lines(6)} error={error("call-said")}
                value={notes.said.clone()} onchange={text!(said)} oninput={Some(text!(said))} />
            <Field id="call-promised" label="What they promise" entry={Entry::Lines(2)}
                value={notes.promised.clone()} onchange={text!(promised)} oninput={Some(text!(promised))} />
            <DateField id="call-by" legend="By when?" hint="Leave it empty if they name no day." error={error("call-by")}
                value={notes.promised_by.clone()} onchange={date!(promised_by)} />
            <DateField id="call-follow" legend="When will you ask again?" hint="If you leave it empty, it is the day that they promised."
                error={error("call-follow")} value={notes.follow_up.clone()} onchange={date!(follow_up)} />
            <DateField id="call-on" legend="Day of the call" error={error("call-on")} value={notes.on.clone()} onchange={date!(on)} />
            <Field id="call-time" label="Time of the call" hint="For example 2:15 in the afternoon."
                value={notes.time.clone()} onchange={text!(time)} />
            <div class="cluster">
                <button class="button" type="button" data-state="primary" onclick={keep(Then::WriteTheLetter)}>
                    { "Keep the notes and write the confirmation" }
                </button>
                <button class="button" type="button" data-state="secondary" onclick={keep(Then::KeepOnly)}>{ "Keep the notes" }</button>
            </div>
            <p class="live" role="status">{ "What you type is kept on this device as you go." }</p>
        </section>
    }
}

/// The digits of a telephone number, for a `tel:` link.
fn digits(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_come_back_from_their_draft() {
        let notes = Notes {
            person: "Maria \u{2014} \u{645}\u{631}\u{64a}\u{645}".into(),
            said: "Line one\nline two / three".into(),
            follow_up: DateText { month: Some(2), day: "3x".into(), year: String::new() },
            ..Notes::default()
        };
        assert_eq!(Notes::from_draft(&notes.draft()), Some(notes));
    }

    #[test]
    fn a_draft_of_something_else_is_no_notes() {
        assert_eq!(Notes::from_draft("Dear Sir"), None);
    }
}
