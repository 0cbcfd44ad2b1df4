//! What a journey does to the browser from outside: its store, its windows, its network. The product has no switch for any of
//! it.

use super::Browser;
use serde_json::json;
use thirtyfour::WindowHandle;

impl Browser {
    /// Fills the store to its last character with a text that is not ours.
    pub async fn fill_store(&self) {
        self.script(FILL).await;
    }

    /// Takes that text away again.
    pub async fn free_store(&self) {
        self.script("localStorage.removeItem('fill')").await;
    }

    /// What stands in the store under keys that begin like this, in their order.
    pub async fn stored(&self, beginning: &str) -> Vec<String> {
        let list = self
            .script(&format!(
                "return Object.keys(localStorage).filter((key) => key.startsWith({beginning:?})).sort().map((key) => localStorage[key])"
            ))
            .await;
        serde_json::from_value(list).expect("a list of texts")
    }

    /// From the next page on, this window does not hear what others change, like one that sleeps.
    pub async fn deafen(&self) {
        self.before_every_page("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)").await;
    }

    /// Which window the journey is in.
    pub async fn window(&self) -> WindowHandle {
        self.driver.window().await.expect("there is a window")
    }

    /// Opens a second window, prepared like the first, and goes there.
    pub async fn open_window(&self) -> WindowHandle {
        let handle = self.driver.new_tab().await.expect("Chromium opens a window");
        self.go_to_window(&handle).await;
        self.prepare().await;
        handle
    }

    /// Goes to another window.
    pub async fn go_to_window(&self, handle: &WindowHandle) {
        self.driver.switch_to_window(handle.clone()).await.expect("the window is open");
    }

    /// From here on no address that fits one of these patterns can be fetched; none ends it.
    pub async fn block(&self, patterns: &[&str]) {
        self.cdp("Network.enable", json!({})).await;
        self.cdp("Network.setBlockedURLs", json!({ "urls": patterns })).await;
    }
}

/// Halves the piece that is tried until not one character fits.
const FILL: &str = "let text = '', piece = 'x'.repeat(4_000_000);
    while (piece) {
        try { localStorage.setItem('fill', text + piece); text += piece }
        catch { piece = piece.slice(piece.length - Math.floor(piece.length / 2)) }
    }";
