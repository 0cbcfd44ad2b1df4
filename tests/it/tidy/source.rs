//! Our own files as texts: the code without its comments and strings, line for line.

use std::fs;
use std::path::Path;

/// One of our files.
pub struct File {
    /// From the repository's root, with `/`.
    pub path: String,
    /// As it is.
    pub text: String,
}

/// All files under these folders (or these files) with this ending, in order of their paths.
pub fn files(roots: &[&str], ending: &str) -> Vec<File> {
    let mut found = Vec::new();
    for root in roots {
        walk(Path::new(env!("CARGO_MANIFEST_DIR")), root, ending, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(base: &Path, path: &str, ending: &str, found: &mut Vec<File>) {
    let full = base.join(path);
    if full.is_dir() {
        for entry in fs::read_dir(&full).expect("a folder of ours can be listed") {
            let name = entry.expect("an entry of ours can be read").file_name();
            let name = name.to_str().expect("our files have plain names");
            walk(base, &format!("{path}/{name}"), ending, found);
        }
    } else if path.ends_with(ending) && full.exists() {
        let text = fs::read_to_string(&full).expect("a file of ours is text");
        found.push(File { path: path.to_owned(), text });
    }
}

impl File {
    /// The code with comments blanked out, and strings too unless they are to be kept. Lines stay where they are.
    pub fn code(&self, keep_strings: bool) -> String {
        let text: Vec<char> = self.text.chars().collect();
        let mut out = String::with_capacity(self.text.len());
        let mut at = 0;
        while at < text.len() {
            let (kind, end) = token(&text, at);
            for c in &text[at..end] {
                let blank = kind == Kind::Comment || (kind == Kind::Text && !keep_strings);
                out.push(if blank && *c != '\n' { ' ' } else { *c });
            }
            at = end;
        }
        out
    }

    /// The code without the tests that stand at its end.
    pub fn product_code(&self) -> String {
        let code = self.code(false);
        match code.find("#[cfg(test)]") {
            Some(end) => code.chars().take(code.get(..end).map_or(0, |before| before.chars().count())).collect(),
            None => code,
        }
    }
}

#[derive(PartialEq)]
enum Kind {
    Code,
    Comment,
    Text,
}

/// What begins here, and where it ends.
fn token(text: &[char], at: usize) -> (Kind, usize) {
    let find = |from: usize, needle: &[char]| {
        (from..text.len()).find(|at| text[*at..].starts_with(needle)).map_or(text.len(), |at| at + needle.len())
    };
    match text[at..] {
        ['/', '/', ..] => (Kind::Comment, (at..text.len()).find(|at| text[*at] == '\n').unwrap_or(text.len())),
        ['/', '*', ..] => (Kind::Comment, find(at + 2, &['*', '/'])),
        ['r', '"' | '#', ..] if at == 0 || !text[at - 1].is_alphanumeric() => {
            let hashes = text[at + 1..].iter().take_while(|c| **c == '#').count();
            if text.get(at + 1 + hashes) != Some(&'"') {
                return (Kind::Code, at + 1);
            }
            let mut close = vec!['"'];
            close.resize(1 + hashes, '#');
            (Kind::Text, find(at + 2 + hashes, &close))
        }
        ['"', ..] => {
            let mut end = at + 1;
            while end < text.len() && text[end] != '"' {
                end += if text[end] == '\\' { 2 } else { 1 };
            }
            (Kind::Text, (end + 1).min(text.len()))
        }
        ['\'', '\\', _, '\'', ..] => (Kind::Text, at + 4),
        ['\'', _, '\'', ..] => (Kind::Text, at + 3),
        _ => (Kind::Code, at + 1),
    }
}

#[test]
fn comments_and_strings_are_blanked_and_lines_stay() {
    let file = |text: &str| File { path: String::new(), text: text.to_owned() };
    let check = |text: &str, expected: &str| assert_eq!(file(text).code(false), expected);
    check("a // b\nc", "a     \nc");
    check("a /* b\n */ c", "a     \n    c");
    check("f(\"x // \\\" y\", 'c', '\"', 'life)", "f(           ,    ,    , 'life)");
    check("r#\"a \" b\"# c", "           c");
    assert_eq!(file("f(\"x\") // y").code(true), "f(\"x\")     ");
}
