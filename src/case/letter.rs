//! What happens to a letter of a case: begun, put into the person's own words, kept as a version.
//!
//! Knows no wording. A part is a key; that the key is one of a letter's parts is for `letters` to know.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Refusal, TEXT_LIMIT, limit};
use super::{Case, Letter, Link, Number, Version};
use crate::civil::Date;
use crate::kinds::LetterKind;

impl Case {
    pub(super) fn begin_letter(
        &mut self,
        kind: LetterKind,
        about_call: Option<Number>,
        today: Date,
    ) -> Result<(), Refusal> {
        if let Some(number) = about_call.filter(|number| self.call(*number).is_none()) {
            return Err(Refusal::NoSuch { number });
        }
        let number = Number(self.next_number);
        self.take_number(number)?;
        self.letters.push(Letter {
            number,
            kind,
            about_call,
            begun: today,
            edits: BTreeMap::new(),
            links: BTreeMap::new(),
            left_out: BTreeSet::new(),
            order: Vec::new(),
            versions: Vec::new(),
            sendings: Vec::new(),
        });
        Ok(())
    }

    pub(super) fn letter_mut(&mut self, number: Number) -> Result<&mut Letter, Refusal> {
        self.letters.iter_mut().find(|letter| letter.number == number).ok_or(Refusal::NoSuch { number })
    }
}

impl Letter {
    pub(super) fn edit(&mut self, part: String, text: String, links: Vec<Link>) -> Result<(), Refusal> {
        limit(&text, TEXT_LIMIT)?;
        limit(&links.iter().map(|link| link.words.as_str()).collect::<String>(), TEXT_LIMIT)?;
        if links.is_empty() {
            self.links.remove(&part);
        } else {
            self.links.insert(part.clone(), links);
        }
        self.edits.insert(part, text);
        Ok(())
    }

    pub(super) fn restore(&mut self, part: &str) {
        self.edits.remove(part);
        self.links.remove(part);
    }

    pub(super) fn leave_out(&mut self, part: String) -> Result<(), Refusal> {
        limit(&part, TEXT_LIMIT)?;
        self.left_out.insert(part);
        Ok(())
    }

    /// The part with the words that it had. Words that were emptied are the drafted ones again.
    pub(super) fn put_back(&mut self, part: &str) {
        self.left_out.remove(part);
        if self.edits.get(part).is_some_and(|text| text.trim().is_empty()) {
            self.restore(part);
        }
    }

    pub(super) fn put_in_order(&mut self, order: Vec<String>) -> Result<(), Refusal> {
        limit(&order.concat(), TEXT_LIMIT)?;
        self.order = order;
        Ok(())
    }

    /// Keeps the text as a version unless it is the same as the last one.
    pub(super) fn keep(&mut self, text: String, on: Date) -> Result<(), Refusal> {
        limit(&text, TEXT_LIMIT)?;
        if self.versions.last().is_none_or(|last| last.text != text) {
            self.versions.push(Version { on, text });
        }
        Ok(())
    }
}
