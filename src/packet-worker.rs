//! The worker that makes PDFs: takes a job and the files of its exhibits, says how far it is, answers with the file. Started by `browser::worker`, which explains the messages.
//!
//! Knows no page and no storage, and is never silent: a fault of the program is told before the worker ends.

use js_sys::{Array, Uint8Array};
use recourse::packet::message::{Answer, Job};
use recourse::packet::{self, Packet, Progress, Supply};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

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
    let message: Array = event.data().dyn_into().unwrap_or_default();
    let text = message.shift().as_string().unwrap_or_default();
    let job = Job::from_text(&text).expect("the page and its worker are built together");
    match packet::bind(&job, &mut Files(message)) {
        Ok(Packet { bytes, pages, missing, notices, contents }) => {
            let bytes = Uint8Array::from(bytes.as_slice());
            let said = Answer::Made { pages, missing, notices, contents }.to_text();
            // The bytes change hands and are not copied again.
            post(&Array::of3(&"answer".into(), &said.into(), &bytes), &Array::of1(&bytes.buffer()));
        }
        Err(why) => {
            let said = Answer::Refused(why).to_text();
            post(&Array::of2(&"answer".into(), &said.into()), &Array::new());
        }
    }
}

/// The files of the exhibits. They stay with the browser until each is wanted, so that only one is held at a time.
struct Files(Array);

impl Supply for Files {
    fn bytes(&mut self, exhibit: usize) -> Option<Vec<u8>> {
        let file: Blob = self.0.get(u32::try_from(exhibit).ok()?).dyn_into().ok()?;
        let bytes = FileReaderSync::new().ok()?.read_as_array_buffer(&file).ok()?;
        Some(Uint8Array::new(&bytes).to_vec())
    }

    fn size(&self) -> usize {
        let files = self.0.iter().filter_map(|file| file.dyn_into::<Blob>().ok());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is whole and not negative")]
        files.map(|file| file.size() as usize).fold(0, usize::saturating_add)
    }

    fn goes_on(&mut self, progress: Progress) -> bool {
        post(&Array::of2(&"progress".into(), &progress.to_text().into()), &Array::new());
        // Who wants it stopped ends the worker.
        true
    }
}

fn post(message: &Array, transfer: &Array) {
    scope().post_message_with_transfer(message, transfer).expect("texts and bytes can be posted");
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
