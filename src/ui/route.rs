//! Every place of the page and its address. Addresses are hashes, so that any static host serves them.

use yew_router::Routable;

/// A place of the page.
#[derive(Clone, Debug, PartialEq, Routable)]
pub enum Route {
    /// The first screen.
    #[at("/")]
    Home,
    /// What cannot wait.
    #[at("/urgent")]
    Urgent,
    /// A letter in hand.
    #[at("/new/letter")]
    NewLetter,
    /// A no without a letter.
    #[at("/new/typed")]
    NewTyped,
    /// A bill in hand.
    #[at("/new/bill")]
    NewBill,
    /// Care that is planned.
    #[at("/new/planned-care")]
    NewPlan,
    /// The example to look around in.
    #[at("/example")]
    Example,
    /// At a glance: every problem, its first step, its approach.
    #[at("/guide")]
    Guide,
    /// A page of the guide.
    #[at("/guide/:page")]
    GuidePage {
        /// The page, as its key.
        page: String,
    },
    /// A word of the glossary.
    #[at("/guide/words/:term")]
    Word {
        /// The key of the term.
        term: String,
    },
    /// What these codes mean.
    #[at("/guide/codes/:codes")]
    TheseCodes {
        /// The codes with `+` between them.
        codes: String,
    },
    /// What a state adds.
    #[at("/guide/states/:state")]
    YourState {
        /// Its name or code.
        state: String,
    },
    /// One problem and the way through it, without a case.
    #[at("/plays/:play")]
    Play {
        /// The play's id.
        play: String,
    },
    /// All cases on this device.
    #[at("/cases")]
    Cases,
    /// Open a copy.
    #[at("/open-copy")]
    OpenCopy,
    /// What is stored, how much, and how to erase it.
    #[at("/your-data")]
    Data,
    /// The next step of a case.
    #[at("/case/:id/next")]
    Next {
        /// The case.
        id: String,
    },
    /// The two clocks.
    #[at("/case/:id/dates")]
    Dates {
        /// The case.
        id: String,
    },
    /// The bill, line by line.
    #[at("/case/:id/bill")]
    Bill {
        /// The case.
        id: String,
    },
    /// What the person really owes: bills beside explanations of benefits.
    #[at("/case/:id/owe")]
    Owe {
        /// The case.
        id: String,
    },
    /// An explanation of benefits, line by line.
    #[at("/case/:id/eob/:paper")]
    Eob {
        /// The case.
        id: String,
        /// The paper's number.
        paper: u32,
    },
    /// The routes that are open now.
    #[at("/case/:id/options")]
    Options {
        /// The case.
        id: String,
    },
    /// Letters and calls.
    #[at("/case/:id/letters")]
    Letters {
        /// The case.
        id: String,
    },
    /// One letter.
    #[at("/case/:id/letter/:letter")]
    Letter {
        /// The case.
        id: String,
        /// The letter's number.
        letter: u32,
    },
    /// The call companion.
    #[at("/case/:id/call/:kind")]
    Call {
        /// The case.
        id: String,
        /// The kind of call, as its key.
        kind: String,
    },
    /// Papers in hand and needed.
    #[at("/case/:id/papers")]
    Papers {
        /// The case.
        id: String,
    },
    /// The packet.
    #[at("/case/:id/packet")]
    Packet {
        /// The case.
        id: String,
    },
    /// The plan's criteria, point by point.
    #[at("/case/:id/criteria")]
    Criteria {
        /// The case.
        id: String,
    },
    /// One page for the clinician's office.
    #[at("/case/:id/clinician")]
    Clinician {
        /// The case.
        id: String,
    },
    /// Everything known, and how.
    #[at("/case/:id/facts")]
    Facts {
        /// The case.
        id: String,
    },
    /// Every page in every state, for reviewers.
    #[cfg(debug_assertions)]
    #[at("/states")]
    States,
    /// An address that leads nowhere.
    #[not_found]
    #[at("/not-found")]
    NotFound,
}

impl Route {
    /// The address for a link.
    #[must_use]
    pub fn href(&self) -> String {
        format!("#{}", self.to_path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_back_to_its_place() {
        let route = Route::Letter { id: "c1".into(), letter: 7 };
        assert_eq!(route.href(), "#/case/c1/letter/7");
        assert_eq!(Route::recognize("/case/c1/letter/7"), Some(route));
        assert_eq!(Route::recognize("/case/c1/letter/x"), Some(Route::NotFound));
        assert_eq!(Route::recognize("/guide/words/erisa"), Some(Route::Word { term: "erisa".into() }));
        let codes = Route::TheseCodes { codes: "CO-197+N130".into() };
        assert_eq!(Route::recognize(&codes.to_path()), Some(codes));
        assert_eq!(Route::recognize("/guide/words"), Some(Route::GuidePage { page: "words".into() }));
    }
}
