//! What a journey does to the browser from outside: its store, its network. The product has no switch for any of
//! it.

use super::Browser;
use serde_json::json;

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
