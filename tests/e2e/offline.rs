//! The page without a network, and a new version of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::browser::Browser;
use crate::find::{button, field, link};
use crate::letter;
use crate::server;

/// The names of all files of the site but the service worker's own, and the folder's address.
fn files(site: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(site).expect("the built page");
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.filter(|name| name != "service-worker.js").chain([String::new()]).collect()
}

/// Waits until everything is kept on the device, and gives what is kept by name.
async fn kept(browser: &Browser) -> BTreeSet<String> {
    const KEPT: &str = "return (async () => {
        if (!(await navigator.serviceWorker.getRegistration())?.active) return null;
        const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
        return requests.flat().map((request) => new URL(request.url).pathname.split('/').pop());
    })()";
    browser
        .until("the page to be kept for use without a network", async || !browser.script(KEPT).await.is_null())
        .await;
    serde_json::from_value(browser.script(KEPT).await).expect("a list of names")
}

async fn network(browser: &Browser, offline: bool) {
    browser.cdp("Network.enable", json!({})).await;
    let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    browser.cdp("Network.emulateNetworkConditions", conditions).await;
}

/// A browser that has visited once, and is without a network from now on.
pub async fn without_network(clock: &str) -> Browser {
    let browser = Browser::open(Some(clock)).await;
    browser.go("").await;
    browser.running().await;
    kept(&browser).await;
    network(&browser, true).await;
    browser
}

#[tokio::test]
async fn from_the_second_visit_on_the_page_works_without_a_network() {
    let mut browser = Browser::open(Some("2024-02-01T09:00")).await;
    browser.go("").await;
    browser.running().await;
    // It fetches nothing but its own list, and the list is the site.
    assert_eq!(kept(&browser).await, files(&server::built()));
    network(&browser, true).await;
    letter::open_case(&mut browser, false).await;
    browser.arrived("Call the insurer and find out who has to fix this").await;
    browser.reads("Friday, July 12, 2024").await;
    browser.click(&link("Letters and calls")).await;
    browser.arrived("Letters and calls").await;
    browser.click(&button("Write the letter (Appeal to the plan)")).await;
    browser.arrived("Appeal to the plan").await;
    browser.click(&button("Save as PDF")).await;
    browser.reads("Nothing has been sent.").await;
    browser.click(&link("Guide")).await;
    browser.arrived("Problems at a glance").await;
    browser.reload().await;
    browser.running().await;
    browser.arrived("Problems at a glance").await;
    browser.leave().await;
}

/// A copy of the site that can be changed.
fn copy_of_the_site() -> PathBuf {
    let copy = std::env::temp_dir().join(format!("recourse-newer-{}", std::process::id()));
    std::fs::create_dir_all(&copy).expect("a folder for the copy");
    for entry in std::fs::read_dir(server::built()).expect("the built page").filter_map(Result::ok) {
        std::fs::copy(entry.path(), copy.join(entry.file_name())).expect("the file can be copied");
    }
    copy
}

#[tokio::test]
async fn a_new_version_waits_and_costs_no_typing() {
    let site = copy_of_the_site();
    let mut browser = Browser::on(server::page_in(site.clone()), Some("2024-02-01T09:00")).await;
    browser.go("#/new/letter").await;
    browser.running().await;
    kept(&browser).await;
    browser.arrived("Is there something that cannot wait?").await;
    browser.click(&button("Go on")).await;
    browser.arrived("Your letter").await;
    browser.type_into(&field("The words of the letter"), "Dear member, we have denied").await;

    let worker = site.join("service-worker.js");
    let text = std::fs::read_to_string(&worker).expect("the service worker");
    std::fs::write(&worker, text.replacen("const MARK = \"", "const MARK = \"newer-", 1)).expect("it can be changed");
    browser
        .script("return navigator.serviceWorker.getRegistration().then((held) => held.update()).then(() => 1)")
        .await;
    browser.reads("A newer version of this page is ready").await;
    assert_eq!(browser.script("return document.querySelector('textarea').value").await, "Dear member, we have denied");
    browser.inspect("newer").await;
    browser.click(&button("Change over now")).await;
    browser
        .until("the newer version alone", async || {
            browser
                .script("return caches.keys().then((names) => names.length === 1 && names[0].includes('newer-'))")
                .await
                == true
        })
        .await;
    browser.running().await;
    browser.click(&button("Go on")).await;
    browser.arrived("Your letter").await;
    let typed = "return document.querySelector('textarea').value + document.body.innerText";
    assert!(browser.script(typed).await.as_str().is_some_and(|page| page.contains("Dear member, we have denied")));
    browser.leave().await;
    std::fs::remove_dir_all(site).ok();
}
