//! Photos and texts as exhibits.

use recourse::packet::exhibits::Trouble;

use crate::hands::{about, bound, bytes, exhibit, of, trouble};
use crate::read_back::{File, OURS, Picture, tool};

/// Red, green and blue are where they were when the picture was taken, and the rest is white.
fn corners(name: &str) {
    let packet = of(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(about(&packet), [], "{name}");
    let file = File::sound(&packet);
    let picture = Picture::of(file.path(), OURS + 1);
    assert!(picture.width > picture.height, "{name}: a wide picture lies on a wide page");
    let bright = |color: [u8; 3]| color.map(|part| part > 128);
    assert_eq!(bright(picture.at(40, 42)), [true, false, false], "{name}: {:?}", picture.at(40, 42));
    assert_eq!(picture.at(60, 42)[0] > 128, false, "{name}: {:?}", picture.at(60, 42));
    assert_eq!(bright(picture.at(40, 58)), [false, false, true], "{name}: {:?}", picture.at(40, 58));
    assert_eq!(bright(picture.at(60, 58)), [true; 3], "{name}");
}

#[test]
fn photos_stand_as_they_were_taken() {
    (1..=8).for_each(|turn| corners(&format!("turn-{turn}.jpg")));
    for name in ["steps.jpg", "cmyk.jpg", "rgb.png", "palette.png", "clear.png"] {
        corners(name);
    }
    for name in ["gray.jpg", "gray.png", "bits.png", "deep.png", "large.jpg"] {
        let packet = of(name).unwrap_or_else(|error| panic!("{name}: {error}"));
        File::sound(&packet);
    }
}

#[test]
fn a_jpeg_goes_in_as_it_is_without_place_and_device() {
    let file = File::sound(&of("turn-6.jpg").expect("a photo"));
    let objects = tool("qpdf", &["--qdf", "--decode-level=generalized", file.path(), "-"]);
    let contains = |words: &[u8]| objects.windows(words.len()).any(|window| window == words);
    assert!(!contains(b"SECRET-CAMERA") && !contains(b"Exif"));
    let photo = bytes("turn-6.jpg");
    let scan = photo.windows(2).position(|mark| mark == [0xff, 0xda]).expect("a photo has a scan");
    assert!(contains(&photo[scan..]), "the picture itself is unchanged");
}

#[test]
fn a_photo_that_is_cut_off_is_refused() {
    for name in ["cut.jpg", "cut.png"] {
        assert_eq!(trouble(of(name)), Trouble::Damaged { pages: vec![1] }, "{name}");
    }
}

#[test]
fn texts_are_set_on_pages_with_the_stamp_at_their_foot() {
    let names = ["note.txt", "wide.txt", "old.txt", "long.txt"];
    let packet = bound(names.iter().map(|name| (exhibit(name), bytes(name))).collect()).expect("texts can be set");
    let file = File::sound(&packet);
    let text = file.pages().join(" ");
    for words in [
        "spoke with Zoë Núñez. She said “next week”.",
        "MARK-wide-1 – from Notepad",
        "MARK-old-1 Müller paid $5",
        "MARK-long-5",
        "Exhibit A, page 1 of 1 Packet page 3 of",
        "Exhibit D, page 2 of",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}
