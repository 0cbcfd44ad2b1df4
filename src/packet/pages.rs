//! Strips laid on pages: nothing that belongs together is torn apart unless a page is too short for it.
//!
//! Knows heights only, neither words nor ink.
#![expect(clippy::float_arithmetic, reason = "paper is measured in points")]

use super::flow::Strip;
use super::{Error, MAX_PAGES};

/// The height of a page's text, in points: US Letter with room for margins and the foot.
pub const ROOM: f32 = 792.0 - 72.0 - 78.0;

/// A page's strips.
#[derive(Debug, Default)]
pub struct Page<'a> {
    /// From top to bottom.
    pub strips: Vec<Placed<'a>>,
    /// The section that begins on this page, if one does.
    pub begins: Option<usize>,
}

/// A strip and where it lies.
#[derive(Debug)]
pub struct Placed<'a> {
    /// From the top of the text to the top of the strip.
    pub top: f32,
    /// The strip.
    pub strip: &'a Strip,
    /// Whether it was drawn before and is here only so that the eye finds it: the head of a table that goes on.
    pub again: bool,
}

/// The pages of these sections, each of which begins on a page of its own.
///
/// # Errors
/// When there are more than [`MAX_PAGES`].
pub fn of<'a>(sections: &'a [Vec<Strip>], heads: &'a [Vec<Strip>]) -> Result<Vec<Page<'a>>, Error> {
    let mut desk = Desk { pages: Vec::new(), filled: 0.0, heads };
    for (section, strips) in sections.iter().enumerate() {
        desk.turn(None)?;
        if let Some(page) = desk.pages.last_mut() {
            page.begins = Some(section);
        }
        for group in strips.chunk_by(|strip, _| strip.keep) {
            desk.lay(group)?;
        }
    }
    Ok(desk.pages)
}

struct Desk<'a> {
    pages: Vec<Page<'a>>,
    filled: f32,
    heads: &'a [Vec<Strip>],
}

impl<'a> Desk<'a> {
    /// Lays strips that want to stay together.
    fn lay(&mut self, group: &'a [Strip]) -> Result<(), Error> {
        let height: f32 = group.iter().map(|strip| strip.gap + strip.height).sum();
        let gap = group.first().map_or(0.0, |strip| strip.gap);
        if self.filled > 0.0 && self.filled + height > ROOM && height - gap <= ROOM {
            self.turn(group.first())?;
        }
        for strip in group {
            let gap = if self.filled > 0.0 { strip.gap } else { 0.0 };
            if self.filled > 0.0 && self.filled + gap + strip.height > ROOM {
                self.turn(Some(strip))?;
            }
            self.put(strip, false);
        }
        Ok(())
    }

    /// Starts a page on which `next` comes first, after the head of its table.
    fn turn(&mut self, next: Option<&Strip>) -> Result<(), Error> {
        if self.pages.len() == MAX_PAGES {
            return Err(Error::TooManyPages { limit: MAX_PAGES });
        }
        self.pages.push(Page::default());
        self.filled = 0.0;
        let heads = self.heads;
        if let Some(head) = next.and_then(|strip| strip.table).and_then(|table| heads.get(table)) {
            // A head that leaves little room for its rows is not worth repeating.
            if head.iter().map(|strip| strip.gap + strip.height).sum::<f32>() < ROOM / 4.0 {
                for strip in head {
                    self.put(strip, true);
                }
            }
        }
        Ok(())
    }

    fn put(&mut self, strip: &'a Strip, again: bool) {
        let top = if self.filled > 0.0 { self.filled + strip.gap } else { 0.0 };
        self.filled = top + strip.height;
        if let Some(page) = self.pages.last_mut() {
            page.strips.push(Placed { top, strip, again });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(height: f32, keep: bool, table: Option<usize>) -> Strip {
        Strip { gap: 10.0, height, keep, table, ink: Vec::new() }
    }

    fn check(strips: &[Strip], heads: &[Vec<Strip>], on_pages: &[usize]) {
        let sections = [strips.to_vec()];
        let pages = of(&sections, heads).expect("few pages");
        assert_eq!(pages.iter().map(|page| page.strips.len()).collect::<Vec<_>>(), on_pages);
        for placed in pages.iter().flat_map(|page| &page.strips) {
            assert!(placed.top + placed.strip.height <= ROOM || placed.top == 0.0);
        }
    }

    #[test]
    fn a_heading_goes_with_its_text_to_the_next_page() {
        check(&[strip(ROOM - 40.0, false, None), strip(20.0, true, None), strip(20.0, false, None)], &[], &[1, 2]);
    }

    #[test]
    fn what_is_longer_than_a_page_breaks_where_it_must() {
        check(&vec![strip(10.0, true, None); 100], &[], &[32, 32, 32, 4]);
    }

    #[test]
    fn the_head_of_a_table_is_seen_on_each_of_its_pages() {
        let head = vec![strip(20.0, true, None)];
        let rows = vec![strip(10.0, false, Some(0)); 60];
        check(&[head.clone(), rows].concat(), &[head], &[32, 30]);
    }

    #[test]
    fn a_strip_higher_than_a_page_is_laid_once_and_ends() {
        check(&[strip(20.0, false, None), strip(2000.0, false, None), strip(20.0, false, None)], &[], &[1, 1, 1]);
    }

    #[test]
    fn more_pages_than_anybody_would_mail_are_refused() {
        let strips = vec![strip(ROOM, false, None); MAX_PAGES + 1];
        assert_eq!(of(&[strips], &[]).err(), Some(Error::TooManyPages { limit: MAX_PAGES }));
    }
}
