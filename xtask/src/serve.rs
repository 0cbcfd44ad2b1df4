//! `cargo xtask serve`: the page on this machine, built again whenever a source file changes.

use crate::build::{self, Profile};
use crate::page_server::{self, Site};
use crate::problem::{Problem, Result};
use std::net::TcpListener;
use std::process::Command;
use std::time::Duration;

/// The options of the command line.
pub struct Options {
    /// 0 takes any free one.
    pub port: u16,
    /// Open the browser of this desktop.
    pub open: bool,
    /// How to compile.
    pub profile: Profile,
    /// The path the page appears under, between slashes.
    pub base: String,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8080, open: false, profile: Profile::Dev, base: "/".to_owned() }
    }
}

/// Serves until interrupted.
pub fn run(options: &Options) -> Result {
    // Before the build, so that a taken port is told at once.
    let listener = TcpListener::bind(("127.0.0.1", options.port)).map_err(|cause| {
        Problem::new(format!("Port {} cannot be used: {cause}. Choose another with `--port N`.", options.port))
    })?;
    let port = listener.local_addr().map_or(options.port, |address| address.port());
    let mut seen = build::newest_change();
    let folder = build::site(options.profile)?;

    let site = Site { folder, base: options.base.clone(), gzip: options.profile == Profile::Release };
    std::thread::spawn(move || page_server::answer(&listener, site));
    let address = format!("http://127.0.0.1:{port}{}", options.base);
    println!("\nThe page is at {address}\nIt is built again when a source file changes; Ctrl+C ends it.");
    if options.open {
        open(&address);
    }

    loop {
        std::thread::sleep(Duration::from_secs(1));
        let now = build::newest_change();
        if now == seen {
            continue;
        }
        seen = now;
        match build::site(options.profile) {
            Ok(_) => println!("Built again. Reload {address}"),
            Err(problem) => eprintln!("{problem}\nThe page from before is still served."),
        }
    }
}

fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    if Command::new(opener).arg(address).spawn().is_err() {
        println!("No program to open a browser was found; open the address by hand.");
    }
}
