//! A static file server for this machine only, much like GitHub Pages: files below a base path, gzip,
//! no headers of its own that a policy could lean on. The journeys in `tests/e2e` share this file.

use flate2::{Compression, write::GzEncoder};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is served, and how.
pub struct Site {
    /// The folder with `index.html`.
    pub folder: PathBuf,
    /// The path it appears under, between slashes: `/recourse/`.
    pub base: String,
    /// Whether to send gzip to those who take it.
    pub gzip: bool,
}

/// Answers on this listener until the process ends.
pub fn answer(listener: &TcpListener, site: Site) {
    let site = Arc::new(site);
    for stream in listener.incoming().filter_map(Result::ok) {
        let site = Arc::clone(&site);
        // A browser that goes away in the middle of an answer is no event.
        std::thread::spawn(move || reply(&stream, &site).ok());
    }
}

/// One request as far as a static server cares.
pub struct Request {
    /// `GET`, `HEAD`, or something that is refused.
    pub method: String,
    /// The path and query as sent.
    pub target: String,
    /// Header lines as sent.
    pub headers: Vec<String>,
}

/// Reads the head of a request, and its body away.
pub fn read_request(stream: &TcpStream) -> io::Result<Request> {
    let mut lines = BufReader::new(stream);
    let mut first = String::new();
    lines.read_line(&mut first)?;
    let mut words = first.split_whitespace().map(str::to_owned);
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        headers.push(line.trim().to_owned());
    }
    let length = header(&headers, "content-length").and_then(|length| length.parse().ok());
    io::copy(&mut lines.take(length.unwrap_or(0)), &mut io::sink())?;
    Ok(Request { method, target, headers })
}

/// Writes a whole answer and ends the connection.
pub fn write_answer(mut stream: &TcpStream, status: &str, headers: &[&str], body: &[u8]) -> io::Result<()> {
    write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n", body.len())?;
    for header in headers {
        write!(stream, "{header}\r\n")?;
    }
    stream.write_all(b"\r\n")?;
    stream.write_all(body)?;
    stream.flush()
}

fn reply(stream: &TcpStream, site: &Site) -> io::Result<()> {
    let request = read_request(stream)?;
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return write_answer(stream, "405 Method Not Allowed", &[], b"");
    }
    let Some(inside) = path.strip_prefix(&site.base) else {
        if path != "/" && site.base.trim_end_matches('/') != path {
            return write_answer(stream, "404 Not Found", &["Content-Type: text/plain"], b"Not found");
        }
        let to = format!("Location: {}", site.base);
        return write_answer(stream, "302 Found", &[&to], b"");
    };
    let Some((file, contents)) = find(&site.folder, inside) else {
        return write_answer(stream, "404 Not Found", &["Content-Type: text/plain"], b"Not found");
    };
    let kind = format!("Content-Type: {}", content_type(&file));
    let mut headers = vec![kind.as_str(), "Cache-Control: no-cache"];
    let accepts = header(&request.headers, "accept-encoding").unwrap_or_default();
    let body = if site.gzip && accepts.contains("gzip") && is_text_like(&file) {
        headers.push("Content-Encoding: gzip");
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&contents)?;
        encoder.finish()?
    } else {
        contents
    };
    let body = if request.method == "HEAD" { Vec::new() } else { body };
    write_answer(stream, "200 OK", &headers, &body)
}

fn find(folder: &Path, inside: &str) -> Option<(PathBuf, Vec<u8>)> {
    let inside = if inside.is_empty() { "index.html" } else { inside };
    if inside.split('/').any(|part| part.is_empty() || part == "..") {
        return None;
    }
    let file = folder.join(inside);
    let contents = std::fs::read(&file).ok()?;
    Some((file, contents))
}

fn header<'a>(headers: &'a [String], name: &str) -> Option<&'a str> {
    headers.iter().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

fn extension(file: &Path) -> &str {
    file.extension().and_then(|e| e.to_str()).unwrap_or_default()
}

fn is_text_like(file: &Path) -> bool {
    matches!(extension(file), "html" | "css" | "js" | "wasm" | "svg" | "json" | "txt" | "webmanifest" | "ttf" | "otf")
}

fn content_type(file: &Path) -> &'static str {
    match extension(file) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}
