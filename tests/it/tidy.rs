//! Our own source under test: the rules of the house that no compiler knows.
//!
//! Each guard names file and line, and why. Each is shown a bad file too, so that a guard that sees nothing fails.

mod source;

use source::{File, files};

/// The modules from top to bottom. Each uses only what stands below it.
const ORDER: [&str; 21] = [
    "ui",
    "browser",
    "words",
    "storage",
    "example",
    "intake",
    "importers",
    "packet",
    "letters",
    "paper",
    "options",
    "steps",
    "deadlines",
    "reconcile",
    "bills",
    "rulebook",
    "case",
    "finding",
    "money",
    "kinds",
    "civil",
];

/// Where shapes may be made into text and back: what is saved, what goes to the worker, what the rulebook is read with; and
/// where files of claims, which are JSON, are read.
const SERIALIZABLE: [&str; 12] = [
    "src/storage.rs",
    "src/storage/",
    "src/packet.rs",
    "src/packet/",
    "src/browser/worker.rs",
    "src/rulebook.rs",
    "src/rulebook/",
    "src/kinds.rs",
    "src/kinds/",
    "src/civil.rs",
    "src/importers/fhir.rs",
    "src/importers/fhir/",
];

/// What a guard does not like.
type Complaint = String;

fn complaint(file: &File, line: usize, why: &str) -> Complaint {
    format!("{}:{line}: {why}", file.path)
}

fn product() -> Vec<File> {
    let found = files(&["src"], ".rs");
    assert!(found.len() >= 40, "only {} files: are these all?", found.len());
    found
}

fn rust() -> Vec<File> {
    files(&["src", "tests", "xtask/src", "examples"], ".rs")
}

fn styles() -> Vec<File> {
    files(&["styles"], ".css")
}

/// Runs a guard over files, and over one bad file in which it must complain of this line and no other.
fn guard(files: &[File], guard: impl Fn(&File) -> Vec<Complaint>, bad: (&str, &str, usize)) {
    let (path, text, line) = bad;
    let seen = guard(&File { path: path.to_owned(), text: text.to_owned() });
    assert!(seen.len() == 1 && seen[0].starts_with(&format!("{path}:{line}: ")), "the guard is blind: {seen:?}");
    let complaints: Vec<Complaint> = files.iter().flat_map(guard).collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Complains of each line of this code that has one of these words in it.
fn words(file: &File, code: &str, banned: &[&str], why: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (at, line) in code.lines().enumerate() {
        if let Some(word) = banned.iter().find(|word| has_word(line, word)) {
            complaints.push(complaint(file, at + 1, &format!("`{word}`: {why}")));
        }
    }
    complaints
}

/// Whether the word stands in the line by itself, not as a part of a longer name.
fn has_word(line: &str, word: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|after| after.chars().next());
        let starts = word.starts_with(inside) && before.is_some_and(inside);
        let goes_on = word.ends_with(inside) && after.is_some_and(inside);
        !starts && !goes_on
    })
}

fn is_in(file: &File, places: &[&str]) -> bool {
    places.iter().any(|place| file.path == *place || (place.ends_with('/') && file.path.starts_with(place)))
}

/// Files that only tests compile.
fn is_test(file: &File) -> bool {
    file.path.starts_with("tests/") || file.path.ends_with("/tests.rs") || file.path.ends_with("/sample.rs")
}

#[test]
fn a_module_uses_only_what_stands_below_it() {
    let check = |file: &File| {
        let module = file.path.trim_start_matches("src/").trim_end_matches(".rs").split('/').next().unwrap_or_default();
        let Some(own) = ORDER.iter().position(|held| *held == module) else { return Vec::new() };
        let code = file.code(false);
        let mut complaints = Vec::new();
        for (at, _) in code.match_indices("crate::") {
            let (before, rest) = code.split_at(at);
            for used in roots(rest.trim_start_matches("crate::")) {
                // What is not in ORDER is a macro; a module is, as the next test sees to.
                if ORDER.iter().position(|held| *held == used).is_some_and(|other| other < own) {
                    let line = before.lines().count().max(1);
                    complaints.push(complaint(file, line, &format!("`{module}` uses `{used}`, which stands above it")));
                }
            }
        }
        complaints
    };
    let bad = "//! Bad.\nuse crate::{\n    civil::Date,\n    words,\n};\n";
    guard(&product(), check, ("src/case/bad.rs", bad, 2));
}

/// The modules that stand first in a path or in a group of paths.
fn roots(path: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let mut depth = 0;
    let mut names = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(String::new()),
            _ if depth == 0 => names.last_mut().expect("begins with one").push(c),
            _ => {}
        }
    }
    names.iter().map(|path| name(path)).filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let library = files(&["src/lib.rs"], ".rs").remove(0);
    let code = library.code(false);
    let mut modules: Vec<&str> =
        code.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut order = ORDER.to_vec();
    modules.sort_unstable();
    order.sort_unstable();
    assert_eq!(modules, order);
}

#[test]
fn only_the_clock_reads_the_clock() {
    let banned = ["Date::now", "Date::new_0", "Utc::now", "Local::now", "SystemTime", "Instant", "performance"];
    let check = |file: &File| {
        if is_test(file) || is_in(file, &["src/browser/clock.rs"]) {
            return Vec::new();
        }
        words(file, &file.product_code(), &banned, "the day is an argument; only browser::clock reads the clock")
    };
    let bad = "//! Instant is fine in a comment.\nfn now() { js_sys::Date::now(); }\n";
    guard(&product(), check, ("src/steps/bad.rs", bad, 2));
}

#[test]
fn nothing_sends() {
    let banned = ["fetch", "XMLHttpRequest", "XmlHttpRequest", "WebSocket", "EventSource", "sendBeacon", "send_beacon"];
    let more =
        ["fetch_with_str", "fetch_with_request", "RtcPeerConnection", "reqwest", "gloo_net", "TcpStream", "eval"];
    let check = |file: &File| {
        let why = "nothing leaves the browser";
        words(file, &file.code(true), &[banned.as_slice(), &more].concat(), why)
    };
    guard(&product(), check, ("src/ui/bad.rs", "//! Bad.\nlet f = get(\"fetch\");\n", 2));
}

#[test]
fn only_the_shelf_knows_the_browsers_storage() {
    let banned = ["local_storage", "LocalStorage", "session_storage", "SessionStorage", "indexed_db", "set_cookie"];
    let check = |file: &File| {
        if is_in(file, &["src/browser/shelf.rs"]) {
            return Vec::new();
        }
        words(
            file,
            &file.code(false),
            &banned,
            "all that is kept goes through browser::shelf, so that erasing finds it",
        )
    };
    guard(&product(), check, ("src/ui/bad.rs", "//! Bad.\n\nuse gloo_storage::LocalStorage;\n", 3));
}

#[test]
fn only_the_top_knows_a_browser() {
    let banned = ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_storage", "gloo_events", "yew"];
    let top = ["src/browser.rs", "src/browser/", "src/ui.rs", "src/ui/", "src/main.rs", "src/packet-worker.rs"];
    let check = |file: &File| {
        if is_in(file, &top) {
            return Vec::new();
        }
        words(file, &file.code(false), &banned, "the core takes values and returns values")
    };
    guard(&product(), check, ("src/letters/bad.rs", "//! Bad.\nuse web_sys::Window;\n", 2));
}

#[test]
fn nothing_of_the_person_is_serializable_by_accident() {
    let check = |file: &File| {
        if is_in(file, &SERIALIZABLE) {
            return Vec::new();
        }
        let why = "only saved shapes, the worker's request and the rulebook are made into text";
        words(file, &file.code(false), &["Serialize", "Deserialize", "serde", "serde_json"], why)
    };
    let bad = "//! Bad.\n#[derive(Clone, Serialize)]\nstruct Person;\n";
    guard(&product(), check, ("src/case/bad.rs", bad, 2));
}

#[test]
fn what_can_fail_says_why_it_does_not() {
    let check = |file: &File| {
        if is_test(file) {
            return Vec::new();
        }
        words(
            file,
            &file.product_code(),
            &[".unwrap()", ".unwrap_throw()"],
            "say why with `expect`, or return an error",
        )
    };
    let bad = "//! Bad.\nfn f() { g().unwrap(); }\n#[cfg(test)]\nmod tests { fn f() { g().unwrap(); } }\n";
    guard(&product(), check, ("src/money.rs", bad, 2));
}

#[test]
fn nothing_is_left_for_later() {
    let later = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["XX", "X"].concat(), ["HA", "CK"].concat()];
    let macros = [["to", "do!"].concat(), ["unimple", "mented!"].concat(), ["db", "g!"].concat()];
    let banned: Vec<&str> = later.iter().chain(&macros).map(String::as_str).collect();
    let check = |file: &File| words(file, &file.text, &banned, "finish it, or open an issue");
    guard(&rust(), check, ("src/bad.rs", &format!("//! Bad.\n// {}: later\n", later[0]), 2));
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    let folders = ["home", "root", "Users", "tmp", "work"].map(|folder| format!("/{folder}/"));
    let check = |file: &File| {
        let mut complaints = Vec::new();
        for (at, line) in file.text.lines().enumerate() {
            // In an address such as `example.org/home/` a letter stands before the slash.
            let rooted = |folder: &String| {
                line.match_indices(folder.as_str()).any(|(at, _)| {
                    let before = line.get(..at).and_then(|before| before.chars().next_back());
                    before.is_none_or(|c| !c.is_alphanumeric() && !"./}_-".contains(c))
                })
            };
            if let Some(folder) = folders.iter().find(|folder| rooted(folder)) {
                complaints.push(complaint(file, at + 1, &format!("`{folder}` is a place on one machine")));
            }
        }
        complaints
    };
    let mut all = rust();
    for ending in [".toml", ".css", ".html", ".md", ".js", ".yml", ".json"] {
        all.extend(files(&["src", "tests", "styles", "xtask", "index.html", "Trunk.toml", "README.md"], ending));
        all.extend(files(&[".github", ".ci", ".cargo", "Cargo.toml"], ending));
    }
    let bad = format!("# Bad\npath = \"{}x\"\n", folders[0]);
    guard(&all, check, ("Trunk.toml", &bad, 2));
}

#[test]
fn every_file_says_what_it_is_for() {
    let check = |file: &File| {
        if file.text.starts_with("//! ") {
            Vec::new()
        } else {
            vec![complaint(file, 1, "begins without `//!`: what it is for, what it must not know")]
        }
    };
    guard(&rust(), check, ("src/bad.rs", "use std::fmt;\n", 1));
}

#[test]
fn no_file_has_become_two_things() {
    let check = |file: &File| {
        let lines = file.text.lines().count();
        if lines > 600 { vec![complaint(file, 601, "look for the two things it has become")] } else { Vec::new() }
    };
    guard(&rust(), check, ("src/bad.rs", &"\n".repeat(601), 601));
}

#[test]
fn pages_carry_no_inline_styles_and_no_raw_html() {
    let banned = ["style=", "set_inner_html", "set_outer_html", "from_html_unchecked", "insert_adjacent_html"];
    let check = |file: &File| {
        // The first page shows again what index.html had: our own text, and nothing of the person's.
        if is_in(file, &["src/ui/pages/home.rs"]) {
            return Vec::new();
        }
        let why = "the page's content policy refuses it, or text of the person's could become code";
        words(file, &file.code(false), &banned, why)
    };
    guard(&product(), check, ("src/ui/bad.rs", "//! Bad.\nhtml! { <p style={x} data-style={y}></p> }\n", 2));
}

#[test]
fn styles_keep_to_layers_and_roles() {
    guard(&styles(), style, ("styles/parts.css", "/* #fff */\n.a { color: var(--ink); }\n.b { color: #fff; }\n", 3));
    for (bad, line) in [
        (".a {\n  margin: 0 !important; }", 2),
        ("@import \"x.css\";", 1),
        (".a { color: rgb(0 0 0); }", 1),
        (".a { background: white; }", 1),
        ("#a { margin: 0; }", 1),
    ] {
        guard(&[], style, ("styles/parts.css", bad, line));
    }
    guard(&[], style, ("styles/tokens.css", ":root { --ink: #1d232b; }\n#app { margin: 0; }", 2));
}

/// What a style sheet must not have.
fn style(file: &File) -> Vec<Complaint> {
    let tokens = file.path.ends_with("/tokens.css");
    let code = File { path: String::new(), text: file.text.clone() }.css();
    let mut complaints = Vec::new();
    for (at, line) in code.lines().enumerate() {
        let mut say = |why: &str| complaints.push(complaint(file, at + 1, why));
        if line.contains("!important") {
            say("`!important`: the layers decide");
        }
        if line.contains("@import") {
            say("`@import`: Trunk does not follow it; link the file");
        }
        let hex = |rest: &str| rest.chars().take_while(char::is_ascii_hexdigit).count() >= 3;
        let hashes: Vec<bool> = line.split('#').skip(1).map(hex).collect();
        if hashes.iter().any(|hex| !hex || (!tokens && line.trim_start().starts_with('#'))) {
            say("an id: parts are classes");
        } else if !tokens && (!hashes.is_empty() || raw_color(line)) {
            say("a raw color: parts use roles; the palette is in tokens.css");
        }
    }
    complaints
}

fn raw_color(line: &str) -> bool {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
    let names = ["white", "black", "red", "green", "blue", "gray", "grey", "yellow", "orange", "silver", "navy"];
    let value = line.split_once(':').map_or("", |(_, value)| value);
    functions.iter().any(|function| has_word(line, function))
        || value.split([' ', ';', ',', ')', '(', '}']).any(|word| names.contains(&word))
}

impl File {
    /// The style sheet without its comments.
    fn css(&self) -> String {
        let mut rest = self.text.as_str();
        let mut out = String::new();
        while let Some((before, after)) = rest.split_once("/*") {
            let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
            out.push_str(before);
            out.extend(comment.chars().filter(|c| *c == '\n'));
            rest = after;
        }
        out + rest
    }
}
