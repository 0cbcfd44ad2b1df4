//! Nothing leaves the page: what the content policy promises is tried, from the page, from a worker
//! and from a frame around it.

use crate::browser::Browser;
use crate::server::Stranger;

/// Every way for a script to reach another origin; gives the names of those that got through.
const TRY_ALL: &str = "async (to) => {
    const through = [];
    const attempt = async (name, action) => {
        try { if (await action() !== false) through.push(name) } catch {}
    };
    await attempt('fetch', () => fetch(to + 'fetch'));
    await attempt('fetch without an answer', () => fetch(to + 'blind', { mode: 'no-cors' }));
    await attempt('XMLHttpRequest', () => new Promise((yes, no) => {
        const request = new XMLHttpRequest();
        request.open('GET', to + 'xhr');
        request.onload = yes; request.onerror = no;
        request.send();
    }));
    await attempt('WebSocket', () => new Promise((yes, no) => {
        const socket = new WebSocket(to.replace('http', 'ws') + 'socket');
        socket.onopen = yes; socket.onerror = no;
    }));
    await attempt('EventSource', () => new Promise((yes, no) => {
        const source = new EventSource(to + 'events');
        source.onopen = yes; source.onerror = (cause) => { source.close(); no(cause) };
    }));
    await attempt('import', () => import(to + 'module.js'));
    if (globalThis.importScripts) await attempt('importScripts', () => importScripts(to + 'script.js'));
    if (globalThis.Image) await attempt('image', () => new Promise((yes, no) => {
        const image = new Image();
        image.onload = yes; image.onerror = no;
        image.src = to + 'image.png';
    }));
    await attempt('eval', () => eval('true'));
    return through;
}";

#[tokio::test]
async fn the_page_cannot_reach_another_origin() {
    let stranger = Stranger::start();
    let browser = Browser::open(None).await;
    browser.go("").await;
    browser.running().await;
    let through = browser.script(&format!("return ({TRY_ALL})('{}/')", stranger.origin)).await;
    assert_eq!(through, serde_json::json!([]), "ways out of the page");
    assert_eq!(stranger.seen(), Vec::<String>::new());
    assert!(!browser.refusals().await.is_empty(), "the page hears what was refused");
    browser.close().await;
}

#[tokio::test]
async fn a_worker_started_from_a_blob_cannot_either() {
    let stranger = Stranger::start();
    let browser = Browser::open(None).await;
    browser.go("").await;
    browser.running().await;
    let worker =
        format!("postMessage('up'); ({TRY_ALL})('{}/').then((through) => postMessage({{ through }}))", stranger.origin);
    let through = browser.script(&in_worker(&worker)).await;
    assert_eq!(through, serde_json::json!(["up", []]), "ways out of the worker");
    assert_eq!(stranger.seen(), Vec::<String>::new());
    browser.close().await;
}

#[tokio::test]
async fn the_packet_worker_starts_under_the_policy_of_the_page() {
    let stranger = Stranger::start();
    let browser = Browser::open(None).await;
    browser.go("").await;
    browser.running().await;
    // As the app starts it: a blob that loads our own two files by whole addresses.
    let start = format!(
        "importScripts(JS); await wasm_bindgen({{ module_or_path: WASM }}); postMessage('up');
         postMessage({{ through: await ({TRY_ALL})('{}/') }})",
        stranger.origin
    );
    let script = format!(
        "const meta = document.querySelector('meta[name=packet-worker]');
         const whole = (name) => JSON.stringify(new URL(name, document.baseURI).href);
         const source = {start:?}.replace('JS', whole(meta.content)).replace('WASM', whole(meta.dataset.wasm));
         {}",
        in_worker_named("'(async () => {' + source + '})()'")
    );
    let heard = browser.script(&script).await;
    assert_eq!(heard, serde_json::json!(["up", []]), "ways out of the packet worker");
    assert_eq!(stranger.seen(), Vec::<String>::new());
    browser.close().await;
}

#[tokio::test]
async fn the_page_does_not_run_inside_another_page() {
    let stranger = Stranger::start();
    let browser = Browser::open(None).await;
    let address = format!("{}/frame?{}/recourse/", stranger.origin, browser.origin);
    browser.visit(&address).await;
    // The test's driver can look into a frame that the page around it cannot.
    browser.into_frame().await;
    browser
        .until("the frame to refuse", async || {
            browser.script("return document.documentElement.dataset.app").await == "framed"
        })
        .await;
    let text = browser.page_text().await;
    assert_eq!(text, "Recourse does not run inside another page. Please open it in a tab of its own.");
    browser.close().await;
}

#[tokio::test]
async fn the_clock_of_the_page_is_the_one_that_was_set() {
    let browser = Browser::open(Some("2024-02-01T09:00")).await;
    browser.go("").await;
    let seen =
        browser.script("return [new Date(), new Date(Date.now())].map((it) => it.toString().slice(0, 21))").await;
    assert_eq!(seen, serde_json::json!(["Thu Feb 01 2024 09:00", "Thu Feb 01 2024 09:00"]));
    browser.leave().await;
}

/// A script that starts a worker with this source and returns its first two messages of ours.
fn in_worker(source: &str) -> String {
    in_worker_named(&format!("{source:?}"))
}

fn in_worker_named(expression: &str) -> String {
    format!(
        "return new Promise((heard, failed) => {{
            const address = URL.createObjectURL(new Blob([{expression}], {{ type: 'text/javascript' }}));
            const worker = new Worker(address);
            const said = [];
            worker.onmessage = ({{ data }}) => {{
                // The worker's own program may speak as well.
                if (data === 'up') said.push(data);
                if (data.through) said.push(data.through);
                if (said.length === 2) heard(said);
            }};
            worker.onerror = (event) => failed(new Error(event.message ?? 'the worker did not start'));
        }})"
    )
}
