//! A day as Month (a list of names), Day, Year. Keeps what was typed until it reads as a day.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::civil::Date;
use crate::paper::{MONTHS, weekday_day};

/// What was chosen and typed, whether or not it is a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateText {
    /// 1 to 12, or nothing chosen.
    pub month: Option<u32>,
    /// As typed.
    pub day: String,
    /// As typed.
    pub year: String,
}

impl DateText {
    /// The parts of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self { month: Some(day.month()), day: day.day().to_string(), year: day.year().to_string() }
    }

    /// Whether nothing was chosen or typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.month.is_none() && self.day.trim().is_empty() && self.year.trim().is_empty()
    }

    /// The day, if the parts are one.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        Date::new(self.year.trim().parse().ok()?, self.month?, self.day.trim().parse().ok()?)
    }

    /// What is wrong and what to do, when the parts are not a day.
    #[must_use]
    pub fn problem(&self) -> Option<String> {
        if self.day().is_some() {
            return None;
        }
        let Some(month) = self.month else { return Some("Choose the month.".into()) };
        let name = MONTHS.get(month as usize - 1).copied().unwrap_or_default();
        let Some(year) = self.year.trim().parse::<i32>().ok().filter(|year| (1900..2200).contains(year)) else {
            return Some("Type the year with four digits, like 2026.".into());
        };
        let last = (28..=31).rev().find(|day| Date::new(year, month, *day).is_some()).unwrap_or(31);
        Some(match self.day.trim().parse::<u32>() {
            Ok(_) => format!("{name} {year} has {last} days. Check the day."),
            Err(_) => format!("Type the day as a number from 1 to {last}."),
        })
    }
}

/// The question and its parts.
#[derive(Properties, PartialEq)]
pub struct DateFieldProps {
    /// The field's id; its parts are `{id}-month`, `{id}-day`, `{id}-year`.
    pub id: AttrValue,
    /// The question.
    pub legend: AttrValue,
    /// A hint; may be empty.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is wrong; empty when nothing is.
    #[prop_or_default]
    pub error: AttrValue,
    /// What stands in it.
    pub value: DateText,
    /// Told what stands in it.
    pub onchange: Callback<DateText>,
}

/// A day as Month, Day, Year.
#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let id = |part: &str| format!("{}-{part}", props.id);
    let wrong = !props.error.is_empty();
    let invalid = wrong.then_some("true");
    let described: Vec<String> =
        [(!props.hint.is_empty()).then(|| id("hint")), wrong.then(|| id("error"))].into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let value = props.value.clone();
    let onmonth = props.onchange.reform(move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        DateText { month: chosen.parse().ok(), ..value.clone() }
    });
    let value = props.value.clone();
    let onday = props.onchange.reform(move |event: Event| DateText {
        day: event.target_unchecked_into::<HtmlInputElement>().value(),
        ..value.clone()
    });
    let value = props.value.clone();
    let onyear = props.onchange.reform(move |event: Event| DateText {
        year: event.target_unchecked_into::<HtmlInputElement>().value(),
        ..value.clone()
    });
    html! {
        <fieldset class="date-field" data-state={wrong.then_some("wrong")} aria-describedby={described}>
            <legend class="date-field__legend">{ props.legend.clone() }</legend>
            if !props.hint.is_empty() {
                <p class="date-field__hint" id={id("hint")}>{ props.hint.clone() }</p>
            }
            if wrong {
                <p class="date-field__error" id={id("error")}><span class="visually-hidden">{ "Error: " }</span>{ props.error.clone() }</p>
            }
            <div class="date-field__parts">
                <div class="date-field__part">
                    <label class="date-field__label" for={id("month")}>{ "Month" }</label>
                    <select class="date-field__input" data-part="month" id={id("month")} aria-invalid={invalid} onchange={onmonth}>
                        <option value="" selected={props.value.month.is_none()}>{ "Month" }</option>
                        { for (1..).zip(MONTHS).map(|(at, name): (u32, &str)| html! {
                            <option value={at.to_string()} selected={props.value.month == Some(at)}>{ name }</option>
                        }) }
                    </select>
                </div>
                <div class="date-field__part">
                    <label class="date-field__label" for={id("day")}>{ "Day" }</label>
                    <input class="date-field__input" data-part="day" id={id("day")} inputmode="numeric" autocomplete="off"
                        value={props.value.day.clone()} aria-invalid={invalid} onchange={onday} />
                </div>
                <div class="date-field__part">
                    <label class="date-field__label" for={id("year")}>{ "Year" }</label>
                    <input class="date-field__input" data-part="year" id={id("year")} inputmode="numeric" autocomplete="off"
                        value={props.value.year.clone()} aria-invalid={invalid} onchange={onyear} />
                </div>
            </div>
            // Its room is kept: what stands below must not move away from under the finger that leaves the field.
            <p class="date-field__read">{ props.value.day().map(weekday_day).unwrap_or_default() }</p>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(month: Option<u32>, day: &str, year: &str, expected: &str) {
        let text = DateText { month, day: day.into(), year: year.into() };
        assert_eq!(text.problem().unwrap_or_default(), expected, "{text:?}");
    }

    #[test]
    fn a_day_that_the_month_lacks_says_how_many_it_has() {
        check(Some(2), "30", "2024", "February 2024 has 29 days. Check the day.");
        check(Some(2), "0", "2023", "February 2023 has 28 days. Check the day.");
        check(Some(4), "31", "2026", "April 2026 has 30 days. Check the day.");
    }

    #[test]
    fn a_missing_part_is_named() {
        check(None, "3", "2024", "Choose the month.");
        check(Some(2), "third", "2024", "Type the day as a number from 1 to 29.");
        check(Some(2), "3", "24", "Type the year with four digits, like 2026.");
        check(Some(2), "3", "2024", "");
    }
}
