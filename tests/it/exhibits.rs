//! Exhibits behind a letter, without programs that others wrote: names that follow the order, and what is told.

use std::collections::BTreeSet;

use recourse::case::Case;
use recourse::civil::Date;
use recourse::packet::exhibits::{Exhibit, Trouble};
use recourse::packet::message::{Block, Job};
use recourse::packet::references::{Loose, loose};
use recourse::packet::{self, Error, Packet, Request, Role, Supply, contents};
use recourse::{example, letters, rulebook};

fn today() -> Date {
    "2026-11-25".parse().expect("a real day")
}

/// The packet of the example's appeal, with an exhibit for each of these papers of the case.
fn request(case: &Case, exhibits: Vec<Exhibit>) -> Request {
    let book = rulebook::book();
    let letter =
        case.letters.iter().rev().find(|letter| letter.about_call.is_none()).expect("the example has a letter");
    let letter = letters::draft(letter, case, book, today()).paper;
    let papers = vec![
        (Role::Cover, contents::cover(case, book, today())),
        (Role::Letter, letter),
        (Role::Documents, contents::documents_named(case, today())),
        (Role::Chronology, contents::chronology(case, today())),
    ];
    Request::packet(None, "Packet".to_owned(), today(), papers).with_exhibits(exhibits)
}

fn exhibits(case: &Case) -> Vec<Exhibit> {
    let of = |document: &recourse::case::Document| Exhibit {
        title: document.title.clone(),
        dated: document.dated,
        document: Some(document.number),
        ..Exhibit::default()
    };
    letters::enclosed(recourse::kinds::LetterKind::L01, case).into_iter().map(of).collect()
}

/// All words of the letter, as the worker gets them.
fn words(request: &Request) -> String {
    let job = Job::from(request);
    let letter = job.pieces.iter().find(|piece| piece.role == Role::Letter).expect("the letter is in");
    let text = |block: &Block| match block {
        Block::Address(lines) | Block::List { items: lines, .. } => lines.join("\n"),
        Block::Standing(text)
        | Block::Heading { text, .. }
        | Block::Paragraph(text)
        | Block::Quote(text)
        | Block::Signature(text) => text.clone(),
        Block::Subject(rows) => rows.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n"),
        Block::Table { rows, .. } => rows.concat().join("\n"),
    };
    letter.parts.iter().map(|part| text(&part.block)).collect::<Vec<_>>().join("\n")
}

struct Texts(usize);

impl Supply for Texts {
    fn bytes(&mut self, exhibit: usize) -> Option<Vec<u8>> {
        (exhibit < self.0).then(|| format!("Words of exhibit {exhibit}.").into_bytes())
    }
}

fn bound(request: &Request) -> Packet {
    packet::build_with(request, &mut Texts(usize::MAX)).expect("texts can be bound")
}

#[test]
fn names_in_the_letter_follow_the_order_of_the_exhibits() {
    let case = example::case(today());
    let mut order = exhibits(&case);
    assert!(order.len() >= 2, "the example encloses papers");
    let said = words(&request(&case, order.clone()));
    let title = order[0].title.clone();
    assert!(said.contains(&format!("{title} (Exhibit A)")), "{said}");
    order.rotate_left(1);
    let last = packet::exhibits::name(order.len() - 1);
    let said = words(&request(&case, order.clone()));
    assert!(said.contains(&format!("{title} ({last})")), "{said}");
    assert_eq!(loose(&request(&case, order)), []);
}

#[test]
fn a_paper_that_the_letter_names_and_that_is_no_exhibit_is_told() {
    let case = example::case(today());
    let mut some = exhibits(&case);
    let left_out = some.remove(0).document.expect("it is a paper of the case");
    assert_eq!(loose(&request(&case, some)), [Loose::LeftOut(left_out)]);
}

#[test]
fn the_index_takes_the_place_of_the_list_and_says_where_everything_is() {
    let case = example::case(today());
    let exhibits = exhibits(&case);
    let request = request(&case, exhibits.clone());
    assert!(request.sections.iter().all(|section| section.role != Role::Documents));
    let packet = bound(&request);
    let mut next = 1;
    for entry in &packet.contents {
        assert_eq!(entry.first, next, "{}", entry.title);
        assert!(entry.pages > 0, "{}", entry.title);
        next += entry.pages;
    }
    assert_eq!(next - 1, packet.pages);
    let titles: BTreeSet<&str> = packet.contents.iter().map(|entry| entry.title.as_str()).collect();
    assert!(titles.contains("Index") && exhibits.iter().all(|exhibit| titles.contains(exhibit.title.trim())));
    assert!(packet.bytes == bound(&request).bytes, "equal input gives equal bytes");
}

#[test]
fn a_job_with_exhibits_comes_through_to_the_worker_whole() {
    let case = example::case(today());
    let request = request(&case, exhibits(&case));
    let job = Job::from(&request);
    let told = Job::from_text(&job.to_text()).expect("a job reads back");
    assert_eq!(told, job);
    assert!(packet::bind(&told, &mut Texts(usize::MAX)).expect("texts can be bound").bytes == bound(&request).bytes);
}

#[test]
fn an_exhibit_whose_bytes_are_gone_is_named() {
    let case = example::case(today());
    let request = request(&case, exhibits(&case));
    let bound = packet::build_with(&request, &mut Texts(1));
    assert_eq!(bound, Err(Error::Exhibit { exhibit: 1, why: Trouble::Gone }));
}
