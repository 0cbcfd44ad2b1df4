//! A photo or a picture of a screen as a page: turned as it was taken, as large as the paper allows.
#![expect(clippy::float_arithmetic, reason = "paper is measured in points")]

use lopdf::{Dictionary, Object, Stream};

use super::{Sheet, Trouble, jpeg, png};

/// A picture that a PDF can hold as it is.
pub struct Photo {
    /// The picture.
    pub image: Stream,
    /// Across, in pixels, as it is stored.
    pub width: u32,
    /// Down, in pixels, as it is stored.
    pub height: u32,
    /// How it is to be turned, 1 to 8.
    pub turn: u8,
}

const PAPER: (f32, f32) = (612.0, 792.0);
const MARGIN: f32 = 36.0;

impl Photo {
    /// A JPEG: its bytes go in as they are, but for its notes.
    ///
    /// # Errors
    /// When it is cut off, or of a kind that PDF does not know.
    pub fn jpeg(bytes: Vec<u8>) -> Result<Self, Trouble> {
        let facts = jpeg::facts(&bytes);
        if !facts.whole || facts.torn {
            return Err(Trouble::Damaged { pages: vec![1] });
        }
        let space = match (facts.common && facts.bits == 8, facts.colors) {
            (true, 1) => "DeviceGray",
            (true, 3) => "DeviceRGB",
            (true, 4) => "DeviceCMYK",
            _ => return Err(Trouble::RarePhoto),
        };
        if facts.width == 0 || facts.height == 0 {
            return Err(Trouble::RarePhoto);
        }
        let mut dict = picture(facts.width.into(), facts.height.into(), space);
        dict.set("Filter", Object::Name(b"DCTDecode".to_vec()));
        if facts.colors == 4 && facts.adobe {
            let ends = [1, 0, 1, 0, 1, 0, 1, 0].map(Object::Integer);
            dict.set("Decode", Object::Array(ends.to_vec()));
        }
        let image = Stream::new(dict, jpeg::without_notes(&bytes).unwrap_or(bytes));
        Ok(Self { image, width: facts.width.into(), height: facts.height.into(), turn: facts.turn })
    }

    /// A PNG.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn png(bytes: &[u8]) -> Result<Self, Trouble> {
        png::photo(bytes).ok_or(Trouble::Damaged { pages: vec![1] })
    }

    /// The picture, what draws it, and the page that it is drawn on. It is called `Photo` there.
    pub fn laid(self) -> (Stream, String, Sheet) {
        let across = self.turn >= 5;
        #[expect(clippy::cast_precision_loss, reason = "pictures have far fewer pixels a side than a float can count")]
        let (stored_width, stored_height) = (self.width as f32, self.height as f32);
        let (seen_width, seen_height) =
            if across { (stored_height, stored_width) } else { (stored_width, stored_height) };
        let (paper_width, paper_height) = if seen_width > seen_height { (PAPER.1, PAPER.0) } else { PAPER };
        let room = (paper_width - 2.0 * MARGIN, paper_height - 2.0 * MARGIN);
        // A small picture is not blown up beyond what a screen would show.
        let scale = (room.0 / seen_width).min(room.1 / seen_height).min(1.0);
        let (w, h) = (seen_width * scale, seen_height * scale);
        let (x, y) = ((paper_width - w) / 2.0, (paper_height - h) / 2.0);
        let (right, top) = (x + w, y + h);
        let matrix = match self.turn {
            2 => [-w, 0.0, 0.0, h, right, y],
            3 => [-w, 0.0, 0.0, -h, right, top],
            4 => [w, 0.0, 0.0, -h, x, top],
            5 => [0.0, -h, -w, 0.0, right, top],
            6 => [0.0, -h, w, 0.0, x, top],
            7 => [0.0, h, w, 0.0, x, y],
            8 => [0.0, h, -w, 0.0, right, y],
            _ => [w, 0.0, 0.0, h, x, y],
        };
        let numbers: Vec<String> = matrix.iter().map(|number| format!("{number:.3}")).collect();
        (self.image, format!("q {} cm /Photo Do Q", numbers.join(" ")), Sheet::upright(paper_width, paper_height))
    }
}

/// What a PDF says of a picture of this size and these colors.
pub fn picture(width: u32, height: u32, space: &str) -> Dictionary {
    let mut dict = Dictionary::new();
    dict.set("Type", Object::Name(b"XObject".to_vec()));
    dict.set("Subtype", Object::Name(b"Image".to_vec()));
    dict.set("Width", Object::Integer(width.into()));
    dict.set("Height", Object::Integer(height.into()));
    dict.set("ColorSpace", Object::Name(space.as_bytes().to_vec()));
    dict.set("BitsPerComponent", Object::Integer(8));
    dict
}
