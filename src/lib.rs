//! Recourse helps a person in the United States whose health insurance said no.
//!
//! It is a page that runs wholly in the browser: this crate, compiled to WebAssembly. The page is the program
//! `recourse`; the program `packet-worker` makes PDFs beside it. Everything else is in this library.
//!
//! # The house, from the ground up
//!
//! A module uses only what stands below it. A test reads our own `use` lines and holds us to it.
//!
//! | module | what it is |
//! | --- | --- |
#![cfg_attr(feature = "browser", doc = "| [`ui`] | pages, parts, routes, and the store around [`case::Case::apply`] |")]
#![cfg_attr(
    feature = "browser",
    doc = "| [`browser`] | the only code that knows a browser: clock, shelf, files, tabs, drafts, versions, worker |"
)]
//! | [`words`] | every sentence that a person reads outside letters |
//! | [`storage`] | the case as saved text: versions, copies, drafts, what cannot be read |
//! | [`example`] | a case to look around in, with invented people |
//! | [`intake`] | the way from a door to a case: what is asked one by one, what is confirmed together |
//! | [`importers`] | text in, a draft with warnings out |
//! | [`packet`] | letters, lists and the person's own papers bound into one PDF; the letter as DOCX; all as a ZIP |
//! | [`letters`] | one letter a file: case, book and day in, [`paper::Paper`] out |
//! | [`paper`] | a document as a value; a fact enters it only with its provenance |
//! | [`options`] | the routes that are open now, with what each costs and by when |
//! | [`steps`] | what to do next, why, and what is still needed |
//! | [`deadlines`] | the two clocks: by when must I, by when must they, and why |
//! | [`reconcile`] | a bill beside its explanation of benefits: which lines are the same, what does not fit, what is owed |
//! | [`bills`] | questions about bills, from exact arithmetic alone |
//! | [`rulebook`] | dated, cited law and playbooks: TOML beside the code, checked when it is built |
//! | [`case`] | what the person told us, and the only way that it changes |
//! | [`finding`] | certain, assumed or unknown, with the question that would settle it |
//! | [`money`], [`civil`], [`kinds`] | cents; calendar days; closed lists |
//!
//! # What is absent
//!
//! - **Nothing here sends.** No module opens a connection; the page's content policy would refuse it.
//! - **Nothing below `browser` reads the clock**, the store or chance. `today` is an argument, so every answer can be
//!   asked about any day, and tested.
//! - **No number of law stands in Rust.** It stands in `src/rulebook/law`, the states' own in `src/rulebook/states`, with source, the day it was checked,
//!   how sure we are, and worked examples that the tests run.
//! - **No fact enters a letter without its provenance**: [`paper::Span`] has no way to write one.
//! - **Nothing in [`case`] can be stored as it is.** [`storage`] has shapes of its own, so that a stored case outlives us.
//! - **Deadlines and steps are never stored.** They follow from the case, the book and the day.
//! - **No guess stands in for what is unknown.** [`finding::Finding`] says what would settle it.
//!
//! # One program, several files
//!
//! The page's program is cut by the build into the start and wings of pages (`ui::wings`), each fetched when it is first
//! opened; PDFs are made in a worker. A service worker keeps all files for use without a network (`browser::versions`).
//!
//! # The way of a letter
//!
//! A pasted letter becomes finds ([`importers`]), each with the words that it came from. The person confirms them
//! ([`intake`]); each becomes a [`case::Change`]. From the case follow the two clocks ([`deadlines`]), the next step
//! ([`steps`]) and the letters ([`letters`]), which become a PDF ([`packet`]) or text ([`paper::Paper::text`]).
//!
//! The person's own words go over the draft ([`letters::edit`]) and keep their link to the facts that stand in them. The
//! plan's criteria are split into points ([`case::grid`]); an appeal argues those that are met with the words that show it.
//! What to look at before a letter goes out, [`letters::before_sending`] says.
//!
//! # From the request to the last word
//!
//! Before a decision came, only their clock runs ([`deadlines::awaits_first_decision`]), and the steps are those of a wait.
//! Each letter that decides is a [`case::Notice`] of its own. A fact is corrected in the notice to which it belongs
//! ([`case::Change::NoticeLearned`]); what argues with the denial reads the first notice, and what comes after a lost appeal
//! counts from the newest. A day or a time that a notice states counts for one step; where nobody can say for which, it is
//! shown for each as assumed, with the question.
//!
//! # The way of the person's own papers
//!
//! A letter, an index and exhibits become one file ([`packet::build_with`]). Each exhibit is handed over when its turn comes
//! ([`packet::Supply`]), read as far as its damage allows, walked page by page so that nothing is lost without a word
//! ([`packet::exhibits::Trouble`], [`packet::exhibits::About`]), cleaned of what must not go out, and moved object by object
//! into the file. Our own pages and every stamp are set last, when the number of pages is known.
//!
//! # The way of a bill
//!
//! A pasted bill becomes a draft ([`importers::bill`]); confirmed, it becomes changes ([`intake::bill`]). From the case follow
//! the questions to ask about it ([`bills`]), what its explanations of benefits say to it ([`reconcile`]), and the routes with
//! their cost ([`options`]). A file of claims or a table comes in the same way, looked at before it is confirmed
//! ([`intake::file`]). Letters take their facts from what does not fit through [`reconcile::carry`].

pub mod bills;
#[cfg(feature = "browser")]
pub mod browser;
pub mod case;
pub mod civil;
pub mod deadlines;
pub mod example;
pub mod finding;
pub mod importers;
pub mod intake;
pub mod kinds;
pub mod letters;
pub mod money;
pub mod options;
pub mod packet;
pub mod paper;
pub mod reconcile;
pub mod rulebook;
pub mod steps;
pub mod storage;
#[cfg(feature = "browser")]
pub mod ui;
pub mod words;
