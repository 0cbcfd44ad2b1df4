//! What must hold of a play and of a question about what cannot wait: every word said, and everything named there to be found.

use std::collections::BTreeSet;

use super::super::schema::{Opens, Play, Urgency};
use super::{Entry, Fault, Found, at};

impl Found<'_> {
    pub(super) fn play(&mut self, play: &Play) {
        let entry = at("play", &play.id);
        self.say(&entry, "name", &play.name);
        self.say(&entry, "means", &play.means);
        self.say(&entry, "glance first-step", &play.glance.first_step);
        self.say(&entry, "glance approach", &play.glance.approach);
        self.say_all(&entry, "wins", &play.wins);
        self.say_all(&entry, "weakens", &play.weakens);
        self.say_all(&entry, "approach", &play.approach);
        for code in &play.suggests.codes {
            self.names(&entry, "suggests codes", "code", code);
        }
        if play.tasks.is_empty() {
            self.add(&entry, Fault::Empty { field: "task".to_owned() });
        }
        let mut keys = BTreeSet::new();
        for task in &play.tasks {
            for (field, text) in [("key", &task.key), ("what", &task.what), ("why", &task.why)] {
                self.say(&entry, &format!("task `{}` {field}", task.key), text);
            }
            if !keys.insert(&task.key) {
                self.add(&at("task", &format!("{} {}", play.id, task.key)), Fault::Repeated { times: 2 });
            }
            self.opens(&entry, play, &task.key, task.opens);
            for rule in &task.rules {
                self.names(&entry, &format!("task `{}` rules", task.key), "rule", rule);
            }
            for contact in &task.contacts {
                self.names(&entry, &format!("task `{}` contacts", task.key), "contact", contact);
            }
        }
        for piece in &play.evidence {
            self.say(&entry, &format!("evidence {:?} what", piece.paper), &piece.what);
            self.say(&entry, &format!("evidence {:?} why", piece.paper), &piece.why);
            if let Some(letter) = piece.letter.filter(|letter| !play.letters.contains(letter)) {
                let field = format!("evidence {:?} letter", piece.paper);
                self.add(&entry, Fault::Dangling { field, table: "letter", id: format!("{letter:?}") });
            }
        }
        for call in &play.calls {
            let field = |name: &str| format!("call {:?} {name}", call.kind);
            self.say(&entry, &field("opening"), &call.opening);
            self.say(&entry, &field("closing"), &call.closing);
            self.say_all(&entry, &field("have-ready"), &call.have_ready);
            if call.questions.is_empty() {
                self.add(&entry, Fault::Empty { field: field("question") });
            }
            for question in &call.questions {
                self.say(&entry, &field("question ask"), &question.ask);
                self.say(&entry, &field("question why"), &question.why);
            }
            for branch in &call.branches {
                self.say(&entry, &field("branch key"), &branch.key);
                self.say(&entry, &field("branch if-they-say"), &branch.if_they_say);
                self.say(&entry, &field("branch then"), &branch.then);
                let asked = call.questions.iter().any(|question| question.key == branch.after);
                if !branch.after.is_empty() && !asked {
                    let (field, id) = (field("branch after"), branch.after.clone());
                    self.add(&entry, Fault::Dangling { field, table: "question", id });
                }
            }
        }
        if play.letters.is_empty() {
            self.add(&entry, Fault::Empty { field: "letters".to_owned() });
        }
        for warning in &play.warnings {
            self.say(&entry, "warning text", &warning.text);
            for rule in &warning.rules {
                self.names(&entry, "warning rules", "rule", rule);
            }
        }
    }

    /// What a task opens must be there to be opened.
    fn opens(&mut self, entry: &Entry, play: &Play, task: &str, opens: Opens) {
        let missing = match opens {
            Opens::Call(kind) if play.calls.iter().all(|call| call.kind != kind) => ("call", format!("{kind:?}")),
            Opens::Letter(kind) if !play.letters.contains(&kind) => ("letter", format!("{kind:?}")),
            Opens::Call(_)
            | Opens::Letter(_)
            | Opens::Fact(_)
            | Opens::Papers
            | Opens::Packet
            | Opens::Bill
            | Opens::Options
            | Opens::Nothing => return,
        };
        let (table, id) = missing;
        self.add(entry, Fault::Dangling { field: format!("task `{task}` opens"), table, id });
    }

    pub(super) fn urgency(&mut self, urgency: &Urgency) {
        let entry = at("urgency", &urgency.key);
        self.say(&entry, "question", &urgency.question);
        self.say_all(&entry, "today", &urgency.today);
        for rule in &urgency.rules {
            self.names(&entry, "rules", "rule", rule);
        }
        for contact in &urgency.contacts {
            self.names(&entry, "contacts", "contact", contact);
        }
        // An empty condition would hold in every case.
        if urgency.whens.iter().any(|when| when.timing.is_empty()) {
            self.say(&entry, "when.timing", "");
        }
    }
}
