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
        To::Office => decision(pen),
        To::Desk => bill(pen),
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
            | LetterKind::L40
            | LetterKind::L41
            | LetterKind::L42
            | LetterKind::L43
            | LetterKind::L44
            | LetterKind::L45
            | LetterKind::L53
            | LetterKind::L54
            | LetterKind::L55
            | LetterKind::L56
            | LetterKind::L59
            | LetterKind::L60
            | LetterKind::L61
            | LetterKind::L62
            | LetterKind::L63
            | LetterKind::L64
            | LetterKind::L65
            | LetterKind::L66
            | LetterKind::L67
            | LetterKind::L69
            | LetterKind::L70
            | LetterKind::L71
            | LetterKind::L72
            | LetterKind::L73
            | LetterKind::L74
            | LetterKind::L75
            | LetterKind::L76
            | LetterKind::L77
            | LetterKind::L87
            | LetterKind::L89
            | LetterKind::L91 => Self::Decision,
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

/// The plan's decision, for a reader outside the plan.
fn decision(pen: &mut Pen) -> Vec<Row> {
    let plan = alone(pen.need(gap::PLAN_OF_DECISION));
    let mut rows = vec![("Health plan", plan)];
    rows.extend(claim(pen));
    let last = match (pen.of_final(Field::ReferenceNumber), pen.of_final(Field::NoticeDate)) {
        (Some(number), day) => Some([line![number], with(", dated ", day)].concat()),
        (None, day) => day.map(|day| line!["dated ", day]),
    };
    rows.push(("Decision on the appeal", last));
    rows
}

/// The bill, for a reader who neither sent it nor pays for it.
fn bill(pen: &mut Pen) -> Vec<Row> {
    let address = pen.address(Field::BillerAddress).into_iter().flat_map(|line| [line![", "], line].concat());
    let from = pen.fact(Field::Biller).map(|biller| [line![biller], address.collect()].concat());
    let plan = plan_and_member(pen);
    [("Bill from", from)].into_iter().chain(account(pen)).chain([("Health plan", plan)]).collect()
}

fn plan_and_member(pen: &Pen) -> Option<Line> {
    let member = pen.fact(Field::MemberId);
    match pen.fact(Field::Insurer) {
        Some(insurer) => Some([line![insurer], with(", member ID ", member)].concat()),
        None => member.map(|member| line!["member ID ", member]),
    }
}

fn account(pen: &mut Pen) -> Vec<Row> {
    let amount = pen.fact(Field::AmountDue);
    let bill = match (pen.need(gap::BILL_DATE), amount) {
        (Some(day), amount) => ("Bill dated", Some([line![day], with(", for ", amount)].concat())),
        (None, amount) => ("Bill for", alone(amount)),
    };
    let mut rows = vec![
        ("Account number", alone(pen.need(gap::ACCOUNT_NUMBER))),
        bill,
        ("Date of service", alone(pen.fact(Field::ServiceDate))),
    ];
    // Where the plan reads along, it finds the claim by its own numbers.
    if pen.kind() == LetterKind::L64 {
        rows.push(("Health plan", plan_and_member(pen)));
        rows.push(("Claim number", alone(pen.need(gap::CLAIM_NUMBER))));
    }
    rows
}

fn care(pen: &mut Pen) -> Vec<Row> {
    let about_a_claim = !matches!(pen.kind(), LetterKind::L53 | LetterKind::L56 | LetterKind::L76);
    let account = if about_a_claim { pen.fact(Field::AccountNumber) } else { None };
    let claim = if about_a_claim { pen.need(gap::CLAIM_NUMBER) } else { pen.fact(Field::ClaimNumber) };
    // A billing office bills for many; the clinician who is written to needs no telling.
    let billed_by = if pen.kind() == LetterKind::L10 { pen.need(gap::PROVIDER) } else { None };
    // Before care, and where records are asked for, there may be no notice at all.
    let notice = if pen.kind() == LetterKind::L76 {
        None
    } else if pen.kind() == LetterKind::L56 {
        pen.fact(Field::NoticeDate)
    } else {
        pen.need(gap::NOTICE_DATE)
    };
    let notice = alone(notice);
    let service = service(pen);
    let plan = plan_and_member(pen);
    vec![
        ("Account number", alone(account)),
        ("Health plan", plan),
        ("Claim number", alone(claim)),
        ("Reference number", alone(pen.fact(Field::ReferenceNumber))),
        ("Notice dated", notice),
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
