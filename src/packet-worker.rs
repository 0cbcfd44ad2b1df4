//! The worker that makes PDFs: takes a job, answers with the file. Started by `browser::worker`, which explains the messages.
//!
//! Knows no page and no storage, and is never silent: a fault of the program is told before the worker ends.

use js_sys::{Array, Uint8Array};
use recourse::packet::message::{Answer, Job};
use recourse::packet::{self, Packet};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        // The place only: a panic's message could hold words of the person's.
        let place = panic.location().map_or_else(String::new, ToString::to_string);
        post(&Array::of2(&"broke-down".into(), &place.into()), &Array::new());
    }));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| answer(&event));
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker needs its ears until it is ended from outside.
    on_message.forget();
    post(&Array::of1(&"ready".into()), &Array::new());
}

fn answer(event: &MessageEvent) {
    let text = event.data().as_string().unwrap_or_default();
    let job = Job::from_text(&text).expect("the page and its worker are built together");
    match packet::bind(&job) {
        Ok(Packet { bytes, pages, missing, notices }) => {
            let bytes = Uint8Array::from(bytes.as_slice());
            let said = Answer::Made { pages, missing, notices }.to_text();
            // The bytes change hands and are not copied again.
            post(&Array::of3(&"answer".into(), &said.into(), &bytes), &Array::of1(&bytes.buffer()));
        }
        Err(why) => {
            let said = Answer::Refused(why).to_text();
            post(&Array::of2(&"answer".into(), &said.into()), &Array::new());
        }
    }
}

fn post(message: &Array, transfer: &Array) {
    scope().post_message_with_transfer(message, transfer).expect("texts and bytes can be posted");
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
