//! A PNG as a PDF holds it: most go in as they are folded; one with see-through parts is laid on white.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, Stream, StringFormat};
use png::{BitDepth, ColorType, Decoder, Limits, Transformations};

use super::jpeg;
use super::photo::{Photo, picture};

/// More than this unfolds out of no picture that a person would send.
const MOST_BYTES: usize = 512 << 20;

/// The picture, looked through to its last row; `None` if it is damaged.
pub fn photo(bytes: &[u8]) -> Option<Photo> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MOST_BYTES });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().ok()?;
    let info = reader.info();
    let (width, height) = info.size();
    let (color, depth) = (info.color_type, info.bit_depth);
    let turn = info.exif_metadata.as_ref().and_then(|notes| jpeg::turn(notes)).unwrap_or(1);
    let as_it_is = !info.interlaced
        && info.trns.is_none()
        && depth != BitDepth::Sixteen
        && matches!(color, ColorType::Grayscale | ColorType::Rgb | ColorType::Indexed);
    let palette = info.palette.as_ref().map(|palette| palette.to_vec());
    let image = if as_it_is {
        while reader.next_row().ok()?.is_some() {}
        folded(bytes, picture(width, height, "DeviceRGB"), color, depth, palette)?
    } else {
        on_white(&mut reader, width, height)?
    };
    Some(Photo { image, width, height, turn })
}

/// The picture's own bytes, with what PDF must know to unfold them.
fn folded(
    bytes: &[u8],
    mut dict: Dictionary,
    color: ColorType,
    depth: BitDepth,
    palette: Option<Vec<u8>>,
) -> Option<Stream> {
    let width = dict.get(b"Width").ok()?.clone();
    let colors = if color == ColorType::Rgb { 3 } else { 1 };
    match (color, palette) {
        (ColorType::Indexed, Some(palette)) => {
            let last = i64::try_from(palette.len() / 3).ok()? - 1;
            let space = vec![
                Object::Name(b"Indexed".to_vec()),
                Object::Name(b"DeviceRGB".to_vec()),
                Object::Integer(last),
                Object::String(palette, StringFormat::Hexadecimal),
            ];
            dict.set("ColorSpace", Object::Array(space));
        }
        (ColorType::Grayscale, _) => dict.set("ColorSpace", Object::Name(b"DeviceGray".to_vec())),
        (ColorType::Rgb, _) => {}
        (ColorType::Indexed, None) | (ColorType::GrayscaleAlpha | ColorType::Rgba, _) => return None,
    }
    dict.set("BitsPerComponent", Object::Integer(i64::from(depth as u8)));
    let mut how = Dictionary::new();
    how.set("Predictor", Object::Integer(15));
    how.set("Colors", Object::Integer(colors));
    how.set("BitsPerComponent", Object::Integer(i64::from(depth as u8)));
    how.set("Columns", width);
    dict.set("DecodeParms", Object::Dictionary(how));
    dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    let mut content = Vec::new();
    let mut rest = bytes.get(8..)?;
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (kind, after) = after.split_first_chunk::<4>()?;
        let (body, after) = after.split_at_checked(length)?;
        if kind == b"IDAT" {
            content.extend_from_slice(body);
        }
        rest = after.get(4..)?;
    }
    Some(Stream::new(dict, content))
}

/// The picture laid on white, folded anew.
fn on_white(reader: &mut png::Reader<Cursor<&[u8]>>, width: u32, height: u32) -> Option<Stream> {
    let (color, _) = reader.output_color_type();
    let (colors, clear) = match color {
        ColorType::Grayscale => (1, false),
        ColorType::GrayscaleAlpha => (1, true),
        ColorType::Rgb => (3, false),
        ColorType::Rgba => (3, true),
        ColorType::Indexed => return None,
    };
    let mut out = ZlibEncoder::new(Vec::new(), Compression::default());
    let mut lay = |bytes: &[u8]| {
        if clear {
            bytes.chunks_exact(colors + 1).try_for_each(|pixel| out.write_all(&over_white(pixel)))
        } else {
            out.write_all(bytes)
        }
    };
    if reader.info().interlaced {
        let mut whole = vec![0; reader.output_buffer_size().filter(|size| *size <= MOST_BYTES)?];
        reader.next_frame(&mut whole).ok()?;
        lay(&whole).ok()?;
    } else {
        while let Some(row) = reader.next_row().ok()? {
            lay(row.data()).ok()?;
        }
    }
    let mut dict = picture(width, height, if colors == 1 { "DeviceGray" } else { "DeviceRGB" });
    dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    Some(Stream::new(dict, out.finish().ok()?))
}

/// A pixel's colors over white; its last byte says how much of them is seen.
fn over_white(pixel: &[u8]) -> Vec<u8> {
    let Some((seen, colors)) = pixel.split_last() else { return Vec::new() };
    let seen = u32::from(*seen);
    let mixed = colors.iter().map(|color| (u32::from(*color) * seen + 255 * (255 - seen) + 127) / 255);
    mixed.map(|color| u8::try_from(color).unwrap_or(u8::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_clear_becomes_white() {
        assert_eq!(over_white(&[10, 20, 30, 255]), [10, 20, 30]);
        assert_eq!(over_white(&[10, 20, 30, 0]), [255, 255, 255]);
        assert_eq!(over_white(&[0, 128]), [127]);
    }
}
