//! The facts that start a clock, by the names that files of worked dates use.

use crate::rulebook::schema::Trigger;

/// A fact that a clock may need: a day, and for some an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// The notice was received.
    NoticeReceived,
    /// The date printed on the notice.
    NoticeDate,
    /// The notice was mailed.
    NoticeMailed,
    /// The notice was sent.
    NoticeSent,
    /// Receipt is proved for this day.
    ProvedReceipt,
    /// The event that the rule names.
    EventDate,
    /// The person was told the decision.
    DecisionTold,
    /// The claim was received.
    ClaimReceived,
    /// The request was received.
    RequestReceived,
    /// The request was received, with the hour.
    RequestReceivedAt,
    /// The request was mailed.
    RequestMailed,
    /// The request was sent.
    RequestSent,
    /// It was asked for.
    RequestedOn,
    /// The decider got what it needed.
    InformationReceived,
    /// A notice of more time, which asks for information, was received.
    ExtensionNoticeReceived,
    /// The hearing was asked for.
    HearingRequested,
    /// The appeal to the plan was filed.
    PlanAppealFiled,
    /// The date of the plan's decision on the appeal.
    ResolutionNotice,
    /// The change takes effect.
    EffectiveDate,
    /// Services end.
    ServicesEnd,
    /// The day of discharge.
    DischargeDate,
    /// The discharge, with the hour.
    DischargeAt,
    /// The care was or will be given.
    ServiceDate,
    /// The care was booked.
    ScheduledOn,
    /// The appointment.
    Appointment,
    /// The bill was received.
    BillReceived,
    /// The date of the first bill after discharge.
    FirstPostDischargeBill,
}

impl Input {
    /// All of them.
    pub const ALL: [Self; 27] = [
        Self::NoticeReceived,
        Self::NoticeDate,
        Self::NoticeMailed,
        Self::NoticeSent,
        Self::ProvedReceipt,
        Self::EventDate,
        Self::DecisionTold,
        Self::ClaimReceived,
        Self::RequestReceived,
        Self::RequestReceivedAt,
        Self::RequestMailed,
        Self::RequestSent,
        Self::RequestedOn,
        Self::InformationReceived,
        Self::ExtensionNoticeReceived,
        Self::HearingRequested,
        Self::PlanAppealFiled,
        Self::ResolutionNotice,
        Self::EffectiveDate,
        Self::ServicesEnd,
        Self::DischargeDate,
        Self::DischargeAt,
        Self::ServiceDate,
        Self::ScheduledOn,
        Self::Appointment,
        Self::BillReceived,
        Self::FirstPostDischargeBill,
    ];

    /// Its name in files of worked dates.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NoticeReceived => "notice_received",
            Self::NoticeDate => "notice_date",
            Self::NoticeMailed => "notice_mailed",
            Self::NoticeSent => "notice_sent",
            Self::ProvedReceipt => "proved_receipt",
            Self::EventDate => "event_date",
            Self::DecisionTold => "decision_told",
            Self::ClaimReceived => "claim_received",
            Self::RequestReceived => "request_received",
            Self::RequestReceivedAt => "request_received_at",
            Self::RequestMailed => "request_mailed",
            Self::RequestSent => "request_sent",
            Self::RequestedOn => "requested_on",
            Self::InformationReceived => "information_received",
            Self::ExtensionNoticeReceived => "extension_notice_received",
            Self::HearingRequested => "hearing_requested",
            Self::PlanAppealFiled => "plan_appeal_filed",
            Self::ResolutionNotice => "resolution_notice",
            Self::EffectiveDate => "effective_date",
            Self::ServicesEnd => "services_end",
            Self::DischargeDate => "discharge_date",
            Self::DischargeAt => "discharge_at",
            Self::ServiceDate => "service_date",
            Self::ScheduledOn => "scheduled_on",
            Self::Appointment => "appointment",
            Self::BillReceived => "bill_received",
            Self::FirstPostDischargeBill => "first_post_discharge_bill",
        }
    }

    /// The fact with this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|input| input.key() == key)
    }

    /// Whether an hour may stand with it.
    #[must_use]
    pub fn may_have_a_time(self) -> bool {
        matches!(self, Self::RequestReceivedAt | Self::DischargeAt | Self::Appointment)
    }

    /// The facts that start a clock, the surest first. A later one stands in only where it can make the date no later.
    #[must_use]
    pub fn of(trigger: Trigger) -> &'static [Self] {
        match trigger {
            Trigger::NoticeReceived => &[
                Self::NoticeReceived,
                Self::ExtensionNoticeReceived,
                Self::NoticeDate,
                Self::ResolutionNotice,
                Self::NoticeMailed,
                Self::NoticeSent,
            ],
            Trigger::NoticeDate => &[Self::NoticeDate, Self::ResolutionNotice],
            Trigger::NoticeMailed => &[Self::NoticeMailed, Self::NoticeSent, Self::NoticeDate, Self::ResolutionNotice],
            Trigger::NoticeSent => &[Self::NoticeSent, Self::NoticeMailed, Self::NoticeDate, Self::ResolutionNotice],
            Trigger::ClaimReceived => {
                &[Self::ClaimReceived, Self::RequestReceivedAt, Self::RequestReceived, Self::RequestedOn]
            }
            Trigger::AppealReceived => &[Self::RequestReceivedAt, Self::RequestReceived, Self::HearingRequested],
            Trigger::ReviewRequestReceived => &[Self::RequestReceivedAt, Self::RequestReceived],
            Trigger::RequestSent => &[
                Self::RequestMailed,
                Self::RequestSent,
                Self::RequestedOn,
                Self::RequestReceivedAt,
                Self::RequestReceived,
            ],
            Trigger::UnansweredRequest => &[Self::RequestSent, Self::RequestMailed, Self::RequestedOn, Self::EventDate],
            Trigger::Booked => &[Self::ScheduledOn],
            Trigger::BillReceived => &[Self::BillReceived, Self::NoticeReceived, Self::NoticeDate],
            Trigger::FirstBill => &[Self::FirstPostDischargeBill],
            Trigger::DecisionTold => &[Self::DecisionTold],
            Trigger::Discharge => &[Self::DischargeDate, Self::DischargeAt, Self::EventDate],
            Trigger::ServicesEnd => &[Self::ServicesEnd],
            Trigger::EffectiveDate => &[Self::EffectiveDate, Self::EventDate],
            Trigger::ServiceDate => &[Self::ServiceDate, Self::EventDate],
            Trigger::Appointment => &[Self::Appointment, Self::ServiceDate],
            Trigger::Event => &[Self::EventDate],
            Trigger::InformationReceived => &[Self::InformationReceived, Self::EventDate],
            Trigger::RequestAndPapers => &[Self::InformationReceived, Self::RequestReceivedAt, Self::RequestReceived],
            Trigger::RequestOrStatement => {
                &[Self::InformationReceived, Self::RequestReceivedAt, Self::RequestReceived, Self::ClaimReceived]
            }
            Trigger::PlanAppealFiled => &[Self::PlanAppealFiled],
        }
    }
}
