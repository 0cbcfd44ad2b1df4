//! The two clocks drawn on one line. A table with the same dates must stand beside it for those who cannot see it.

use yew::prelude::*;

use crate::civil::Date;
use crate::paper::{MONTHS, long_day};

/// Whose clock a date belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// By when must I act.
    Mine,
    /// By when must they answer.
    Theirs,
}

impl Lane {
    fn key(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Theirs => "theirs",
        }
    }
}

/// A date on the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The letter that names it on the page.
    pub key: char,
    /// Whose it is.
    pub lane: Lane,
    /// The day.
    pub day: Date,
    /// What is due.
    pub what: String,
}

/// The dates and today.
#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    /// Today.
    pub today: Date,
    /// The dates.
    pub marks: Vec<Mark>,
}

/// The share of the axis on which a day stands, in thousandths.
#[derive(Clone, Copy)]
struct Axis {
    first: Date,
    days: i64,
}

impl Axis {
    fn over(today: Date, marks: &[Mark]) -> Self {
        let all = || marks.iter().map(|mark| mark.day).chain([today]);
        let first = all().min().unwrap_or(today).minus_days(7);
        let last = all().max().unwrap_or(today).plus_days(14);
        Self { first, days: first.days_until(last).max(1) }
    }

    /// Thousandths of the width, kept off the edges so that a mark is whole.
    fn at(self, day: Date) -> i64 {
        40 + self.first.days_until(day).clamp(0, self.days) * 920 / self.days
    }

    /// The firsts of months to mark, at most eight.
    fn months(self) -> Vec<Date> {
        let start = Date::new(self.first.year(), self.first.month(), 1).unwrap_or(self.first);
        let last = self.first.plus_days(u32::try_from(self.days).unwrap_or(0));
        let count = u32::try_from(self.days / 30).unwrap_or(0) + 2;
        let firsts: Vec<Date> = (0..count)
            .map(|months| start.last_day_after_months(months))
            .filter(|day| *day >= self.first && *day <= last)
            .collect();
        let step = firsts.len().div_ceil(8).max(1);
        firsts.into_iter().step_by(step).collect()
    }
}

fn percent(thousandths: i64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// The two clocks drawn on one line.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let axis = Axis::over(props.today, &props.marks);
    let said = props.marks.iter().map(|mark| {
        let whose = if mark.lane == Lane::Mine { "You" } else { "They" };
        format!("{whose}, by {}: {} ({}).", long_day(mark.day), mark.what, mark.key)
    });
    let said = [format!("Today is {}.", long_day(props.today))].into_iter().chain(said).collect::<Vec<_>>().join(" ");
    let today = axis.at(props.today);
    let anchor = match today {
        0..=99 => Some("start"),
        900.. => Some("end"),
        _ => None,
    };
    // Marks of a lane that would touch stand one behind the other.
    let mut last = [None::<i64>; 2];
    let mark = |mark: &Mark| {
        let at = axis.at(mark.day);
        let lane = usize::from(mark.lane == Lane::Theirs);
        let near = last[lane].is_some_and(|before| (at - before).abs() < 80);
        last[lane] = (!near).then_some(at);
        let y = match (mark.lane, near) {
            (Lane::Mine, false) => "2.6em",
            (Lane::Mine, true) => "0.8em",
            (Lane::Theirs, false) => "7.6em",
            (Lane::Theirs, true) => "9.2em",
        };
        let x = percent(at);
        let side = mark.lane.key();
        html! {
            <>
                <line class="timeline__stem" data-side={side} x1={x.clone()} x2={x.clone()} y1={y} y2="4.6em" />
                <svg class="timeline__mark" data-side={side} x={x} y={y} overflow="visible">
                    if mark.lane == Lane::Mine {
                        <circle class="timeline__shape" r="0.85em" />
                    } else {
                        <rect class="timeline__shape" x="-0.8em" y="-0.8em" width="1.6em" height="1.6em" />
                    }
                    <text class="timeline__key" y="0.36em">{ mark.key.to_string() }</text>
                </svg>
            </>
        }
    };
    html! {
        <figure class="timeline">
            <svg class="timeline__picture" role="img" aria-label={said}>
                <line class="timeline__axis" x1="0" x2="100%" y1="4.6em" y2="4.6em" />
                    { for axis.months().into_iter().map(|month| {
                        let x = percent(axis.at(month));
                        let name: String = MONTHS[month.month() as usize - 1].chars().take(3).collect();
                        html! {
                            <>
                                <line class="timeline__tick" x1={x.clone()} x2={x.clone()} y1="4.3em" y2="4.9em" />
                                <text class="timeline__month" {x} y="6.1em">{ name }</text>
                            </>
                        }
                    }) }
                <line class="timeline__today" x1={percent(today)} x2={percent(today)} y1="1.4em" y2="4.6em" />
                <text class="timeline__today-word" x={percent(today)} y="1em" data-state={anchor}>{ "Today" }</text>
                { for props.marks.iter().map(mark) }
            </svg>
            <figcaption class="timeline__legend">
                <span class="timeline__lane" data-side="mine">{ "Yours: you must act" }</span>
                <span class="timeline__lane" data-side="theirs">{ "Theirs: they must answer" }</span>
            </figcaption>
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a test writes real days")
    }

    #[test]
    fn days_stand_in_their_order_and_inside_the_picture() {
        let mark = |text: &str| Mark { key: 'A', lane: Lane::Mine, day: day(text), what: String::new() };
        let marks = [mark("2024-07-12"), mark("2024-09-10")];
        let axis = Axis::over(day("2024-02-01"), &marks);
        let at: Vec<i64> = ["2024-02-01", "2024-07-12", "2024-09-10"].iter().map(|text| axis.at(day(text))).collect();
        assert!(at.is_sorted() && at[0] >= 40 && at[2] <= 960, "{at:?}");
        assert!(axis.months().len() <= 8);
    }

    #[test]
    fn one_day_alone_is_a_line_too() {
        let axis = Axis::over(day("2024-02-01"), &[]);
        assert!((40..=960).contains(&axis.at(day("2024-02-01"))));
    }
}
