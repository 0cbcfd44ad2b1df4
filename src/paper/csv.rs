//! Tables as CSV by RFC 4180: cells quoted where they must be, lines that end in CR LF.
//!
//! A spreadsheet runs what begins like a formula, so such a cell is given an apostrophe.

/// A spreadsheet in the making.
#[derive(Debug, Default)]
pub struct Sheet {
    /// What is written so far.
    pub text: String,
}

impl Sheet {
    /// Adds a row.
    ///
    /// # Panics
    /// Never: cells are whole characters.
    pub fn row<'c>(&mut self, cells: impl Iterator<Item = &'c str>) {
        let mut writer = csv_core::WriterBuilder::new().terminator(csv_core::Terminator::CRLF).build();
        let mut bytes = Vec::new();
        let mut room = [0; 256];
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                let (_, written) = writer.delimiter(&mut room);
                bytes.extend_from_slice(&room[..written]);
            }
            let safe = safe(cell);
            let mut rest = safe.as_bytes();
            loop {
                let (result, read, written) = writer.field(rest, &mut room);
                bytes.extend_from_slice(&room[..written]);
                rest = &rest[read..];
                match result {
                    csv_core::WriteResult::InputEmpty => break,
                    csv_core::WriteResult::OutputFull => {}
                }
            }
        }
        let (_, written) = writer.terminator(&mut room);
        bytes.extend_from_slice(&room[..written]);
        self.text.push_str(std::str::from_utf8(&bytes).expect("quotes and commas leave whole characters whole"));
    }
}

/// A cell that no spreadsheet takes for a formula.
fn safe(cell: &str) -> String {
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_begins_like_a_formula_is_made_plain() {
        for cell in ["=1+1", "+1", "-$5.00", "@SUM", " =1", "\t=1", "\rx"] {
            assert_eq!(safe(cell), format!("'{cell}"), "{cell:?}");
        }
        for cell in ["$5.00", "5-1", "", "a=b"] {
            assert_eq!(safe(cell), cell);
        }
    }

    #[test]
    fn cells_with_commas_quotes_and_line_breaks_stay_whole() {
        let mut sheet = Sheet::default();
        sheet.row(["a,b", "say \"no\"", "two\nlines", "", "é🙂"].into_iter());
        let long = "x,".repeat(400);
        sheet.row([long.as_str(), "=1"].into_iter());
        assert_eq!(sheet.text, format!("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,é🙂\r\n\"{long}\",'=1\r\n"));
    }
}
