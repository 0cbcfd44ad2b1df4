//! Builds the page: Trunk makes the pieces, `finish` makes them the site that is published.
//! The development build goes through the same steps, so that it lives under the same policy.

use crate::problem::{Problem, Result};
use crate::tools::{self, Toolbox};
use crate::{finish, split};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How the page is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build, large.
    Dev,
    /// What is published.
    Release,
}

/// What a change of the page can come from.
const SOURCE: &[&str] = &[
    "src",
    "styles",
    "assets",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "xtask/src/finish.rs",
    "xtask/src/split.rs",
    "xtask/src/boot.js",
    "xtask/src/service-worker.js",
];

impl Profile {
    /// Where the finished site stands.
    pub fn site(self) -> PathBuf {
        tools::root().join(match self {
            Self::Dev => "target/site",
            Self::Release => "dist",
        })
    }

    fn stage(self) -> &'static str {
        match self {
            Self::Dev => "target/stage/dev",
            Self::Release => "target/stage/release",
        }
    }
}

/// The page as it is published, in `dist/`.
pub fn published() -> Result<PathBuf> {
    site(Profile::Release)
}

/// The same, unless what is there is newer than everything it is made of.
pub fn published_if_older_than_its_source() -> Result<PathBuf> {
    let at = Profile::Release.site();
    let built = modified(&at.join("index.html"));
    if built.is_some() && built > newest_change() {
        return Ok(at);
    }
    published()
}

/// Builds and finishes the site of this profile, installing the tools it needs.
pub fn site(profile: Profile) -> Result<PathBuf> {
    let mut needed = tools::FOR_BUILD.to_vec();
    if profile == Profile::Release {
        needed.push("binaryen");
    }
    let toolbox = Toolbox::with(&needed)?;
    let mut trunk = toolbox.command("trunk");
    trunk.args(["build", "--dist", profile.stage()]);
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    // Trunk reads NO_COLOR as a flag and stops at the usual value "1".
    trunk.env_remove("NO_COLOR");
    tools::run(&mut trunk, "Building the page")?;

    let stage = tools::root().join(profile.stage());
    split::program(&stage, profile, &toolbox)?;
    finish::site(&stage)?;
    put_in_place(&stage, &profile.site())
}

/// The last time that any source file changed.
pub fn newest_change() -> Option<SystemTime> {
    SOURCE.iter().filter_map(|path| newest_below(&tools::root().join(path))).max()
}

/// Swaps the finished site in, so that a server never shows half of one.
fn put_in_place(stage: &Path, site: &Path) -> Result<PathBuf> {
    if site.exists() {
        std::fs::remove_dir_all(site).map_err(|cause| Problem::file("replace", site, &cause))?;
    }
    std::fs::rename(stage, site).map_err(|cause| Problem::file("create", site, &cause))?;
    Ok(site.to_owned())
}

fn newest_below(path: &Path) -> Option<SystemTime> {
    let Ok(entries) = std::fs::read_dir(path) else {
        return modified(path);
    };
    entries.filter_map(std::result::Result::ok).filter_map(|entry| newest_below(&entry.path())).max()
}

fn modified(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|about| about.modified()).ok()
}
