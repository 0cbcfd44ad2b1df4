//! The two local origins of a journey: the page as its host would serve it, gzipped under
//! `/recourse/`, and a stranger that writes down whatever reaches it.

use crate::page_server::{self, Site};
use std::io;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// The path the page lives under: like a project's page, never at the root.
pub const BASE: &str = "/recourse/";

/// Where the built page is.
pub fn built() -> PathBuf {
    let folder = std::env::var_os("RECOURSE_DIST")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(
        folder.join("index.html").exists(),
        "the page is not built: run `cargo xtask build`, or `cargo xtask test e2e`"
    );
    folder
}

/// Serves the built page; gives its origin, such as `http://127.0.0.1:40000`.
pub fn page() -> String {
    page_in(built())
}

/// Serves the page from this folder.
pub fn page_in(folder: PathBuf) -> String {
    let (listener, origin) = listen();
    let site = Site { folder, base: BASE.to_owned(), gzip: true };
    std::thread::spawn(move || page_server::answer(&listener, site));
    origin
}

/// Another origin that allows everybody everything, so that only the page's policy can refuse.
pub struct Stranger {
    /// Its address without a path.
    pub origin: String,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Stranger {
    /// Starts it. At `/frame?<address>` it serves a page with that address in a frame.
    pub fn start() -> Self {
        let (listener, origin) = listen();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&seen);
        std::thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                // A browser opens connections that it may never use: none may hold up the next.
                let record = Arc::clone(&record);
                std::thread::spawn(move || answer_stranger(&stream, &record).ok());
            }
        });
        Self { origin, seen }
    }

    /// Every request that reached it, oldest first.
    pub fn seen(&self) -> Vec<String> {
        self.seen.lock().expect("no recorder panics").clone()
    }
}

fn answer_stranger(stream: &TcpStream, record: &Mutex<Vec<String>>) -> io::Result<()> {
    let request = page_server::read_request(stream)?;
    if request.method.is_empty() {
        return Ok(());
    }
    record.lock().expect("no recorder panics").push(format!("{} {}", request.method, request.target));
    let body = request.target.strip_prefix("/frame?").map_or_else(
        || "here".to_owned(),
        |address| format!("<!doctype html><title>Frame</title><iframe src=\"{address}\"></iframe>"),
    );
    let headers = ["Content-Type: text/html", "Access-Control-Allow-Origin: *", "Access-Control-Allow-Headers: *"];
    page_server::write_answer(stream, "200 OK", &headers, body.as_bytes())
}

fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("a bound port").port();
    (listener, format!("http://127.0.0.1:{port}"))
}
