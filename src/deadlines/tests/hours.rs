//! Clocks of hours in a case: to the minute where hour and zone are known, by the day and with the question where not.

use super::*;
use crate::civil::Time;
use crate::kinds::TimeZone;

/// An urgent denial of a self-funded plan.
fn urgent(today: &str) -> Told {
    Told::self_funded(today).dated(Field::NoticeDate, "2027-03-10").timing(Timing::Urgent)
}

impl Told {
    /// The appeal went out by this way, at this hour.
    fn sent_at(self, on: &str, how: SentBy, time: &str) -> Self {
        let letter = Number(self.case.next_number);
        let time = Time::as_people_write_it(time);
        let sending = Sending { on: day(on), how, proof: String::new(), arrived: None, time };
        let begun = self.change(Change::LetterBegun { kind: LetterKind::L01, about_call: None });
        begun.change(Change::LetterSent { letter, text: "Please overturn this.".to_owned(), sending })
    }

    fn of_state(self, state: &str) -> Self {
        self.fact(Field::State, Value::Text(state.to_owned()))
    }

    /// Their last day and hour, and the questions on which they rest.
    fn their_hour(&self) -> (String, Option<String>, Vec<Field>) {
        let deadlines = self.deadlines();
        let [theirs] = deadlines.theirs.as_slice() else { panic!("one clock: {deadlines:?}") };
        let dates = when(theirs);
        let because = match &theirs.when {
            Finding::Assumed { because, .. } => because.clone(),
            Finding::Certain(_) | Finding::Unknown { .. } => Vec::new(),
        };
        (dates.last_end.to_string(), dates.at.map(|at| at.to_string()), because)
    }
}

fn at_an_hour(day: &str, hour: &str) -> (String, Option<String>, Vec<Field>) {
    (day.to_owned(), Some(hour.to_owned()), Vec::new())
}

#[test]
fn hours_run_from_the_minute_of_a_fax_by_the_clock_of_the_state() {
    for (state, ends) in [("NY", "18:30"), ("Illinois", "18:30"), ("HI", "17:30"), ("PR", "17:30")] {
        // The clocks go forward on March 14, 2027, but not in Hawaii and Puerto Rico.
        let told = urgent("2027-03-13").of_state(state).sent_at("2027-03-12", SentBy::Fax, "5:30 pm");
        assert_eq!(told.their_hour(), at_an_hour("2027-03-15", ends), "{state}");
    }
}

#[test]
fn a_state_with_two_zones_is_asked_for_and_the_answer_counts() {
    let told = urgent("2027-03-13").of_state("KY").sent_at("2027-03-12", SentBy::Fax, "11:45 pm");
    assert_eq!(told.their_hour(), ("2027-03-15".to_owned(), None, vec![Field::TimeZone]));
    let told = told.fact(Field::TimeZone, Value::Choice(Choice::TimeZone(TimeZone::Central)));
    assert_eq!(told.their_hour(), at_an_hour("2027-03-16", "00:45"));
}

#[test]
fn without_a_state_the_zone_is_not_guessed() {
    let told = urgent("2027-03-13").sent_at("2027-03-12", SentBy::Portal, "5:30 pm");
    assert_eq!(told.their_hour(), ("2027-03-15".to_owned(), None, vec![Field::State]));
}

#[test]
fn an_hour_that_nobody_noted_and_the_hour_of_a_posted_letter_say_nothing() {
    for (how, hour) in [(SentBy::Fax, ""), (SentBy::CertifiedMail, "5:30 pm")] {
        let told = urgent("2027-03-13").of_state("NY").sent_at("2027-03-12", how, hour);
        assert_eq!(told.their_hour(), ("2027-03-15".to_owned(), None, Vec::new()));
    }
}

#[test]
fn an_urgent_request_asks_at_which_hour_it_came() {
    let waits = Told::self_funded("2027-06-02").of_state("Ohio").timing(Timing::Urgent);
    let waits = waits.dated(Field::RequestSent, "2027-06-01");
    assert_eq!(waits.their_hour(), ("2027-06-04".to_owned(), None, vec![Field::RequestTime]));
    let told = waits.fact(Field::RequestTime, Value::Time(Time::NOON));
    assert_eq!(told.their_hour(), at_an_hour("2027-06-04", "12:00"));
}
