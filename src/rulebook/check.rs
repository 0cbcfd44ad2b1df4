//! What must hold of the rulebook before it may be shown to anybody. Returns every problem at once.
//!
//! Knows only the schema: the build script compiles this file too.

pub mod annex;
mod fault;
mod play;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use fault::Fault;

use super::kinds::Confidence;
use super::schema::{Book, Counts, DatedMoney, DatedValue, HolidayOn, LegalKind, Level, Review, Rule, Source, Track};

mod used;

/// The most words that a quotation may have: enough to rely on, too few to stand for the text.
const QUOTE_WORDS: usize = 25;

/// Something in the book that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where.
    pub entry: Entry,
    /// What.
    pub what: Fault,
}

/// An entry of the book.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its table, such as `rule`.
    pub table: &'static str,
    /// Its id.
    pub id: String,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} `{}`", self.table, self.id)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.entry, self.what)
    }
}

/// All entries of the book in the order in which they stand.
#[must_use]
pub fn entries(book: &Book) -> Vec<Entry> {
    let mut all = Vec::new();
    let mut add = |table: &'static str, id: &str| all.push(Entry { table, id: id.to_owned() });
    book.tracks.iter().for_each(|track| add("track", &track_id(track)));
    book.rules.iter().for_each(|rule| add("rule", &rule.id));
    book.reviews.iter().for_each(|review| add("review", &review.id));
    book.sources.iter().for_each(|source| add("source", &source.id));
    book.plays.iter().for_each(|play| add("play", &play.id));
    book.codes.iter().for_each(|code| add("code", &code.code));
    book.groups.iter().for_each(|group| add("group", &group.code));
    book.contacts.iter().for_each(|contact| add("contact", &contact.id));
    book.urgencies.iter().for_each(|urgency| add("urgency", &urgency.key));
    book.holidays.iter().for_each(|holiday| add("holiday", &holiday.name));
    book.owes.iter().for_each(|row| add("owes", &row.id));
    // By state: one that stands in two zones is a repeated entry.
    book.zones.iter().flat_map(|zoned| &zoned.states).for_each(|state| add("zone", state));
    all
}

/// Every problem of the book, in the order of its entries.
#[must_use]
pub fn check(book: &Book) -> Vec<Problem> {
    let mut found = Found { book, problems: Vec::new() };
    found.repeated();
    found.unused();
    book.tracks.iter().for_each(|track| found.track(track));
    book.rules.iter().for_each(|rule| found.rule(rule));
    book.reviews.iter().for_each(|review| found.review(review));
    book.sources.iter().for_each(|source| found.source(source));
    book.plays.iter().for_each(|play| found.play(play));
    book.urgencies.iter().for_each(|urgency| found.urgency(urgency));
    for code in &book.codes {
        found.say(&at("code", &code.code), "plain", &code.plain);
    }
    for group in &book.groups {
        found.say(&at("group", &group.code), "plain", &group.plain);
    }
    for contact in &book.contacts {
        let entry = at("contact", &contact.id);
        found.say(&entry, "name", &contact.name);
        found.say(&entry, "purpose", &contact.purpose);
        if contact.phone.is_empty() && contact.url.is_empty() {
            found.add(&entry, Fault::Empty { field: "phone and url".to_owned() });
        }
        if !contact.url.is_empty() {
            found.url(&entry, &contact.url);
        }
    }
    for row in &book.owes {
        let entry = at("owes", &row.id);
        found.say(&entry, "text", &row.text);
        if row.when.is_empty() && row.codes.is_empty() {
            found.add(&entry, Fault::Empty { field: "when".to_owned() });
        }
        // A code that the book does not know is mistyped.
        for code in row.codes.iter().filter(|code| !book.codes.iter().any(|known| known.code == **code)) {
            found.add(&entry, Fault::Dangling { field: "codes".to_owned(), table: "code", id: code.clone() });
        }
        if let Some(id) = row.rule.as_ref().filter(|id| !book.rules.iter().any(|rule| rule.id == **id)) {
            found.add(&entry, Fault::Dangling { field: "rule".to_owned(), table: "rule", id: id.clone() });
        }
    }
    for zoned in book.zones.iter().filter(|zoned| !book.sources.iter().any(|source| source.id == zoned.source)) {
        let entry = at("zone", &zoned.states.join(" "));
        found.add(&entry, Fault::Dangling { field: "source".to_owned(), table: "source", id: zoned.source.clone() });
    }
    for holiday in &book.holidays {
        let falls = match holiday.on {
            HolidayOn::Day { month, day } => super::civil::Date::new(2028, month, day).is_some(),
            HolidayOn::Nth { month, nth, weekday } => {
                (1..=12).contains(&month) && (1..=5).contains(&nth) && (1..=7).contains(&weekday)
            }
        };
        if !falls {
            found.add(&at("holiday", &holiday.name), Fault::NoSuchDay);
        }
    }
    found.problems
}

fn at(table: &'static str, id: &str) -> Entry {
    Entry { table, id: id.to_owned() }
}

fn track_id(track: &Track) -> String {
    track.id.clone()
}

struct Found<'a> {
    book: &'a Book,
    problems: Vec<Problem>,
}

impl Found<'_> {
    fn add(&mut self, entry: &Entry, what: Fault) {
        self.problems.push(Problem { entry: entry.clone(), what });
    }

    fn say(&mut self, entry: &Entry, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.add(entry, Fault::Empty { field: field.to_owned() });
        }
    }

    fn say_all(&mut self, entry: &Entry, field: &str, texts: &[String]) {
        if texts.is_empty() {
            self.add(entry, Fault::Empty { field: field.to_owned() });
        }
        for (place, text) in texts.iter().enumerate() {
            self.say(entry, &format!("{field} {}", place + 1), text);
        }
    }

    fn names(&mut self, entry: &Entry, field: &str, table: &'static str, id: &str) -> bool {
        let book = self.book;
        let there = match table {
            "rule" => book.rules.iter().any(|rule| rule.id == id),
            "review" => book.reviews.iter().any(|review| review.id == id),
            "source" => book.sources.iter().any(|source| source.id == id),
            "contact" => book.contacts.iter().any(|contact| contact.id == id),
            "code" => book.codes.iter().any(|code| code.code == id),
            _ => false,
        };
        if !there {
            self.add(entry, Fault::Dangling { field: field.to_owned(), table, id: id.to_owned() });
        }
        there
    }

    fn repeated(&mut self) {
        let mut times: BTreeMap<(&'static str, String), usize> = BTreeMap::new();
        for entry in entries(self.book) {
            *times.entry((entry.table, entry.id)).or_default() += 1;
        }
        for ((table, id), times) in times {
            if times > 1 {
                self.add(&at(table, &id), Fault::Repeated { times });
            }
            if id.trim().is_empty() {
                self.add(&at(table, &id), Fault::Empty { field: "id".to_owned() });
            }
        }
    }

    fn track(&mut self, track: &Track) {
        let entry = at("track", &track_id(track));
        for (field, text) in [
            ("name", &track.name),
            ("recognise", &track.recognise),
            ("regulator", &track.regulator),
            ("levels-note", &track.levels_note),
        ] {
            self.say(&entry, field, text);
        }
        if track.levels.is_empty() {
            self.add(&entry, Fault::Empty { field: "level".to_owned() });
        }
        for level in &track.levels {
            self.level(&entry, track, level);
        }
        for right in &track.rights {
            self.bound(&entry, "rights", track, right);
        }
        for review in &track.reviews {
            self.names(&entry, "reviews", "review", review);
        }
        let mut steps = BTreeSet::new();
        for level in track.levels.iter().filter(|level| !steps.insert(&level.id)) {
            self.add(&at("level", &format!("{} {}", track.id, level.id)), Fault::Repeated { times: 2 });
        }
    }

    fn level(&mut self, entry: &Entry, track: &Track, level: &Level) {
        self.say(entry, &format!("{:?} name", level.kind), &level.name);
        self.say(entry, &format!("{:?} decider", level.kind), &level.decider);
        if let Some(rule) = &level.least_sum {
            self.names(entry, &format!("{} least-sum", level.id), "rule", rule);
        }
        if let Some(source) = &level.source {
            self.names(entry, &format!("{} source", level.id), "source", source);
        }
        for (field, clocks) in [("file-by", &level.file_by), ("decide-by", &level.decide_by)] {
            for clock in clocks {
                self.bound(entry, &format!("{:?} {field}", level.kind), track, clock);
                let rule = self.book.rules.iter().find(|rule| rule.id == *clock);
                if rule.is_some_and(|rule| rule.counts.is_none()) {
                    self.add(entry, Fault::NotAClock { rule: clock.clone() });
                }
            }
        }
    }

    fn review(&mut self, review: &Review) {
        let entry = at("review", &review.id);
        for (field, text) in [("name", &review.name), ("decider", &review.decider), ("when", &review.when)] {
            self.say(&entry, field, text);
        }
        self.names(&entry, "source", "source", &review.source);
        for (field, clocks) in [("file-by", &review.file_by), ("decide-by", &review.decide_by)] {
            for clock in clocks {
                self.names(&entry, field, "rule", clock);
            }
        }
    }

    /// A track's rule must exist and have a citation for that track's coverage.
    fn bound(&mut self, entry: &Entry, field: &str, track: &Track, id: &str) {
        if !self.names(entry, field, "rule", id) {
            return;
        }
        let rule = self.book.rules.iter().find(|rule| rule.id == id);
        let binds = |rule: &Rule| {
            let on_it = |coverage| coverage == track.coverage || track.also.contains(&coverage);
            rule.binds_everybody.is_some() || rule.binds.iter().any(|binding| on_it(binding.coverage))
        };
        if rule.is_some_and(|rule| !binds(rule)) {
            self.add(entry, Fault::DoesNotBind { rule: id.to_owned() });
        }
    }

    fn rule(&mut self, rule: &Rule) {
        let entry = at("rule", &rule.id);
        self.say(&entry, "title", &rule.title);
        self.say(&entry, "text", &rule.text);
        if rule.binds.is_empty() && rule.binds_everybody.is_none() {
            self.add(&entry, Fault::BindsNobody);
        }
        if let Some(source) = &rule.binds_everybody {
            self.names(&entry, "binds-everybody", "source", source);
        }
        let mut bound = BTreeSet::new();
        for binding in &rule.binds {
            self.names(&entry, "binds", "source", &binding.source);
            if !bound.insert(binding.coverage) {
                self.add(&entry, Fault::BindsTwice { coverage: format!("{:?}", binding.coverage) });
            }
        }
        match &rule.counts {
            Some(counts) => self.clock(&entry, rule, counts),
            None if !rule.values.is_empty() => self.add(&entry, Fault::HalfAClock),
            None => {}
        }
        let same_day = rule.counts.as_ref().is_some_and(|counts| counts.same_day);
        if !same_day {
            self.amounts(&entry, &rule.values);
        }
        self.money(&entry, &rule.money);
    }

    fn clock(&mut self, entry: &Entry, rule: &Rule, counts: &Counts) {
        if rule.values.is_empty() {
            self.add(entry, Fault::HalfAClock);
        }
        if rule.examples.len() < 2 && rule.of_state.is_empty() {
            self.add(entry, Fault::FewExamples { count: rule.examples.len() });
        }
        match counts.legal_kind {
            LegalKind::Maximum | LegalKind::StateRange if rule.doubt.trim().is_empty() => {
                self.add(entry, Fault::SilentMaximum);
            }
            LegalKind::Maximum | LegalKind::StateRange | LegalKind::Minimum | LegalKind::Fixed => {}
        }
    }

    fn amounts(&mut self, entry: &Entry, values: &[DatedValue]) {
        for value in values.iter().filter(|value| value.amount == 0) {
            self.add(entry, Fault::NoAmount { from: value.from.to_string() });
        }
        if !values.is_sorted_by(|before, after| before.from < after.from) {
            self.add(entry, Fault::AmountsOutOfOrder);
        }
    }

    fn money(&mut self, entry: &Entry, money: &[DatedMoney]) {
        for sum in money.iter().filter(|sum| sum.cents == 0) {
            self.add(entry, Fault::NoAmount { from: sum.from.to_string() });
        }
        if !money.is_sorted_by(|before, after| before.from < after.from) {
            self.add(entry, Fault::AmountsOutOfOrder);
        }
        for pair in money.windows(2) {
            if let [before, after] = pair
                && before.until.is_some_and(|until| until >= after.from)
            {
                self.add(entry, Fault::Overlapping { from: before.from.to_string() });
            }
        }
    }

    fn source(&mut self, source: &Source) {
        let entry = at("source", &source.id);
        let section = source.undivided && has_section(&source.cite);
        if !(has_pinpoint(&source.cite) || section || source.section_only) {
            self.add(&entry, Fault::NoPinpoint { cite: source.cite.clone() });
        }
        self.url(&entry, &source.url);
        if source.confidence == Confidence::Official && source.quote.trim().is_empty() && !source.unquoted {
            self.add(&entry, Fault::OfficialWithoutQuote);
        }
        let words = source.quote.split_whitespace().count();
        if words > QUOTE_WORDS {
            self.add(&entry, Fault::LongQuote { words });
        }
        if source.recheck_on <= source.checked_on {
            let (checked_on, recheck_on) = (source.checked_on.to_string(), source.recheck_on.to_string());
            self.add(&entry, Fault::StaleAtOnce { checked_on, recheck_on });
        }
        let named = |rule: &Rule| {
            rule.binds.iter().map(|binding| &binding.source).chain(&rule.binds_everybody).any(|id| *id == source.id)
        };
        let step = |level: &Level| level.source.as_ref() == Some(&source.id);
        let holds = self.book.rules.iter().any(named)
            || self.book.reviews.iter().any(|review| review.source == source.id)
            || self.book.tracks.iter().any(|track| track.levels.iter().any(step))
            || self.book.zones.iter().any(|zoned| zoned.source == source.id);
        if !holds {
            self.add(&entry, Fault::UnusedSource);
        }
    }

    fn url(&mut self, entry: &Entry, url: &str) {
        for what in url_faults(url) {
            self.add(entry, what);
        }
    }
}

/// What is wrong with an address.
fn url_faults(url: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let host = url.strip_prefix("https://");
    if host.is_none_or(|host| !host.contains('.') || host.contains(char::is_whitespace)) {
        faults.push(Fault::NotHttps { url: url.to_owned() });
    }
    if ["utm_", "gclid", "fbclid", "mc_cid", "mc_eid"].iter().any(|mark| url.contains(mark)) {
        faults.push(Fault::Tracked { url: url.to_owned() });
    }
    faults
}

/// Whether a citation names a section.
fn has_section(cite: &str) -> bool {
    cite.split_whitespace().any(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.'))
}

/// Whether a citation leads to its sentence: it names a section, and each CFR or U.S.C. section a paragraph.
fn has_pinpoint(cite: &str) -> bool {
    let words: Vec<&str> = cite.split_whitespace().collect();
    let codes = words.iter().enumerate().filter(|(_, word)| matches!(**word, "CFR" | "U.S.C." | "USC"));
    let pinned = codes.clone().all(|(place, _)| {
        let after = words.iter().skip(place + 1).find(|word| **word != "§" && **word != "§§");
        after.is_some_and(|section| {
            section.starts_with(|c: char| c.is_ascii_digit())
                && section.split_once('(').is_some_and(|(_, paragraph)| paragraph.contains(')'))
        })
    });
    pinned && cite.contains(|c: char| c.is_ascii_digit())
}
