//! The rows under "Re": what the reader finds the person and the matter by, and no more than this reader needs.

use super::frame::To;
use super::gap;
use super::pen::{Pen, timing, with};
use crate::kinds::{Field, LetterKind, Timing};
use crate::paper::{Line, Span, line};

/// A label and what stands beside it, if it is known.
type Row = (&'static str, Option<Line>);

/// The rows for this reader, without those of which nothing is known.
pub(super) fn rows(pen: &mut Pen, to: To, re: Line, patient: Span) -> Vec<(String, Line)> {
    let head = vec![("Re", Some(re)), ("Patient", Some(line![patient]))];
    let rest = match to {
        To::Plan => claim(pen),
        To::Biller => account(pen),
        To::Provider => care(pen),
    };
    let rows = head.into_iter().chain(rest);
    rows.filter_map(|(label, line)| line.map(|line| (label.to_owned(), line))).collect()
}

/// What a letter to the plan is about, and so what the plan finds it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    /// A decision: its claim and its notice.
    Decision,
    /// Care on which nothing may have been decided, or no paper come.
    Care,
    /// The coverage as a whole.
    Member,
}

impl Names {
    fn of(kind: LetterKind) -> Self {
        match kind {
            LetterKind::L03
            | LetterKind::L05
            | LetterKind::L06
            | LetterKind::L07
            | LetterKind::L18
            | LetterKind::L20
            | LetterKind::L21 => Self::Care,
            LetterKind::L16 | LetterKind::L19 | LetterKind::L23 => Self::Member,
            LetterKind::L01
            | LetterKind::L02
            | LetterKind::L04
            | LetterKind::L08
            | LetterKind::L09
            | LetterKind::L10
            | LetterKind::L11
            | LetterKind::L12
            | LetterKind::L13
            | LetterKind::L14
            | LetterKind::L15
            | LetterKind::L22
            | LetterKind::L24
            | LetterKind::L53
            | LetterKind::L55
            | LetterKind::L60
            | LetterKind::L61
            | LetterKind::L67
            | LetterKind::L71
            | LetterKind::L72
            | LetterKind::L74 => Self::Decision,
        }
    }
}

fn claim(pen: &mut Pen) -> Vec<Row> {
    let names = Names::of(pen.kind());
    if names == Names::Member {
        return vec![
            ("Member", alone(pen.fact(Field::Member))),
            ("Member ID", alone(pen.need(gap::MEMBER_ID))),
            ("Group number", alone(pen.fact(Field::GroupNumber))),
            ("Plan", alone(pen.fact(Field::Plan))),
        ];
    }
    let decided = names == Names::Decision;
    let identified = !decided || pen.fact(Field::ReferenceNumber).is_some();
    let claim = if identified { pen.fact(Field::ClaimNumber) } else { pen.need(gap::CLAIM_NUMBER) };
    let notice = if decided { pen.need(gap::NOTICE_DATE) } else { pen.fact(Field::NoticeDate) };
    let place = place(pen);
    let service = service(pen);
    vec![
        ("Member", alone(pen.fact(Field::Member))),
        ("Member ID", alone(pen.need(gap::MEMBER_ID))),
        ("Group number", alone(pen.fact(Field::GroupNumber))),
        ("Plan", alone(pen.fact(Field::Plan))),
        ("Claim number", alone(claim)),
        ("Reference number", alone(pen.fact(Field::ReferenceNumber))),
        ("Notice dated", alone(notice)),
        ("Service", service),
        day_of_care(pen),
        ("Provider", place),
    ]
}

fn account(pen: &mut Pen) -> Vec<Row> {
    let amount = pen.fact(Field::AmountDue);
    let bill = match (pen.need(gap::BILL_DATE), amount) {
        (Some(day), amount) => ("Bill dated", Some([line![day], with(", for ", amount)].concat())),
        (None, amount) => ("Bill for", alone(amount)),
    };
    vec![
        ("Account number", alone(pen.need(gap::ACCOUNT_NUMBER))),
        bill,
        ("Date of service", alone(pen.fact(Field::ServiceDate))),
    ]
}

fn care(pen: &mut Pen) -> Vec<Row> {
    let about_a_claim = pen.kind() != LetterKind::L53;
    let account = if about_a_claim { pen.fact(Field::AccountNumber) } else { None };
    let claim = if about_a_claim { pen.need(gap::CLAIM_NUMBER) } else { pen.fact(Field::ClaimNumber) };
    // A billing office bills for many; the clinician who is written to needs no telling.
    let billed_by = if pen.kind() == LetterKind::L10 { pen.need(gap::PROVIDER) } else { None };
    let service = service(pen);
    let member = pen.fact(Field::MemberId);
    let plan = match pen.fact(Field::Insurer) {
        Some(insurer) => Some([line![insurer], with(", member ID ", member)].concat()),
        None => member.map(|member| line!["member ID ", member]),
    };
    vec![
        ("Account number", alone(account)),
        ("Health plan", plan),
        ("Claim number", alone(claim)),
        ("Reference number", alone(pen.fact(Field::ReferenceNumber))),
        ("Notice dated", alone(pen.need(gap::NOTICE_DATE))),
        ("Service", service),
        day_of_care(pen),
        ("Provider", alone(billed_by)),
    ]
}

fn alone(span: Option<Span>) -> Option<Line> {
    span.map(|span| line![span])
}

fn service(pen: &mut Pen) -> Option<Line> {
    let code = pen.fact(Field::ProcedureCode);
    match pen.need(gap::SERVICE) {
        Some(service) => {
            let code = code.filter(|code| !service.printed().contains(&code.printed()));
            Some([line![service], with(", procedure code ", code)].concat())
        }
        None => code.map(|code| line!["procedure code ", code]),
    }
}

fn place(pen: &mut Pen) -> Option<Line> {
    match (pen.need(gap::PROVIDER), pen.fact(Field::Facility)) {
        (Some(provider), Some(facility)) => Some(line![provider, ", ", facility]),
        (Some(one), None) | (None, Some(one)) => Some(line![one]),
        (None, None) => None,
    }
}

fn day_of_care(pen: &mut Pen) -> Row {
    match timing(pen.case) {
        Some(Timing::PreService | Timing::Urgent) => {
            let planned = pen.fact(Field::PlannedFor).or_else(|| pen.need(gap::SERVICE_DATE));
            ("Planned for", alone(planned))
        }
        Some(Timing::PostService | Timing::Concurrent) | None => {
            ("Date of service", alone(pen.need(gap::SERVICE_DATE)))
        }
    }
}
