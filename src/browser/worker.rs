//! PDFs made in a worker, so that the page stays alive. To the caller, one async function.
//!
//! Knows how a worker starts and ends, not what a PDF is: the page must not carry what only the worker needs.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, MessageEvent, Url, Worker};

use crate::packet::exhibits::Trouble;
use crate::packet::message::{Answer, Failure, Job};
use crate::packet::{Error, Packet, Progress, Request};

/// How long the page waits for a word of the worker: an old phone on a slow line, and then some.
const PATIENCE_SECONDS: u32 = 90;

/// Loads our own files into a worker that inherits the page's content policy, as one started from its address would not.
/// Each message is a list whose first item says what it is.
const BOOT: &str = r#"
addEventListener("securitypolicyviolation", (event) => postMessage(["forbidden", event.effectiveDirective]));
try {
  importScripts(SCRIPT);
  wasm_bindgen({ module_or_path: MODULE }).catch((cause) => postMessage(["not-started", String(cause)]));
} catch (cause) {
  postMessage(["not-started", String(cause)]);
}
"#;

/// The packet of these papers, made in a worker of its own.
///
/// A worker lives for one packet: its memory never shrinks, packets are rare, and the browser keeps its files.
///
/// # Errors
/// When the papers cannot be bound, or the worker fails. See [`Failure`].
pub async fn build(request: &Request) -> Result<Packet, Failure> {
    build_with(request, &[], &Watch::new(|_| ())).await
}

/// The packet of these papers and exhibits. The worker reads the files of the exhibits one by one, in their order.
///
/// # Errors
/// As [`build`]. When `watch` stops it, [`Error::Stopped`] within [`Failure::Refused`]; nothing is left then.
pub async fn build_with(request: &Request, exhibits: &[Blob], watch: &Watch) -> Result<Packet, Failure> {
    let worker = Started::new(&boot_script()?)?;
    let job = Array::of1(&Job::from(request).to_text().into());
    for file in exhibits {
        job.push(file);
    }
    let message = worker.ask(&job, watch).await?;
    let bytes = message.get(2).dyn_into::<Uint8Array>();
    let Some(Ok(answer)) = message.get(1).as_string().map(|text| Answer::from_text(&text)) else {
        return Err(Failure::Unreadable);
    };
    match (answer, bytes) {
        (Answer::Made { pages, missing, notices, contents }, Ok(bytes)) => {
            Ok(Packet { bytes: bytes.to_vec(), pages, missing, notices, contents })
        }
        (Answer::Refused(why), _) => Err(Failure::Refused(why)),
        (Answer::Made { .. }, Err(_)) => Err(Failure::Unreadable),
    }
}

/// Hears how far a packet is, and can stop it.
#[derive(Clone)]
pub struct Watch {
    heard: Rc<dyn Fn(Progress)>,
    ending: Ending,
}

impl Watch {
    /// For one packet; `heard` is told how far it is.
    pub fn new(heard: impl Fn(Progress) + 'static) -> Self {
        Self { heard: Rc::new(heard), ending: Ending::default() }
    }

    /// Stops the packet. The worker ends at once, and all that it holds with it.
    pub fn stop(&self) {
        self.ending.end(Err(Failure::Refused(Error::Stopped)));
    }
}

/// [`BOOT`] with the whole addresses of the two files: a worker from a `blob:` has no address to start from.
fn boot_script() -> Result<String, Failure> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(Failure::NotInPage)?;
    let base = document.base_uri().ok().flatten().ok_or(Failure::NotInPage)?;
    let meta = document.query_selector("meta[name=packet-worker]").ok().flatten().ok_or(Failure::NotInPage)?;
    let address = |attribute: &str| {
        let name = meta.get_attribute(attribute).filter(|name| !name.is_empty())?;
        Url::new_with_base(&name, &base).ok().map(|url| quoted(&url.href()))
    };
    let (Some(script), Some(module)) = (address("content"), address("data-wasm")) else {
        return Err(Failure::NotInPage);
    };
    Ok(BOOT.replace("SCRIPT", &script).replace("MODULE", &module))
}

/// A text as a script writes it.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text can always be quoted")
}

/// A worker at work. It ends when this is dropped, and with it all that it holds.
struct Started {
    worker: Worker,
    address: String,
}

impl Started {
    fn new(script: &str) -> Result<Self, Failure> {
        let not_started = |cause: JsValue| Failure::NotStarted { why: said(&cause) };
        let kind = BlobPropertyBag::new();
        kind.set_type("text/javascript");
        let parts = Array::of1(&JsValue::from_str(script));
        let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).map_err(not_started)?;
        let address = Url::create_object_url_with_blob(&blob).map_err(not_started)?;
        match Worker::new(&address) {
            Ok(worker) => Ok(Self { worker, address }),
            Err(cause) => {
                forget(&address);
                Err(not_started(cause))
            }
        }
    }

    /// Gives the job when the worker is ready, and waits for the message that ends it.
    async fn ask(&self, job: &Array, watch: &Watch) -> Result<Array, Failure> {
        let ending = &watch.ending;
        let patience = Rc::new(Patience::new(ending.clone()));
        let last: Rc<Cell<Option<Progress>>> = Rc::default();
        let on_message = {
            let (told, watch, patience, last) = (ending.clone(), watch.clone(), Rc::clone(&patience), Rc::clone(&last));
            let (worker, job) = (self.worker.clone(), job.clone());
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                patience.renew();
                let message = event.data().dyn_into::<Array>().unwrap_or_default();
                let second = message.get(1).as_string().unwrap_or_default();
                match message.get(0).as_string().as_deref() {
                    Some("ready") => {
                        if let Err(cause) = worker.post_message(&job) {
                            told.end(Err(Failure::NotStarted { why: said(&cause) }));
                        }
                    }
                    Some("progress") => {
                        if let Ok(progress) = Progress::from_text(&second) {
                            last.set(Some(progress));
                            (watch.heard)(progress);
                        }
                    }
                    Some("answer") => told.end(Ok(message)),
                    Some("not-started") => told.end(Err(Failure::NotStarted { why: second })),
                    Some("broke-down") => told.end(Err(broke_down(last.get(), second))),
                    Some("forbidden") => told.end(Err(Failure::Forbidden { directive: second })),
                    Some(_) | None => told.end(Err(Failure::Unreadable)),
                }
            })
        };
        let told = ending.clone();
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            told.end(Err(broke_down(last.get(), event.message())));
        });
        let over = Promise::new(&mut |resolve, _| ending.when_over(resolve));
        self.worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        self.worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        patience.renew();
        let waited = JsFuture::from(over).await;
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        match waited {
            Ok(_) => ending.taken().unwrap_or(Err(Failure::Unreadable)),
            Err(_) => Err(Failure::Unreadable),
        }
    }
}

/// Why a worker broke down: a file that was past saving, if it was at one; else a fault of the program.
fn broke_down(last: Option<Progress>, place: String) -> Failure {
    match last {
        Some(Progress::Rescuing { exhibit }) => Failure::Refused(Error::Exhibit { exhibit, why: Trouble::Unreadable }),
        Some(Progress::Reading { .. } | Progress::Page { .. } | Progress::Setting) | None => {
            Failure::BrokeDown { place }
        }
    }
}

/// How much longer the page waits. Each word of the worker renews it.
struct Patience {
    ending: Ending,
    timer: RefCell<Option<Timeout>>,
}

impl Patience {
    fn new(ending: Ending) -> Self {
        Self { ending, timer: RefCell::default() }
    }

    fn renew(&self) {
        let ending = self.ending.clone();
        let lost = move || ending.end(Err(Failure::Silent { seconds: PATIENCE_SECONDS }));
        // The timer before this one ends as it is dropped.
        self.timer.replace(Some(Timeout::new(PATIENCE_SECONDS * 1000, lost)));
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        self.worker.terminate();
        forget(&self.address);
    }
}

/// How the work ended, and who waits for it. The first ending counts.
#[derive(Clone, Default)]
struct Ending {
    how: Rc<RefCell<Option<Result<Array, Failure>>>>,
    waiting: Rc<RefCell<Option<Function>>>,
}

impl Ending {
    fn when_over(&self, resolve: Function) {
        // It may have been stopped before it began.
        if self.how.borrow().is_some() {
            drop(resolve.call0(&JsValue::UNDEFINED));
        } else {
            self.waiting.replace(Some(resolve));
        }
    }

    fn end(&self, how: Result<Array, Failure>) {
        if self.how.borrow().is_some() {
            return;
        }
        self.how.replace(Some(how));
        if let Some(resolve) = self.waiting.take() {
            // A promise's own resolver does not throw.
            drop(resolve.call0(&JsValue::UNDEFINED));
        }
    }

    fn taken(&self) -> Option<Result<Array, Failure>> {
        self.how.take()
    }
}

/// Lets go of a boot script. A browser that has forgotten it already loses nothing.
fn forget(address: &str) {
    drop(Url::revoke_object_url(address));
}

/// What the browser said went wrong.
fn said(cause: &JsValue) -> String {
    cause.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{cause:?}"), |error| String::from(error.message()))
}
