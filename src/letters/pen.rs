//! What letters are written with: the facts of a case as spans, the law that binds its plan, and the parts written so far.
//!
//! Knows no letter. A fact that a letter needs and does not find becomes a gap, never a blank.

use super::Draft;
use super::gap::{self, Gap, Missing, Unclaimed};
use super::law::Ground;
use crate::case::coverage;
use crate::case::fact::Choice;
use crate::case::{Case, Document, Fact, Notice, Provenance, ReasonCode, Sending, Value, Window};
use crate::civil::Date;
use crate::deadlines::{self, Deadline, Standing};
use crate::finding::Finding;
use crate::kinds::{Confidence, CoverageKind, Field, LetterKind, PaperKind, Purpose, Timing};
use crate::paper::{Block, Line, Paper, Part, Span, line, long_day};
use crate::rulebook::schema::Unit;
use crate::rulebook::{Book, LevelKind, Rule, Track};

/// A letter while it is written.
pub(super) struct Pen<'a> {
    pub case: &'a Case,
    pub book: &'a Book,
    pub today: Date,
    kind: LetterKind,
    parts: Vec<Part>,
    gaps: Vec<Gap>,
    unclaimed: Vec<Unclaimed>,
    grounds: Vec<(&'static str, Span)>,
}

impl<'a> Pen<'a> {
    pub fn new(kind: LetterKind, case: &'a Case, book: &'a Book, today: Date) -> Self {
        Self {
            case,
            book,
            today,
            kind,
            parts: Vec::new(),
            gaps: Vec::new(),
            unclaimed: Vec::new(),
            grounds: Vec::new(),
        }
    }

    /// The letter as written.
    pub fn finish(self, title: impl Into<String>) -> Draft {
        let mut cannot_claim = self.unclaimed;
        cannot_claim.sort_unstable();
        cannot_claim.dedup();
        let paper = Paper { title: title.into(), date: self.today, parts: self.parts };
        Draft { paper, gaps: self.gaps, cannot_claim, refused: None }
    }

    // Parts.

    pub fn part(&mut self, key: &str, block: Block) {
        self.parts.push(Part::new(key, block));
    }

    pub fn paragraph(&mut self, key: &str, line: Line) {
        self.part(key, Block::Paragraph(line));
    }

    pub fn heading(&mut self, key: &str, words: &str) {
        self.part(key, Block::Heading { level: 2, line: line![words] });
    }

    /// A list, or a plain paragraph where there is one item.
    pub fn list(&mut self, key: &str, mut items: Vec<Line>) {
        match items.len() {
            0 => {}
            1 => self.paragraph(key, items.remove(0)),
            _ => self.part(key, Block::List { numbered: true, items }),
        }
    }

    // Facts.

    /// The fact itself. Of the notices the denial speaks: letters answer it, also after a later one. A second appeal alone
    /// answers the newest notice; where that names no office, the one that decided before stands.
    pub fn held(&self, field: Field) -> Option<&'a Fact<Value>> {
        let newest = self.case.final_denial().filter(|_| self.kind == LetterKind::L02 && Notice::holds(field));
        let Some(newest) = newest else { return self.case.denial_fact(field) };
        let office = matches!(field, Field::Decider | Field::AppealAddress | Field::AppealPhone | Field::AppealFax);
        newest.facts.get(field).or_else(|| self.case.denial_fact(field).filter(|_| office))
    }

    /// The fact as printed, if it is known.
    pub fn fact(&self, field: Field) -> Option<Span> {
        let fact = self.held(field)?;
        printed(&fact.value).map(|text| Span::fact(field, fact, text))
    }

    /// The fact as printed; a gap is noted where it is missing.
    pub fn need(&mut self, gap: Gap) -> Option<Span> {
        let found = match gap.what {
            Missing::Fact(field) => self.fact(field),
            Missing::Paper(_) => None,
        };
        if found.is_none() {
            self.lacks(gap);
        }
        found
    }

    /// Notes a gap unless the fact or the paper is in hand.
    pub fn lacks(&mut self, gap: Gap) {
        let in_hand = match gap.what {
            Missing::Fact(field) => self.held(field).is_some(),
            Missing::Paper(kind) => self.paper(kind).is_some(),
        };
        if !in_hand && !self.gaps.contains(&gap) {
            self.gaps.push(gap);
        }
    }

    /// Notes a gap that the facts of the denial do not fill.
    pub fn misses(&mut self, gap: Gap) {
        if !self.gaps.contains(&gap) {
            self.gaps.push(gap);
        }
    }

    /// Notes something that the letter does not say.
    pub fn leaves_out(&mut self, what: Unclaimed) {
        self.unclaimed.push(what);
    }

    /// Notes something that the letter does not say for want of an answer; an answer of no is an answer.
    pub fn leaves_out_unless_answered(&mut self, field: Field, what: Unclaimed) {
        if self.held(field).is_none() {
            self.leaves_out(what);
        }
    }

    /// The words of a field between quotation marks.
    pub fn quote(&self, field: Field) -> Option<Span> {
        quote(field, self.held(field)?)
    }

    /// The plan's reason: its own words where they were read, or the sense of what was said in a call.
    pub fn reason(&self) -> Option<Reason> {
        match self.held(Field::Reason)?.from {
            Provenance::Call { .. } => self.fact(Field::Reason).map(Reason::Said),
            Provenance::Document { .. } | Provenance::Statement { .. } => {
                self.quote(Field::Reason).map(Reason::Written)
            }
        }
    }

    /// Each line of a text fact, for the head of a letter.
    pub fn address(&self, field: Field) -> Vec<Line> {
        let text = self.held(field).and_then(|fact| fact.pick(Value::as_text));
        let Some(fact) = text else { return Vec::new() };
        address_lines(fact.value).into_iter().map(|text| line![Span::fact(field, &fact, text)]).collect()
    }

    pub fn yes(&self, field: Field) -> bool {
        self.case.yes(field).is_some_and(|fact| fact.value)
    }

    /// Whether the answer is known and is no. No answer is no such answer.
    pub fn no(&self, field: Field) -> bool {
        self.case.yes(field).is_some_and(|fact| !fact.value)
    }

    /// The first paper of a kind.
    pub fn paper(&self, kind: PaperKind) -> Option<&'a Document> {
        self.case.documents.iter().find(|document| document.kind == kind)
    }

    /// All papers of a kind.
    pub fn papers(&self, kind: PaperKind) -> Vec<&'a Document> {
        self.case.documents.iter().filter(|document| document.kind == kind).collect()
    }

    // Voice.

    /// Whether somebody else writes for the patient.
    pub fn for_another(&self) -> bool {
        self.case.fact(Field::Representative).is_some()
    }

    /// "my", or "the patient's" where somebody else writes.
    pub fn my(&self) -> &'static str {
        if self.for_another() { "the patient's" } else { "my" }
    }

    // Law.

    /// The kind of coverage, where it is certain and the book has its road.
    pub fn track(&self) -> Option<(CoverageKind, &'a Track)> {
        match self.case.coverage_kind() {
            Finding::Certain(kind) => self.book.track(kind).map(|track| (kind, track)),
            Finding::Assumed { .. } | Finding::Unknown { .. } => None,
        }
    }

    /// Leans on a rule: its citation goes into the letter's list of rules. False where none may be cited for this plan.
    pub fn leans_on(&mut self, ground: Ground) -> bool {
        let cited = self.book.rule(ground.rule).and_then(|rule| self.cite(rule));
        cited.map(|cite| self.rests_on(ground.for_what, cite)).is_some()
    }

    /// Puts a citation into the letter's list of rules, once.
    pub fn rests_on(&mut self, for_what: &'static str, cite: Span) {
        if !self.grounds.iter().any(|(_, held)| *held == cite) {
            self.grounds.push((for_what, cite));
        }
    }

    /// The list of rules that the letter leans on, in the order in which it leaned on them.
    pub fn rules(&mut self) {
        let items: Vec<Line> = self.grounds.drain(..).map(|(for_what, cite)| line![for_what, ": ", cite]).collect();
        if !items.is_empty() {
            self.heading("rules-heading", "The rules that I rely on");
            self.part("rules", Block::List { numbered: false, items });
        }
    }

    /// The citation by which a rule binds this plan, or binds the reader whatever the plan is. None where it does neither,
    /// or where nobody confirmed it.
    pub fn cite(&self, rule: &Rule) -> Option<Span> {
        let source = match self.case.coverage_kind() {
            Finding::Certain(coverage) => self.book.binding(rule, coverage),
            Finding::Assumed { .. } | Finding::Unknown { .. } => self.book.binding_everybody(rule),
        }?;
        match source.confidence {
            Confidence::Official | Confidence::Reported => Some(Span::law(&rule.id, &source.cite)),
            Confidence::NotConfirmed => None,
        }
    }

    /// The clocks by which the plan has to decide at a step.
    fn decision_clocks(&self, level: LevelKind) -> Vec<&'a Rule> {
        let level = self.track().and_then(|(_, track)| track.level(level));
        let ids = level.map_or(&[][..], |level| &level.decide_by);
        ids.iter().filter_map(|id| self.book.rule(id)).collect()
    }

    /// How long the plan has to decide at a step. Of several clocks for one timing (a plan may have one level or two) the
    /// longest is due in every plan. The rule goes into the letter's list.
    pub fn decides_within(&mut self, level: LevelKind, timing: Option<Timing>) -> Option<Span> {
        let clocks = self.decision_clocks(level).into_iter().filter(|rule| timing.is_some() && rule.timing == timing);
        let longest = clocks.max_by_key(|rule| rule.amount_on(self.today))?;
        self.within(longest, "The time for the decision")
    }

    /// The amount of a rule in words, where it may be cited. The rule goes into the letter's list.
    pub fn within(&mut self, rule: &'a Rule, for_what: &'static str) -> Option<Span> {
        let amount = counted(rule.amount_on(self.today)?, unit_word(rule)?);
        let cite = self.cite(rule)?;
        self.rests_on(for_what, cite);
        Some(Span::law(&rule.id, amount))
    }

    /// The newest sending of a letter of such a kind.
    pub fn sent(&self, such: impl Fn(LetterKind) -> bool) -> Option<&'a Sending> {
        let letters = self.case.letters.iter().filter(|letter| such(letter.kind));
        letters.flat_map(|letter| &letter.sendings).max_by_key(|sending| sending.on)
    }

    /// A fact in the person's own words as a paragraph of its own; a gap where it is missing.
    pub fn own_words(&mut self, key: &str, lead: &str, gap: Gap) -> bool {
        let words = self.need(gap);
        let said = words.is_some();
        if let Some(words) = words {
            self.paragraph(key, line![lead, words]);
        }
        said
    }

    /// "claim 7" or "this claim".
    pub fn this_claim(&self) -> Line {
        self.fact(Field::ClaimNumber).map_or_else(|| line!["this claim"], |claim| line!["claim ", claim])
    }

    /// ": the care, given on such a day by such a provider", as far as it is known.
    pub fn the_care(&self, lead: &'static str) -> Line {
        let care = match (self.fact(Field::Service), self.fact(Field::ProcedureCode)) {
            (Some(service), _) => line![lead, service],
            (None, code) => [line![lead], with("procedure code ", code)].concat(),
        };
        let known = self.fact(Field::Service).is_some() || self.fact(Field::ProcedureCode).is_some();
        if known { care } else { Vec::new() }
    }

    /// Whether it is certain that there is no plan.
    pub fn uninsured(&self) -> bool {
        self.case.coverage_kind() == Finding::Certain(CoverageKind::Uninsured)
    }

    /// Whether the care is still ahead or going on, and waiting could do serious harm.
    pub fn urgent(&self) -> bool {
        match timing(self.case) {
            Some(Timing::Urgent) => true,
            Some(Timing::PostService) => false,
            Some(Timing::PreService | Timing::Concurrent) | None => self.yes(Field::Urgent),
        }
    }

    /// The next step that is mine and has a day, by the deadlines, and the day to aim for.
    pub fn next_step(&self) -> Option<(Deadline<'a>, Date)> {
        let deadlines = deadlines::of(self.case, self.book, self.today);
        let next = deadlines.next_mine()?.clone();
        let aim = next.when.value()?.aim_for;
        Some((next, aim))
    }

    /// Notes which fact would let the letter cite law.
    pub fn note_law(&mut self) {
        if self.track().is_some() {
            return;
        }
        self.leaves_out(Unclaimed::Law);
        match self.case.coverage_kind() {
            Finding::Unknown { ask } if ask.contains(&Field::Funding) => self.lacks(gap::FUNDING),
            Finding::Unknown { .. } => self.lacks(gap::COVERAGE),
            Finding::Certain(_) | Finding::Assumed { .. } => {}
        }
    }

    pub fn kind(&self) -> LetterKind {
        self.kind
    }

    /// A fact of the newest notice, where one came after the denial. It has no field of its own in a letter, because a
    /// field stands for what the denial says.
    pub fn of_final(&self, field: Field) -> Option<Span> {
        let fact = self.case.final_denial()?.facts.get(field)?;
        printed(&fact.value).map(|text| Span::traced(fact.from.clone(), text))
    }

    /// The reason of the newest notice: its words where they were read in it, or as the person told it.
    pub fn final_reason(&self) -> Option<Span> {
        let fact = self.case.final_denial()?.facts.get(Field::Reason)?;
        match fact.from {
            Provenance::Document { .. } => match quote(Field::Reason, fact)? {
                Span::Quote(words) => Some(Span::quoted(fact.from.clone(), words.text())),
                other @ (Span::Plain(_) | Span::Fact(_) | Span::Law { .. } | Span::Own(_)) => Some(other),
            },
            Provenance::Call { .. } | Provenance::Statement { .. } => self.of_final(Field::Reason),
        }
    }

    /// Each line of a text fact of the newest notice.
    pub fn final_address(&self, field: Field) -> Vec<Line> {
        let fact = self.case.final_denial().and_then(|notice| notice.facts.get(field));
        let Some(fact) = fact.and_then(|fact| fact.pick(Value::as_text)) else { return Vec::new() };
        address_lines(fact.value).into_iter().map(|text| line![Span::traced(fact.from.clone(), text)]).collect()
    }

    /// The day on which a letter of one of these kinds was last sent.
    pub fn sent_on(&self, kinds: &[LetterKind]) -> Option<Date> {
        let letters = self.case.letters.iter().filter(|letter| kinds.contains(&letter.kind));
        letters.flat_map(|letter| &letter.sendings).map(|sending| sending.on).max()
    }

    /// The plan by its name, or as what it is.
    pub fn plan(&self) -> Line {
        self.fact(Field::Insurer).map_or_else(|| line!["the health plan"], |insurer| line![insurer])
    }

    /// Where the patient lives, as a beginning of a sentence, with the state's name in full.
    pub fn lives_in(&self) -> Line {
        let state = self.case.text(Field::State).and_then(|state| self.book.place(state.value));
        let whose = if self.for_another() { "The patient lives in " } else { "I live in " };
        match (state, self.fact(Field::State)) {
            (Some(place), _) => line![whose, place.name.clone()],
            (None, Some(state)) => line![whose, state],
            (None, None) => Vec::new(),
        }
    }

    /// How long the other side has by a clock of the book, such as `30 days`; its citation goes into the list of rules. None
    /// where the clock may not be cited for this plan.
    pub fn takes(&mut self, clock: &str, for_what: &'static str) -> Option<Span> {
        let rule = self.book.rule(clock)?;
        let amount = counted(rule.amount_on(self.today)?, unit_word(rule)?);
        let cite = self.cite(rule)?;
        self.rests_on(for_what, cite);
        Some(Span::law(&rule.id, amount))
    }
}

/// Why the plan decided as it did.
pub(super) enum Reason {
    /// Its words, between quotation marks.
    Written(Span),
    /// What was noted of a call: the sense of what was said, not its words.
    Said(Span),
}

/// Whether care has been given, as far as the facts tell.
pub(super) fn timing(case: &Case) -> Option<Timing> {
    if let Some(timing) = case.timing() {
        return Some(timing);
    }
    let situation = case.situations.iter().find_map(|play| match play.0.as_str() {
        "S01" | "S02" | "S68" => Some(Timing::PreService),
        "S04" | "S12" | "S14" | "S15" => Some(Timing::PostService),
        _ => None,
    });
    situation.or(match case.purpose {
        Purpose::Bill => Some(Timing::PostService),
        Purpose::Planning => Some(Timing::PreService),
        Purpose::Denial => None,
    })
}

/// A fact as letters print it. Answers from closed lists are never printed as such.
pub(crate) fn printed(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Day(day) => Some(long_day(*day)),
        Value::Money(cents) => Some(cents.to_string()),
        Value::Count(count) => Some(count.to_string()),
        Value::Window(window) => Some(window_words(*window)),
        Value::Codes(codes) => Some(codes.iter().map(ReasonCode::to_string).collect::<Vec<_>>().join(", ")),
        // No letter tells an hour.
        Value::Time(_)
        | Value::Yes(_)
        | Value::Choice(
            Choice::From(_) | Choice::Funding(_) | Choice::Timing(_) | Choice::Matter(_) | Choice::TimeZone(_),
        ) => None,
    }
    .filter(|text| !text.is_empty())
}

fn window_words(window: Window) -> String {
    let (amount, unit) = match window {
        Window::Days(days) => (days, "day"),
        Window::Months(months) => (months, "month"),
    };
    counted(amount, unit)
}

/// What a clock counts in.
pub(super) fn unit_word(rule: &Rule) -> Option<&'static str> {
    rule.counts.as_ref().map(|counts| match counts.unit {
        Unit::Hours => "hour",
        Unit::Days => "day",
        Unit::BusinessDays => "business day",
        Unit::Months => "month",
        Unit::Years => "year",
        Unit::YearEnds => "calendar year",
    })
}

/// `60 days`, `1 month`.
pub(super) fn counted(amount: u32, unit: &str) -> String {
    format!("{amount} {unit}{}", if amount == 1 { "" } else { "s" })
}

/// A paper's title as a span that leads to the paper.
pub(crate) fn title(document: &Document) -> Span {
    let title = document.title.split_whitespace().collect::<Vec<_>>().join(" ");
    Span::traced(Provenance::Document { document: document.number, words: document.title.clone() }, title)
}

/// The words of a fact between quotation marks, if it has words.
pub(crate) fn quote(field: Field, fact: &Fact<Value>) -> Option<Span> {
    let Value::Text(text) = &fact.value else { return None };
    let words = unquoted(text);
    (!words.is_empty()).then(|| Span::quote(field, fact, words))
}

/// Words on one line, without quotation marks of their own around the whole.
fn unquoted(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let pairs = [('"', '"'), ('\u{201c}', '\u{201d}')];
    let inner = pairs.iter().find_map(|(open, close)| words.strip_prefix(*open)?.strip_suffix(*close));
    inner.filter(|inner| !inner.contains(['"', '\u{201c}', '\u{201d}'])).unwrap_or(&words).trim().to_owned()
}

/// The lines of an address. One written in a row is broken at its commas; the state stays with its city.
fn address_lines(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if let [row] = lines.as_slice() {
        let pieces: Vec<&str> = row.split(", ").map(str::trim).filter(|piece| !piece.is_empty()).collect();
        if let [street @ .., city, state] = pieces.as_slice()
            && !street.is_empty()
        {
            let city = format!("{city}, {state}");
            return street.iter().map(|piece| (*piece).to_owned()).chain([city]).collect();
        }
    }
    lines.into_iter().map(str::to_owned).collect()
}

/// The first day on which the time may end, while it has not.
pub(super) fn still_open(deadline: &Deadline) -> Option<Span> {
    match deadline.standing {
        Standing::Ahead { .. } | Standing::Today => {}
        Standing::PastAim { .. }
        | Standing::BetweenDates { .. }
        | Standing::Late { .. }
        | Standing::Done { .. }
        | Standing::Running { .. }
        | Standing::Due
        | Standing::AskNow { .. }
        | Standing::Overdue { .. }
        | Standing::Unknown => return None,
    }
    let when = deadline.when.value()?;
    let stated = when.by_notice.iter().min_by_key(|says| says.day).map(|says| says.provenance.clone());
    let from: Provenance = stated.or_else(|| when.start.as_ref()?.provenance.clone())?;
    Some(Span::traced(from, long_day(when.first_end)))
}

/// A day on which something of the person's was sent, as they noted it.
pub(super) fn sent_day(on: Date) -> Span {
    Span::traced(Provenance::Statement { on }, long_day(on))
}

/// `lead` and the span, or nothing.
pub(super) fn with(lead: &str, span: Option<Span>) -> Line {
    span.map_or_else(Vec::new, |span| line![lead, span])
}

/// `a, b and c`.
pub(super) fn in_a_row(mut items: Vec<Line>) -> Line {
    let Some(last) = items.pop() else { return Vec::new() };
    if items.is_empty() {
        return last;
    }
    let first: Vec<Line> = items
        .into_iter()
        .enumerate()
        .map(|(at, item)| if at == 0 { item } else { [line![", "], item].concat() })
        .collect();
    [first.concat(), line![" and "], last].concat()
}

/// The sentences, one after the other.
pub(super) fn sentences(said: Vec<Line>) -> Line {
    let apart = |(at, line): (usize, Line)| if at == 0 { line } else { [line![" "], line].concat() };
    said.into_iter().enumerate().flat_map(apart).collect()
}

/// Whether an employer stands behind the plan.
pub(super) fn from_work(case: &Case) -> bool {
    matches!(
        case.fact(Field::CoverageFrom).map(|fact| &fact.value),
        Some(Value::Choice(Choice::From(coverage::From::Work)))
    )
}
