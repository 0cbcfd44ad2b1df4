//! PDFs made in a worker, so that the page stays alive. To the caller, one async function.
//!
//! Knows how a worker starts and ends, not what a PDF is: the page must not carry what only the worker needs.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, MessageEvent, Url, Worker};

use crate::packet::message::{Answer, Failure, Job};
use crate::packet::{Packet, Request};

/// How long the page waits for a worker to load and to answer: an old phone on a slow line, and then some.
const PATIENCE_SECONDS: i32 = 90;

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
    let worker = Started::new(&boot_script()?)?;
    let message = worker.ask(Job::from(request).to_text()).await?;
    let bytes = message.get(2).dyn_into::<Uint8Array>();
    let Some(Ok(answer)) = message.get(1).as_string().map(|text| Answer::from_text(&text)) else {
        return Err(Failure::Unreadable);
    };
    match (answer, bytes) {
        (Answer::Made { pages, missing, notices }, Ok(bytes)) => {
            Ok(Packet { bytes: bytes.to_vec(), pages, missing, notices })
        }
        (Answer::Refused(why), _) => Err(Failure::Refused(why)),
        (Answer::Made { .. }, Err(_)) => Err(Failure::Unreadable),
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
    async fn ask(&self, job: String) -> Result<Array, Failure> {
        let ending = Ending::default();
        let told = ending.clone();
        let worker = self.worker.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = event.data().dyn_into::<Array>().unwrap_or_default();
            let second = message.get(1).as_string().unwrap_or_default();
            match message.get(0).as_string().as_deref() {
                Some("ready") => {
                    if let Err(cause) = worker.post_message(&JsValue::from_str(&job)) {
                        told.end(Err(Failure::NotStarted { why: said(&cause) }));
                    }
                }
                Some("answer") => told.end(Ok(message)),
                Some("not-started") => told.end(Err(Failure::NotStarted { why: second })),
                Some("broke-down") => told.end(Err(Failure::BrokeDown { place: second })),
                Some("forbidden") => told.end(Err(Failure::Forbidden { directive: second })),
                Some(_) | None => told.end(Err(Failure::Unreadable)),
            }
        });
        let told = ending.clone();
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            told.end(Err(Failure::BrokeDown { place: event.message() }));
        });
        let told = ending.clone();
        let on_patience_lost = Closure::<dyn FnMut()>::new(move || {
            told.end(Err(Failure::Silent { seconds: PATIENCE_SECONDS }));
        });

        let over = Promise::new(&mut |resolve, _| ending.when_over(resolve));
        self.worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        self.worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let window = web_sys::window().ok_or(Failure::NotInPage)?;
        let timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            on_patience_lost.as_ref().unchecked_ref(),
            PATIENCE_SECONDS * 1000,
        );
        let waited = JsFuture::from(over).await;
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        if let Ok(timer) = timer {
            window.clear_timeout_with_handle(timer);
        }
        match waited {
            Ok(_) => ending.taken().unwrap_or(Err(Failure::Unreadable)),
            Err(_) => Err(Failure::Unreadable),
        }
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
        self.waiting.replace(Some(resolve));
    }

    fn end(&self, how: Result<Array, Failure>) {
        if let Some(resolve) = self.waiting.take() {
            self.how.replace(Some(how));
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
