//! How large a page is as it is seen, and where its lower edge lies once it is turned.
#![expect(clippy::float_arithmetic, reason = "paper is measured in points")]

use lopdf::{Dictionary, Document, Object};

/// US Letter, for pages that do not say their size.
const LETTER: [f32; 4] = [0.0, 0.0, 612.0, 792.0];

/// A page as it lies before the reader.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// The edges of what is seen, in the page's own units: left, bottom, right, top.
    edges: [f32; 4],
    /// How far it is turned to the right, in quarters.
    quarters: u8,
    /// How many points one of its units is.
    unit: f32,
}

impl Sheet {
    /// A page of this size that is not turned.
    pub fn upright(width: f32, height: f32) -> Self {
        Self { edges: [0.0, 0.0, width, height], quarters: 0, unit: 1.0 }
    }

    /// The page that this dictionary describes.
    pub fn of(page: &Dictionary, document: &Document) -> Self {
        let media = edges(page, b"MediaBox", document).unwrap_or(LETTER);
        let crop = edges(page, b"CropBox", document).unwrap_or(media);
        let [left, bottom, right, top] = media;
        let seen = [crop[0].max(left), crop[1].max(bottom), crop[2].min(right), crop[3].min(top)];
        let edges = if seen[2] - seen[0] < 1.0 || seen[3] - seen[1] < 1.0 { media } else { seen };
        let turned = page.get_deref(b"Rotate", document).and_then(Object::as_float).unwrap_or_default();
        let quarters = (turned / 90.0).round().rem_euclid(4.0);
        let unit = page.get_deref(b"UserUnit", document).and_then(Object::as_float).unwrap_or(1.0);
        Self {
            edges,
            quarters: [1.0, 2.0, 3.0]
                .iter()
                .zip(1..)
                .find(|(of, _)| (*of - quarters).abs() < 0.5)
                .map_or(0, |(_, q)| q),
            unit: if unit.is_finite() && unit > 0.01 { unit } else { 1.0 },
        }
    }

    /// Width and height in points, as it is seen.
    pub fn size(&self) -> (f32, f32) {
        let [left, bottom, right, top] = self.edges;
        let (width, height) = ((right - left) * self.unit, (top - bottom) * self.unit);
        if self.quarters.is_multiple_of(2) { (width, height) } else { (height, width) }
    }

    /// What lays a drawing of the size that is seen, in points from its lower left, onto the page.
    pub fn matrix(&self) -> Vec<Object> {
        let [left, bottom, right, top] = self.edges;
        let scale = 1.0 / self.unit;
        let matrix = match self.quarters {
            1 => [0.0, scale, -scale, 0.0, right, bottom],
            2 => [-scale, 0.0, 0.0, -scale, right, top],
            3 => [0.0, -scale, scale, 0.0, left, top],
            _ => [scale, 0.0, 0.0, scale, left, bottom],
        };
        matrix.into_iter().map(Object::Real).collect()
    }

    /// Where a link to this page leads: the corner that is at the upper left as it is seen.
    pub fn top(&self, page: u32) -> Object {
        let [left, bottom, right, top] = self.edges;
        let (x, y) = match self.quarters {
            1 => (left, bottom),
            2 => (right, bottom),
            3 => (right, top),
            _ => (left, top),
        };
        let view = Object::Name(b"XYZ".to_vec());
        Object::Array(vec![Object::Reference((page, 0)), view, Object::Real(x), Object::Real(y), Object::Null])
    }

    /// The boxes of a page of ours.
    pub fn page(&self) -> Dictionary {
        let mut page = Dictionary::new();
        page.set("MediaBox", Object::Array(self.edges.into_iter().map(Object::Real).collect()));
        page
    }

    /// Gives a page that lacks a usable size the one that it is taken to have.
    pub fn settle(page: &mut Dictionary, document: &Document) {
        if edges(page, b"MediaBox", document).is_none() {
            page.set("MediaBox", Object::Array(LETTER.into_iter().map(Object::Real).collect()));
        }
    }
}

/// A box with its corners in order, if it has four numbers and an inside.
fn edges(page: &Dictionary, key: &[u8], document: &Document) -> Option<[f32; 4]> {
    let corners = page.get_deref(key, document).ok()?.as_array().ok()?;
    let number = |at: usize| {
        let corner = document.dereference(corners.get(at)?).ok()?.1.as_float().ok()?;
        (corner.is_finite() && corner.abs() < 1.0e6).then_some(corner)
    };
    let [a, b, c, d] = [number(0)?, number(1)?, number(2)?, number(3)?];
    let edges = [a.min(c), b.min(d), a.max(c), b.max(d)];
    (edges[2] - edges[0] >= 1.0 && edges[3] - edges[1] >= 1.0).then_some(edges)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a point of the drawing lands on the page.
    fn landed(sheet: &Sheet, u: f32, v: f32) -> (f32, f32) {
        let matrix: Vec<f32> = sheet.matrix().iter().map(|number| number.as_float().expect("a number")).collect();
        (matrix[0] * u + matrix[2] * v + matrix[4], matrix[1] * u + matrix[3] * v + matrix[5])
    }

    #[test]
    fn the_lower_left_of_the_drawing_is_the_lower_left_as_seen() {
        let corners = [(10.0, 20.0), (110.0, 20.0), (110.0, 220.0), (10.0, 220.0)];
        for (quarters, corner) in (0..).zip(corners) {
            let sheet = Sheet { edges: [10.0, 20.0, 110.0, 220.0], quarters, unit: 1.0 };
            assert_eq!(landed(&sheet, 0.0, 0.0), corner, "{quarters}");
            let (width, height) = sheet.size();
            let opposite = corners[(usize::from(quarters) + 2) % 4];
            assert_eq!(landed(&sheet, width, height), opposite, "{quarters}");
        }
    }

    #[test]
    fn a_page_with_large_units_is_as_large_as_it_says() {
        let sheet = Sheet { edges: [0.0, 0.0, 306.0, 396.0], quarters: 0, unit: 2.0 };
        assert_eq!(sheet.size(), (612.0, 792.0));
        assert_eq!(landed(&sheet, 612.0, 792.0), (306.0, 396.0));
    }
}
