//! A browser of a journey's own: its clock, its pages, what a person does in it, and a record of
//! everything that should not have happened.

// By its path: the measurements borrow this file too.
#[path = "browser/outside.rs"]
mod outside;

use crate::find::{Find, has_focus, name, property, role};
use crate::outline;
use crate::server::{self, BASE};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::TypingData;
use thirtyfour::prelude::*;

/// How long anything may take before it counts as not happening.
const DEADLINE: Duration = Duration::from_secs(10);

/// A fresh Chromium on a fresh server.
pub struct Browser {
    // Dropped in this order: the session ends before its driver.
    driver: WebDriver,
    chromedriver: Chromedriver,
    /// The page's own origin.
    pub origin: String,
    /// Clicks so far; a field that is clicked to type in it counts too.
    pub taps: usize,
    /// Headings arrived at so far.
    pub screens: usize,
    downloads: PathBuf,
    /// A script that moves the clock of a page; empty if it is not moved.
    clock: String,
}

impl Browser {
    /// Opens an empty tab in New York. `clock` is the wall clock there as the page will see it, such as
    /// `2024-02-01T09:00`; it runs on from then. The product has no switch for it.
    pub async fn open(clock: Option<&str>) -> Self {
        Self::open_with(server::page(), clock, &[]).await
    }

    /// The same on a site that is served already.
    pub async fn on(origin: String, clock: Option<&str>) -> Self {
        Self::open_with(origin, clock, &[]).await
    }

    /// The same, with more flags for Chromium.
    pub async fn open_with(origin: String, clock: Option<&str>, flags: &[&str]) -> Self {
        let chromedriver = Chromedriver::start();
        let address = format!("http://127.0.0.1:{}", chromedriver.port);
        let driver = WebDriver::new(address.as_str(), capabilities(flags)).await.expect("chromedriver opens Chromium");
        let downloads = fresh_folder();
        let mut browser = Self { driver, chromedriver, origin, taps: 0, screens: 0, downloads, clock: String::new() };
        browser.in_new_york().await;
        if let Some(clock) = clock {
            let ahead = browser.script(&format!("return new Date('{clock}').getTime() - Date.now()")).await;
            browser.clock = SHIFT_CLOCK.replace("AHEAD", &ahead.to_string());
        }
        browser.prepare().await;
        browser
    }

    /// What every window needs before its first page.
    async fn prepare(&self) {
        self.in_new_york().await;
        let folder = json!({ "behavior": "allow", "downloadPath": self.downloads });
        self.cdp("Browser.setDownloadBehavior", folder).await;
        self.before_every_page(WATCH_REFUSALS).await;
        self.before_every_page(&self.clock).await;
        self.size(360, 740).await;
    }

    async fn in_new_york(&self) {
        self.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": "America/New_York" })).await;
    }

    /// Goes to a place below `/recourse/`, such as `""` or `"#/urgent"`.
    pub async fn go(&self, place: &str) {
        let address = format!("{}{BASE}{place}", self.origin);
        self.visit(&address).await;
    }

    /// Goes anywhere.
    pub async fn visit(&self, address: &str) {
        self.driver.goto(address).await.expect("the address opens");
    }

    /// Loads the page again, as a person does.
    pub async fn reload(&self) {
        self.driver.refresh().await.expect("the page loads again");
    }

    /// From here on everything happens in the first frame of the page.
    pub async fn into_frame(&self) {
        self.driver.enter_frame(0).await.expect("the page has a frame");
    }

    /// Waits until the app has taken over the first screen.
    pub async fn running(&self) {
        self.until("the app to run", async || {
            self.script("return document.documentElement.dataset.app").await == "running"
        })
        .await;
    }

    /// Waits for the new screen's heading, and counts the screen.
    pub async fn arrived(&mut self, title: &str) {
        self.screens += 1;
        let wanted = crate::find::heading(title);
        self.until(&format!("the screen “{title}”"), async || {
            let nodes = self.nodes().await;
            wanted.among(&nodes).into_iter().any(|node| level(node) == Some(1))
        })
        .await;
    }

    /// Waits until it is there.
    pub async fn sees(&self, what: &Find) {
        self.node(what).await;
    }

    /// Waits until these words stand somewhere in the page's text, whatever the line breaks.
    pub async fn reads(&self, words: &str) {
        let wanted = single_spaced(words);
        self.until(&format!("the words “{words}”"), async || {
            single_spaced(&self.page_text().await).contains(&wanted)
        })
        .await;
    }

    /// All that a person can read on the page now.
    pub async fn page_text(&self) -> String {
        let text = self.script("return document.body.innerText").await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Clicks the middle of it with the mouse, after scrolling to it; something on top is a failure.
    pub async fn click(&mut self, what: &Find) {
        let object = self.object(what).await;
        let at = self.call(&object, MIDDLE).await;
        assert!(at["on top"].is_null(), "{what} is covered by {}", at["on top"]);
        self.taps += 1;
        for kind in ["mousePressed", "mouseReleased"] {
            let click = json!({ "type": kind, "x": at["x"], "y": at["y"], "button": "left", "clickCount": 1 });
            self.cdp("Input.dispatchMouseEvent", click).await;
        }
    }

    /// Clicks into a field and types, key by key.
    pub async fn type_into(&mut self, what: &Find, text: &str) {
        self.click(what).await;
        self.press(text).await;
    }

    /// Clicks into a field and puts the whole text in at once, as a paste does.
    pub async fn paste(&mut self, what: &Find, text: &str) {
        self.click(what).await;
        self.cdp("Input.insertText", json!({ "text": text })).await;
    }

    /// Chooses from a `<select>` by the words of the option: by keyboard, as one types a month.
    pub async fn choose(&mut self, what: &Find, option: &str) {
        let object = self.object(what).await;
        self.taps += 1;
        self.call(&object, "function () { this.focus() }").await;
        self.press(option).await;
        let chosen = self.call(&object, "function () { return this.selectedOptions[0]?.label }").await;
        assert_eq!(chosen, option, "what {what} shows after typing");
    }

    /// Presses keys: text, or `Key::Tab` and its like.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        let actions = self.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        actions.send_keys(keys).perform().await.expect("keys can be pressed");
    }

    /// Selects all that stands in the field that has the focus, as Control and A do.
    pub async fn select_all(&self) {
        let key =
            json!({ "type": "rawKeyDown", "key": "a", "code": "KeyA", "modifiers": 2, "commands": ["selectAll"] });
        self.cdp("Input.dispatchKeyEvent", key).await;
    }

    /// Strikes one key of a letter or a space, without waiting for what comes of it.
    pub async fn strike(&self, letter: char) {
        let key = json!({ "type": "keyDown", "key": letter, "text": letter, "unmodifiedText": letter });
        self.cdp("Input.dispatchKeyEvent", key).await;
        self.cdp("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": letter })).await;
    }

    /// Presses Tab until it has the focus: so it can be reached by keyboard alone.
    pub async fn tab_to(&self, what: &Find) {
        self.sees(what).await;
        for _ in 0..100 {
            self.press(Key::Tab).await;
            let nodes = self.nodes().await;
            if what.among(&nodes).into_iter().any(has_focus) {
                return;
            }
        }
        panic!("{what} cannot be reached with Tab.\n{}", self.outline().await);
    }

    /// Presses Tab until a radio button of its group has the focus, and the arrow keys until it has it itself: it is then
    /// chosen.
    pub async fn arrow_to(&self, what: &Find) {
        const IN_GROUP: &str = "function () { return document.activeElement.name === this.name }";
        let object = self.object(what).await;
        for _ in 0..100 {
            self.press(Key::Tab).await;
            if self.call(&object, IN_GROUP).await == json!(true) {
                break;
            }
        }
        for _ in 0..30 {
            let nodes = self.nodes().await;
            if what.among(&nodes).into_iter().any(has_focus) {
                self.press(" ").await;
                return;
            }
            self.press(Key::Down).await;
        }
        panic!("{what} cannot be reached with Tab and the arrow keys.\n{}", self.outline().await);
    }

    /// Role and name of what has the focus.
    pub async fn focused(&self) -> String {
        let nodes = self.nodes().await;
        let focused = nodes.iter().rev().find(|node| has_focus(node));
        focused.map_or_else(String::new, |node| format!("{} {}", role(node), name(node)))
    }

    /// The accessibility tree as text, for a golden file.
    pub async fn outline(&self) -> String {
        outline::text(&self.nodes().await)
    }

    /// Puts a file into a file input, as the system's own dialog would; it is the one thing found by its selector.
    pub async fn put_file(&self, input: &str, file: &Path) {
        let found = self.driver.find(By::Css(input)).await.expect("the file input");
        found.send_keys(file.to_string_lossy()).await.expect("the file can be chosen");
    }

    /// Waits for a download whose name ends like this, and gives its place.
    pub async fn downloaded(&self, ending: &str) -> PathBuf {
        let find = || {
            let entries = std::fs::read_dir(&self.downloads).expect("the folder for downloads");
            let mut files = entries.filter_map(|entry| Some(entry.ok()?.path()));
            files.find(|file| file.to_string_lossy().ends_with(ending))
        };
        self.until(&format!("a download of *{ending}"), async || find().is_some()).await;
        find().expect("it was there a moment ago")
    }

    /// Runs a script in the page; the page's content policy does not bind the test's own scripts,
    /// but it binds whatever they ask the page to do.
    pub async fn script(&self, script: &str) -> Value {
        let returned = self.driver.execute(script, Vec::new()).await;
        returned.expect("the script runs").json().clone()
    }

    /// A command of the Chrome devtools protocol.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Value {
        let answer = self.driver.cdp().send_raw(method, parameters).await;
        answer.unwrap_or_else(|cause| panic!("{method}: {cause}"))
    }

    /// The window as a device of this size shows it.
    pub async fn size(&self, width: u32, height: u32) {
        let device = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", device).await;
    }

    /// The picture of the window as PNG.
    pub async fn picture(&self, file: &Path) {
        self.driver.screenshot(file).await.expect("the picture can be written");
    }

    /// Waits for a condition; on the deadline, says what was waited for and what is there instead.
    pub async fn until(&self, what: &str, condition: impl AsyncFn() -> bool) {
        let start = Instant::now();
        while !condition().await {
            if start.elapsed() > DEADLINE {
                let address = self.script("return location.href").await;
                panic!("waited in vain for {what}\nat {address}:\n{}", self.outline().await);
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// What the content policy refused in this page so far.
    pub async fn refusals(&self) -> Vec<String> {
        let list = self.script("return globalThis.__refused ?? []").await;
        serde_json::from_value(list).expect("a list of texts")
    }

    /// Errors in the console since the last time.
    pub async fn console_errors(&self) -> Vec<String> {
        let log = self.driver.get_log("browser").await.expect("Chromium keeps a log");
        let errors = log.into_iter().filter(|entry| entry.level == "SEVERE");
        errors.map(|entry| entry.message).collect()
    }

    /// Addresses asked for by the page since the last time, its own origin left out.
    pub async fn foreign_requests(&self) -> Vec<String> {
        let own = format!("{}/", self.origin);
        let foreign = |url: &String| !url.starts_with(&own) && !url.starts_with("data:") && !url.starts_with("blob:");
        self.requests().await.into_iter().filter(foreign).collect()
    }

    /// All addresses asked for by the page since the last time.
    pub async fn requests(&self) -> Vec<String> {
        let log = self.driver.get_log("performance").await.expect("Chromium keeps a log");
        log.into_iter()
            .filter_map(|entry| serde_json::from_str::<Value>(&entry.message).ok())
            .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|event| Some(event["message"]["params"]["request"]["url"].as_str()?.to_owned()))
            .collect()
    }

    /// Ends the journey: nothing may have gone wrong on the way, seen or unseen.
    pub async fn leave(self) {
        let mut wrong = String::new();
        for (what, list) in [
            ("refused by the content policy", self.refusals().await),
            ("errors in the console", self.console_errors().await),
            ("requests to another origin", self.foreign_requests().await),
        ] {
            if !list.is_empty() {
                let _ = writeln!(wrong, "{what}:\n  {}", list.join("\n  "));
            }
        }
        self.close().await;
        assert!(wrong.is_empty(), "{wrong}");
    }

    /// Ends a session in which wrong things were tried on purpose.
    pub async fn close(self) {
        std::fs::remove_dir_all(&self.downloads).ok();
        self.driver.clone().quit().await.expect("Chromium closes");
    }

    /// The whole accessibility tree.
    pub async fn nodes(&self) -> Vec<Value> {
        let tree = self.cdp("Accessibility.getFullAXTree", json!({})).await;
        tree["nodes"].as_array().cloned().unwrap_or_default()
    }

    /// The one node that matches; two are as bad as none, for a person as for a test.
    async fn node(&self, what: &Find) -> Value {
        let start = Instant::now();
        loop {
            let nodes = self.nodes().await;
            if let [node] = what.among(&nodes).as_slice() {
                return (*node).clone();
            }
            if start.elapsed() > DEADLINE {
                let count = what.among(&nodes).len();
                panic!("{what} is there {count} times, not once:\n{}", outline::text(&nodes));
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// The element behind a node, as the devtools protocol speaks of it.
    async fn object(&self, what: &Find) -> Value {
        let node = self.node(what).await;
        let id = json!({ "backendNodeId": node["backendDOMNodeId"] });
        self.cdp("DOM.resolveNode", id).await["object"]["objectId"].clone()
    }

    async fn call(&self, object: &Value, function: &str) -> Value {
        let call = json!({ "objectId": object, "functionDeclaration": function, "returnByValue": true });
        self.cdp("Runtime.callFunctionOn", call).await["result"]["value"].clone()
    }

    /// Has a script run in every page before the page's own.
    pub async fn before_every_page(&self, script: &str) {
        let source = json!({ "source": script, "runImmediately": true });
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source).await;
    }
}

/// The middle of an element on the screen, and what lies over it, if anything.
const MIDDLE: &str = "function () {
    this.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = this.getClientRects()[0] ?? this.getBoundingClientRect();
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const top = document.elementFromPoint(x, y);
    const own = top && (this.contains(top) || top.contains(this) || [...(this.labels ?? [])].some((label) => label.contains(top)));
    return { x, y, 'on top': own ? null : (top?.outerHTML ?? 'nothing: it is outside the window').slice(0, 200) };
}";

const WATCH_REFUSALS: &str = "globalThis.__refused = [];
addEventListener('securitypolicyviolation', (event) =>
    globalThis.__refused.push(event.effectiveDirective + ' ' + event.blockedURI));";

/// The page's `Date`, moved by a fixed distance.
const SHIFT_CLOCK: &str = "{
    const Real = Date, ahead = AHEAD, now = () => Real.now() + ahead;
    globalThis.Date = new Proxy(Real, {
        construct: (real, given, made) => Reflect.construct(real, given.length ? given : [now()], made),
        apply: () => new Real(now()).toString(),
        get: (real, key) => key === 'now' ? now : Reflect.get(real, key),
    });
    Real.prototype.constructor = globalThis.Date;
}";

/// The driver process; it ends with the value.
struct Chromedriver {
    process: Child,
    port: u16,
}

impl Chromedriver {
    fn start() -> Self {
        let program = setting("RECOURSE_CHROMEDRIVER", "chromedriver");
        // It looks for a free port and then takes it: another may have been quicker.
        (0..10).find_map(|_| Self::try_start(&program)).expect("chromedriver starts and says its port")
    }

    fn try_start(program: &str) -> Option<Self> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|cause| panic!("{program}: {cause}; `cargo xtask test e2e` installs it"));
        let mut lines = BufReader::new(process.stdout.take().expect("its output is ours")).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok());
        let Some(port) = port else {
            process.wait().ok();
            return None;
        };
        // Whatever else it says is read away, or it would stop at a full pipe.
        std::thread::spawn(move || lines.count());
        Some(Self { process, port })
    }
}

/// A journey that fails cannot end its session in order: the driver is asked to end everything, or a Chromium would be left.
impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // The client would wait two minutes for an answer to its own goodbye.
            self.driver.clone().leak().ok();
            self.chromedriver.shut_down().ok();
        }
    }
}

impl Chromedriver {
    /// Ends the driver and its sessions, and waits until it has.
    fn shut_down(&self) -> io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        io::copy(&mut stream, &mut io::sink()).map(drop)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

fn capabilities(more: &[&str]) -> thirtyfour::ChromeCapabilities {
    let mut chrome = DesiredCapabilities::chrome();
    let usual: Value = serde_json::from_str(include_str!("../../webdriver.json")).expect("JSON");
    let usual = usual["goog:chromeOptions"]["args"].as_array().into_iter().flatten();
    for flag in usual.map(|flag| flag.as_str().expect("flags are texts")).chain(more.iter().copied()) {
        chrome.add_arg(flag).expect("a flag");
    }
    // No name but our own server's leads anywhere, whatever asks.
    chrome.add_arg("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1").expect("a flag");
    chrome.set_binary(&setting("RECOURSE_CHROME", "chromium")).expect("a path");
    chrome.set("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" })).expect("log settings");
    chrome
}

/// A place that `cargo xtask test e2e` passes on, or the usual program on the PATH.
fn setting(name: &str, usual: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let found = std::env::split_paths(&path).map(|folder| folder.join(usual)).find(|file| file.is_file());
        found.map_or_else(|| usual.to_owned(), |file| file.to_string_lossy().into_owned())
    })
}

/// A new empty folder for the downloads of one browser.
fn fresh_folder() -> PathBuf {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("downloads-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the build folder can be written");
    folder
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn level(node: &Value) -> Option<i64> {
    property(node, "level")?.as_i64()
}
