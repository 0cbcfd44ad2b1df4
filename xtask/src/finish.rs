//! Turns what Trunk built into the site: a boot file of our own instead of an inline script,
//! hashed names for the workers, and a refusal to publish a page that its policy does not hold.
//!
//! A page finds a worker by `<meta name="packet-worker" content="packet-worker-….js" data-wasm="…">`.
//! The app starts it from a `blob:` script, which inherits the page's policy, with whole addresses:
//! `importScripts(js); wasm_bindgen({ module_or_path: wasm });`

use crate::html::{Tag, tags};
use crate::problem::{Problem, Result};
use std::path::Path;

/// What the page may do, written in `index.html` as a `<meta>`; Trunk's hosts send no headers.
const POLICY: &[(&str, &str)] = &[
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data: blob:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self' blob:"),
    ("manifest-src", "'self'"),
    ("object-src", "'none'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
];

/// Finishes the site in this folder, then checks it.
pub fn site(folder: &Path) -> Result {
    let index = folder.join("index.html");
    let page = read(&index)?;
    let page = start_from_a_file(&page, folder)?;
    let page = name_workers(&page, folder)?;
    let page = join_styles(&page, folder)?;
    check(&page)?;
    write(&index, &page)?;
    keep_for_offline(folder)
}

/// Writes the service worker with the list of all files of the site and a mark that changes with any of them.
fn keep_for_offline(folder: &Path) -> Result {
    let entries = std::fs::read_dir(folder).map_err(|cause| Problem::file("read", folder, &cause))?;
    let mut names: Vec<String> = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    let mut everything = Vec::new();
    for name in &names {
        let file = folder.join(name);
        everything.extend(name.as_bytes());
        everything.extend(std::fs::read(&file).map_err(|cause| Problem::file("read", &file, &cause))?);
    }
    // A person comes to the folder's own address, a bookmark may name the file.
    names.insert(0, "./".to_owned());
    let list: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    let text = include_str!("service-worker.js")
        .replace("THE_MARK", &hash(&everything))
        .replace("THE_FILES", &format!("[{}]", list.join(", ")));
    write(&folder.join("service-worker.js"), &text)
}

/// Replaces the mark that `Trunk.toml` leaves by a boot file with the two names in it.
fn start_from_a_file(page: &str, folder: &Path) -> Result<String> {
    let app =
        tags(page).into_iter().find_map(|tag| Some((tag.text, tag.get("data-app-js")?, tag.get("data-app-wasm")?)));
    let Some((mark, js, wasm)) = app else {
        return Err(Problem::new(
            "The built page names no app. Check `pattern_script` in Trunk.toml and the rust link in index.html.",
        ));
    };
    let boot = include_str!("boot.js").replace("APP_JS", js).replace("APP_WASM", wasm);
    let name = format!("boot-{}.js", hash(boot.as_bytes()));
    write(&folder.join(&name), &boot)?;
    Ok(page.replace(&format!("<{mark}"), &format!("<script type=\"module\" src=\"./{name}\">")))
}

/// Gives the two files of every worker a name that changes with them, and tells the page.
fn name_workers(page: &str, folder: &Path) -> Result<String> {
    let mut metas = Vec::new();
    for worker in workers(folder)? {
        let (js, wasm) = (folder.join(format!("{worker}.js")), folder.join(format!("{worker}_bg.wasm")));
        let mut both = std::fs::read(&js).map_err(|cause| Problem::file("read", &js, &cause))?;
        both.extend(std::fs::read(&wasm).map_err(|cause| Problem::file("read", &wasm, &cause))?);
        let name = format!("{worker}-{}", hash(&both));
        rename(&js, &folder.join(format!("{name}.js")))?;
        rename(&wasm, &folder.join(format!("{name}_bg.wasm")))?;
        metas.push(format!("<meta name=\"{worker}\" content=\"{name}.js\" data-wasm=\"{name}_bg.wasm\">\n"));
    }
    Ok(page.replacen("</head>", &format!("{}</head>", metas.concat()), 1))
}

/// Puts the style sheets into one file, in their order: the first paint waits for them, and six requests are five too many.
fn join_styles(page: &str, folder: &Path) -> Result<String> {
    let all = tags(page);
    let sheets = all.iter().filter(|tag| tag.name == "link" && tag.get("rel") == Some("stylesheet"));
    let (mut joined, mut page, mut first) = (String::new(), page.to_owned(), true);
    let mark = "<link rel=\"stylesheet\" href=\"./styles.css\">";
    for sheet in sheets {
        let file = folder.join(sheet.get("href").unwrap_or_default().trim_start_matches("./"));
        joined.push_str(&read(&file)?);
        std::fs::remove_file(&file).map_err(|cause| Problem::file("replace", &file, &cause))?;
        page = page.replacen(&format!("<{}", sheet.text), if first { mark } else { "" }, 1);
        first = false;
    }
    let name = format!("styles-{}.css", hash(joined.as_bytes()));
    write(&folder.join(&name), &joined)?;
    if !page.contains("./styles.css") {
        return Err(Problem::new("The built page links no style sheet. Check the css links in index.html."));
    }
    Ok(page.replacen("./styles.css", &format!("./{name}"), 1))
}

/// The workers that Trunk left, by name: it hashes the app's files and not theirs.
fn workers(folder: &Path) -> Result<Vec<String>> {
    let entries = std::fs::read_dir(folder).map_err(|cause| Problem::file("read", folder, &cause))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix("-worker_bg.wasm")?.to_owned() + "-worker"))
        .collect();
    names.sort();
    Ok(names)
}

/// Every promise that the page's own text can break, reported at once.
fn check(page: &str) -> Result {
    let tags = tags(page);
    let mut broken = policy_problems(&tags);
    for tag in &tags {
        let inline = match tag.name.as_str() {
            "style" => true,
            "script" => tag.get("src").is_none(),
            _ => false,
        };
        if inline {
            broken.push(format!("an inline <{}>", tag.name));
        }
        for (name, value) in &tag.attributes {
            if name == "style" || name.starts_with("on") {
                broken.push(format!("the inline attribute {name}=\"{value}\""));
            }
            if is_fetched(tag, name) && !is_relative(value) {
                broken.push(format!("the address {value}, which is not relative"));
            }
        }
    }
    if broken.is_empty() {
        return Ok(());
    }
    Err(Problem::new(format!(
        "The page would break its own promises:\n  - {}\nChange index.html; the policy is listed in xtask/src/finish.rs.",
        broken.join("\n  - ")
    )))
}

/// Whether the browser follows this address by itself; a person follows `<a href>`.
fn is_fetched(tag: &Tag, attribute: &str) -> bool {
    matches!(attribute, "src" | "srcset" | "href" | "data" | "action" | "poster")
        && !(tag.name == "a" && tag.get("href").is_some_and(|to| !to.starts_with('/')))
}

fn is_relative(address: &str) -> bool {
    let before_path = address.split(['/', '?', '#']).next().unwrap_or_default();
    let own_scheme = before_path.contains(':') && !address.starts_with("data:");
    !address.starts_with('/') && !own_scheme
}

fn policy_problems(tags: &[Tag]) -> Vec<String> {
    let is_policy =
        |tag: &Tag| tag.get("http-equiv").is_some_and(|kind| kind.eq_ignore_ascii_case("content-security-policy"));
    let Some(at) = tags.iter().position(is_policy) else {
        return vec!["no content policy".to_owned()];
    };
    let text = tags.get(at).and_then(|tag| tag.get("content")).unwrap_or_default();
    let found: Vec<(&str, &str)> = text
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| part.split_once(' ').unwrap_or((part, "")))
        .collect();
    let mut problems = Vec::new();
    for (directive, wanted) in POLICY {
        if !found.contains(&(directive, wanted)) {
            problems.push(format!("a content policy without `{directive} {wanted}`"));
        }
    }
    for (directive, value) in &found {
        if !POLICY.iter().any(|(known, _)| known == directive) {
            problems.push(format!("an unknown line in the content policy: `{directive} {value}`"));
        }
    }
    let guarded_late = tags.iter().take(at).any(|tag| matches!(tag.name.as_str(), "script" | "link" | "style"));
    if guarded_late {
        problems.push("a link or script before the content policy, which guards only what follows it".to_owned());
    }
    problems
}

/// A short name for contents (FNV-1a): it must differ when they do, and nothing more.
pub fn hash(contents: &[u8]) -> String {
    let hash = contents
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|cause| Problem::file("read", path, &cause))
}

fn write(path: &Path, text: &str) -> Result {
    std::fs::write(path, text).map_err(|cause| Problem::file("write", path, &cause))
}

fn rename(from: &Path, to: &Path) -> Result {
    std::fs::rename(from, to).map_err(|cause| Problem::file("rename", from, &cause))
}

#[cfg(test)]
mod tests {
    use super::{POLICY, check};

    fn page(head: &str) -> String {
        let policy: Vec<String> = POLICY.iter().map(|(what, from)| format!("{what} {from}")).collect();
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">{head}", policy.join("; "))
    }

    fn problem(page: &str) -> String {
        check(page).err().map(|problem| problem.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_page_with_our_policy_and_own_files_passes() {
        let head = "<link href=./a.css><script src=\"./b.js\"></script><a href=\"https://x.example\">x</a>";
        assert_eq!(problem(&page(head)), "");
    }

    #[test]
    fn what_the_policy_would_refuse_is_named() {
        for (head, named) in [
            ("<script>1</script>", "inline <script>"),
            ("<style>p{}</style>", "inline <style>"),
            ("<p style=\"color:red\">", "style=\"color:red\""),
            ("<p onclick=x>", "onclick"),
            ("<img src=https://x.example/y.png>", "https://x.example/y.png"),
            ("<link href=\"/a.css\">", "/a.css"),
            ("<script src=//x.example/y.js></script>", "//x.example/y.js"),
        ] {
            assert!(problem(&page(head)).contains(named), "{head}: {}", problem(&page(head)));
        }
    }

    #[test]
    fn a_page_without_its_policy_is_not_published() {
        assert!(problem("<p>").contains("no content policy"));
        assert!(problem(&page("").replace("object-src 'none'", "object-src *")).contains("object-src 'none'"));
        assert!(problem(&format!("<script src=a.js></script>{}", page(""))).contains("before the content policy"));
    }
}
