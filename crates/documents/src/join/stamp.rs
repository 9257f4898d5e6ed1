//! What is set at the foot of each page: upright as the page is shown, and readable whatever lies beneath.

use crate::fonts::{Face, Shaper};

/// The rectangle of a page that is shown, in the page's own measures, how it is turned (0, 90, 180, 270), and how large its unit is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shown {
    pub left: f32,
    pub bottom: f32,
    pub right: f32,
    pub top: f32,
    pub turned: i32,
    pub unit: f32,
}

const SIZE: f32 = 9.0;

/// The part of a page's content that closes what others drew and sets the stamp.
pub(super) fn content(stamp: &str, shown: Shown, shaper: &mut Shaper) -> Vec<u8> {
    if stamp.is_empty() {
        return b"Q".to_vec();
    }
    let (width, height) = match shown.turned {
        90 | 270 => (shown.top - shown.bottom, shown.right - shown.left),
        _ => (shown.right - shown.left, shown.top - shown.bottom),
    };
    // On a poster the stamp grows with the sheet.
    let scale = (width.min(height) / 595.0).max(1.0 / shown.unit.max(0.1));
    let Shown { left, bottom, right, top, .. } = shown;
    let upright = match shown.turned {
        90 => format!("0 1 -1 0 {right} {bottom} cm"),
        180 => format!("-1 0 0 -1 {right} {top} cm"),
        270 => format!("0 -1 1 0 {left} {top} cm"),
        _ => format!("1 0 0 1 {left} {bottom} cm"),
    };
    let (text, long) = (winansi(stamp), shaper.width(Face::Regular, stamp) * SIZE);
    let (x, y) = ((width / scale - long - 26.0).max(2.0), 16.0);
    let mut content = format!(
        "Q\n/Artifact<</Type/Pagination/Subtype/Footer>>BDC\nq {upright} {scale} 0 0 {scale} 0 0 cm\n1 g {} {} {} {} re f\n0 g BT /FolkmootStamp {SIZE} Tf {x} {y} Td (",
        x - 4.0,
        y - 4.0,
        long + 8.0,
        SIZE + 5.0
    )
    .into_bytes();
    for byte in text {
        if matches!(byte, b'(' | b')' | b'\\') {
            content.push(b'\\');
        }
        content.push(byte);
    }
    content.extend_from_slice(b") Tj ET Q\nEMC");
    content
}

/// Words in the encoding of the stamp's font; what it lacks is a question mark.
fn winansi(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| match c {
            '–' => 0x96,
            '—' => 0x97,
            '’' => 0x92,
            '‘' => 0x91,
            '“' => 0x93,
            '”' => 0x94,
            ' '..='~' | '\u{a0}'..='ÿ' => u8::try_from(u32::from(c)).unwrap_or(b'?'),
            _ => b'?',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_cannot_break_out_of_its_string() {
        let shown = Shown { left: 0.0, bottom: 0.0, right: 595.0, top: 842.0, turned: 0, unit: 1.0 };
        let content = content("item 5) Tj (x\\", shown, &mut Shaper::default());
        assert!(String::from_utf8_lossy(&content).contains("(item 5\\) Tj \\(x\\\\) Tj ET"));
    }
}
