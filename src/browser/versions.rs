//! The page without a network, and a new version of it: starts the service worker, and tells when a newer one waits.
//!
//! Knows nothing of what the page shows. A newer version takes over only when asked, or when every tab is closed.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

/// The service worker's file. Its name never changes: that is how a browser finds the newer one.
const FILE: &str = "./service-worker.js";

/// A newer version that is whole on this device and waits.
#[derive(Clone, Debug, PartialEq)]
pub struct Newer {
    worker: ServiceWorker,
}

/// Keeps the page's files on the device, and calls back for each newer version that waits.
///
/// Where the browser has no service workers, or refuses one, the page works as before, and only with a network.
pub fn keep(told: impl Fn(Newer) + Clone + 'static) {
    let Some(workers) = workers() else { return };
    spawn_local(async move {
        let Ok(registered) = JsFuture::from(workers.register(FILE)).await else { return };
        let Ok(registration) = registered.dyn_into::<ServiceWorkerRegistration>() else { return };
        if let Some(worker) = registration.waiting() {
            told(Newer { worker });
        }
        let found = {
            let registration = registration.clone();
            EventListener::new(&registration.clone(), "updatefound", move |_| {
                if let Some(worker) = registration.installing() {
                    when_waiting(&worker, told.clone());
                }
            })
        };
        // The page needs its ear for as long as it lives.
        found.forget();
    });
}

/// Calls back once this worker waits behind the one that serves the page. The very first one waits for nobody.
fn when_waiting(worker: &ServiceWorker, told: impl Fn(Newer) + 'static) {
    let at_hand = worker.clone();
    let change = EventListener::new(worker, "statechange", move |_| {
        let served = workers().is_some_and(|workers| workers.controller().is_some());
        if at_hand.state() == ServiceWorkerState::Installed && served {
            told(Newer { worker: at_hand.clone() });
        }
    });
    change.forget();
}

impl Newer {
    /// Has the newer version take over, and loads the page again when it has. Words being typed are saved when the page is left.
    pub fn take_over(&self) {
        let Some(workers) = workers() else { return };
        EventListener::once(&workers, "controllerchange", |_| {
            if let Some(window) = web_sys::window() {
                // Fails only in a page that is being taken down.
                let _gone = window.location().reload();
            }
        })
        .forget();
        // Fails only for a worker that is gone, and then there is nothing to wait for.
        let _gone = self.worker.post_message(&JsValue::from_str("take over"));
    }
}

/// Old browsers and insecure addresses have none.
fn workers() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let has = js_sys::Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).is_ok_and(|held| held.is_object());
    has.then(|| navigator.service_worker())
}
