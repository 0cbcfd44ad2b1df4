//! Looking at a screen: pictures at three widths in both colour schemes, and axe in both.

use crate::browser::Browser;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Width and height of a phone, a tablet and a desk.
const DEVICES: [(u32, u32); 3] = [(360, 740), (768, 1024), (1280, 800)];

impl Browser {
    /// Takes the pictures of this screen, `target/screens/<name>-<width>-<scheme>.png`, and asks axe in
    /// both schemes. A violation fails the journey.
    pub async fn inspect(&self, name: &str) {
        let mut violations = Vec::new();
        for scheme in ["light", "dark"] {
            self.scheme(scheme).await;
            for (width, height) in DEVICES {
                self.size(width, height).await;
                self.whole_page(width, height, &pictures().join(format!("{name}-{width}-{scheme}.png"))).await;
            }
            let (width, height) = DEVICES[0];
            self.size(width, height).await;
            violations.extend(self.axe().await.into_iter().map(|one| format!("{scheme}: {one}")));
        }
        self.scheme("light").await;
        assert!(violations.is_empty(), "axe on “{name}”:\n{}", violations.join("\n"));
    }

    /// Shows the page as in a light or dark system.
    pub async fn scheme(&self, scheme: &str) {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        // Movement would be caught half-way in a picture.
        let calm = json!({ "name": "prefers-reduced-motion", "value": "reduce" });
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": [feature, calm] })).await;
    }

    /// What axe has to say against this screen: one line a rule, with its places.
    pub async fn axe(&self) -> Vec<String> {
        let place =
            std::env::var("RECOURSE_AXE").expect("the place of axe-core: run the journeys by `cargo xtask test e2e`");
        let axe = std::fs::read_to_string(&place).expect("axe-core can be read");
        let found = self
            .script(&format!("{axe};\nreturn window.axe.run(document, {{ resultTypes: ['violations'] }}).then((run) => run.violations)"))
            .await;
        let rules = found.as_array().cloned().unwrap_or_default();
        rules.iter().map(describe).collect()
    }

    async fn whole_page(&self, width: u32, height: u32, file: &Path) {
        let wanted = self.script("return document.documentElement.scrollHeight").await;
        let wanted = wanted.as_u64().and_then(|tall| u32::try_from(tall).ok()).unwrap_or(height);
        self.size(width, wanted.clamp(height, 6000)).await;
        self.picture(file).await;
    }
}

fn describe(rule: &Value) -> String {
    let places: Vec<String> = rule["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|node| format!("  {} {}", node["target"], node["failureSummary"].as_str().unwrap_or_default()))
        .collect();
    format!("{} ({}): {}\n{}", rule["id"], rule["impact"], rule["help"], places.join("\n"))
}

/// `target/screens`, wherever the target folder is.
fn pictures() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screens");
    std::fs::create_dir_all(&folder).expect("the build folder can be written");
    folder
}
