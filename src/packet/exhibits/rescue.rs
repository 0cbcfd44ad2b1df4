//! The last way into a damaged PDF: another reader, which looks for pages wherever they are, and copies what they draw.
//!
//! Forms, notes and links do not come along; who asks must say so. That reader trusts a file more than a broken one
//! deserves, and may break down over it: then there was no way in.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use krilla::pdf::{Pdf, PdfDocument};
use krilla::{Document, SerializeSettings};

use super::Password;

/// A sound PDF made of a damaged one.
pub struct Copy {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// The pages of this file, copied; `None` where even this reader finds none.
pub fn copy(bytes: Vec<u8>, password: Option<&Password>) -> Option<Copy> {
    // Nothing of it is used once it broke down. In a browser the worker ends, and the page knows what it was at.
    catch_unwind(AssertUnwindSafe(|| copied(bytes, password))).ok().flatten()
}

fn copied(bytes: Vec<u8>, password: Option<&Password>) -> Option<Copy> {
    let password = password.map_or("", |password| &password.0);
    let pdf = Pdf::new_with_password(Arc::new(bytes), password).ok()?;
    let pages = pdf.pages().len();
    if pages == 0 || pages > super::super::MAX_PAGES {
        return None;
    }
    let pdf = PdfDocument::new(Arc::new(pdf));
    let mut document = Document::new_with(SerializeSettings::default());
    document.embed_pdf_pages(&pdf, &(0..pages).collect::<Vec<_>>());
    drop(pdf);
    Some(Copy { bytes: document.finish().ok()?, pages })
}
