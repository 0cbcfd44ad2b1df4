//! Sharing health papers safely: with whom, what, how, and on this device.
//!
//! Knows no case.

use super::{Point, Section, point};

/// The advice, by what it is about.
pub static SECTIONS: [Section; 4] = [
    Section { title: "With whom", points: &WHOM },
    Section { title: "How much", points: &MUCH },
    Section { title: "By which way", points: &WAY },
    Section { title: "On this device", points: &DEVICE },
];

static WHOM: [Point; 6] = [
    point(
        "Those who decide may see what they need",
        "The plan, the outside reviewer and the regulator need the records that your letter points to.",
    ),
    point("The billing office needs little", "It needs the bill, the claim and the EOB, and seldom a medical record."),
    point(
        "A collector needs no diagnosis",
        "Talk about the sum, the dates and the proof. Nothing else is its business.",
    ),
    point(
        "The benefits office at work need not know what the care was for",
        "Ask about the plan and its papers. Leave your health out of it.",
    ),
    point(
        "A helper needs your word in writing",
        "Ask for a form that says what they may see, for what, and until when. You can take it back.",
    ),
    point(
        "Be slow with strangers",
        "A real office does not mind when you hang up and call the number on your card or letter.",
    ),
];

static MUCH: [Point; 5] = [
    point(
        "Send what proves your point, and no more",
        "One page that answers the reason is worth more than a hundred that do not.",
    ),
    point(
        "Cover what nobody needs",
        "Cover other people\u{2019}s names, other illnesses and account numbers. Use a black bar on a copy, and check that it \
         cannot be lifted off.",
    ),
    point(
        "Some notes are held more closely",
        "Notes of therapy, treatment for substance use, and genetic or HIV tests often have rules of their own. Ask before \
         they go out.",
    ),
    point("Send copies and keep originals", "Keep a full copy of each packet, just as it went out."),
    point(
        "Put the patient\u{2019}s name and claim number on each page",
        "A page that gets lost can then find its way back.",
    ),
];

static WAY: [Point; 5] = [
    point(
        "Use the plan\u{2019}s own portal, fax or mail",
        "Take the address from your own letter. Keep the confirmation page or the receipt.",
    ),
    point(
        "Plain e-mail is like a postcard",
        "Use it only when the office asks for it and you accept the risk. Leave details out of the subject line.",
    ),
    point("Check a fax number twice", "Call and ask whether all pages came, and how many."),
    point(
        "Do not paste your papers into a site that you do not know",
        "Read first what it keeps and whom it gives it to. The privacy law for doctors and plans mostly does not reach such \
         sites.",
    ),
    point("Do not post a letter or a bill in public", "A member number and a birth date are enough for a thief."),
];

static DEVICE: [Point; 4] = [
    point(
        "What you type here stays in this browser",
        "This page sends nothing. It also means that nobody else has a copy.",
    ),
    point(
        "On a device that others use, erase when you are done",
        "Save a copy first, on a drive that is yours. Then erase the case here.",
    ),
    point(
        "Look where your pictures go",
        "Many phones send photos to a cloud. Take the picture of a letter out of it again.",
    ),
    point(
        "A saved copy holds everything",
        "Treat the file like the papers themselves. Do not leave it in a shared folder.",
    ),
];
