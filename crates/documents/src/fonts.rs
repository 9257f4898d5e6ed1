//! Four faces of one family, and words shaped in them.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use krilla::text::Font;
use rustybuzz::{Direction, Script, ShapePlan, UnicodeBuffer};

/// A face of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Face {
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

impl Face {
    pub(crate) fn of(strong: bool, stressed: bool) -> Self {
        match (strong, stressed) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }
}

struct Cut {
    font: Option<Font>,
    face: Option<rustybuzz::Face<'static>>,
}

impl Cut {
    fn of(bytes: &'static [u8]) -> Self {
        Self { font: Font::new(bytes.into(), 0), face: rustybuzz::Face::from_slice(bytes, 0) }
    }
}

static FAMILY: LazyLock<[Cut; 4]> = LazyLock::new(|| {
    [
        Cut::of(include_bytes!("../fonts/LiberationSans-Regular.ttf")),
        Cut::of(include_bytes!("../fonts/LiberationSans-Bold.ttf")),
        Cut::of(include_bytes!("../fonts/LiberationSans-Italic.ttf")),
        Cut::of(include_bytes!("../fonts/LiberationSans-BoldItalic.ttf")),
    ]
});

/// The font of a face, for the writer of the file.
pub(crate) fn font(face: Face) -> Option<Font> {
    FAMILY[face as usize].font.clone()
}

/// A sign in its place. Lengths are in parts of the font's size.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub id: u32,
    pub advance: f32,
    pub x: f32,
    pub y: f32,
    /// Where in the text its words stand.
    pub from: usize,
    pub to: usize,
}

/// Words shaped in a face.
#[derive(Debug, PartialEq)]
pub(crate) struct Shaped {
    /// The words as they are drawn: what the family has no sign for is replaced.
    pub text: String,
    pub glyphs: Vec<Glyph>,
    pub advance: f32,
    /// The words as they were meant, where some were replaced.
    pub meant: Option<String>,
}

/// Shapes words, each once.
#[derive(Default)]
pub(crate) struct Shaper {
    /// Of each face.
    known: [HashMap<String, Rc<Shaped>>; 4],
    plans: Plans,
}

/// How a script is set in a face: finding out costs more than setting a word.
#[derive(Default)]
struct Plans(Vec<((Face, Direction, Script), ShapePlan)>);

impl Plans {
    fn of(&mut self, face: Face, cut: &rustybuzz::Face<'_>, buffer: &UnicodeBuffer) -> &ShapePlan {
        let key = (face, buffer.direction(), buffer.script());
        let index = self.0.iter().position(|(of, _)| *of == key).unwrap_or_else(|| {
            let script = Some(key.2).filter(|script| *script != rustybuzz::script::UNKNOWN);
            self.0.push((key, ShapePlan::new(cut, key.1, script, None, &[])));
            self.0.len() - 1
        });
        &self.0[index].1
    }
}

impl Shaper {
    pub(crate) fn shape(&mut self, face: Face, text: &str) -> Rc<Shaped> {
        if let Some(known) = self.known[face as usize].get(text) {
            return Rc::clone(known);
        }
        let shaped = Rc::new(shaped(face, text, &mut self.plans));
        self.known[face as usize].insert(text.to_owned(), Rc::clone(&shaped));
        shaped
    }

    /// How wide words are, in parts of the font's size.
    pub(crate) fn width(&mut self, face: Face, text: &str) -> f32 {
        self.shape(face, text).advance
    }
}

fn shaped(face: Face, text: &str, plans: &mut Plans) -> Shaped {
    let Some(cut) = FAMILY[face as usize].face.as_ref() else {
        return Shaped { text: text.to_owned(), glyphs: Vec::new(), advance: 0.0, meant: None };
    };
    // Signs that steer the direction or the width of others have no picture, and what has none here gets one that says so.
    let drawn: String = text
        .chars()
        .filter(|c| {
            !c.is_control() && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        })
        .map(|c| if cut.glyph_index(c).is_some_and(|id| id.0 != 0) { c } else { '?' })
        .collect();
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(&drawn);
    buffer.guess_segment_properties();
    let plan = plans.of(face, cut, &buffer);
    let output = rustybuzz::shape_with_plan(cut, plan, buffer);
    let scale = 1.0 / cut.units_per_em() as f32;
    let clusters: Vec<usize> = output.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    let mut starts = clusters.clone();
    starts.sort_unstable();
    starts.dedup();
    let glyphs: Vec<Glyph> = output
        .glyph_infos()
        .iter()
        .zip(output.glyph_positions())
        .map(|(info, place)| {
            let from = info.cluster as usize;
            let to = starts.iter().find(|start| **start > from).copied().unwrap_or(drawn.len());
            Glyph {
                id: info.glyph_id,
                advance: place.x_advance as f32 * scale,
                x: place.x_offset as f32 * scale,
                y: place.y_offset as f32 * scale,
                from,
                to,
            }
        })
        .collect();
    let meant = (drawn != text).then(|| text.to_owned());
    Shaped { advance: glyphs.iter().map(|glyph| glyph.advance).sum(), text: drawn, glyphs, meant }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_there_and_welsh_and_polish_names_have_their_signs() {
        let mut shaper = Shaper::default();
        for face in [Face::Regular, Face::Bold, Face::Italic, Face::BoldItalic] {
            assert!(font(face).is_some());
            let shaped = shaper.shape(face, "Siân Ŵyn Łukasz £39,470 – “quoted” €");
            assert!(shaped.meant.is_none() && shaped.glyphs.iter().all(|glyph| glyph.id != 0), "{shaped:?}");
        }
    }

    #[test]
    fn what_has_no_sign_is_replaced_and_still_meant() {
        let shaped = shaped(Face::Regular, "王 Li", &mut Plans::default());
        assert_eq!((shaped.text.as_str(), shaped.meant.as_deref()), ("? Li", Some("王 Li")));
        assert!(shaped.glyphs.iter().all(|glyph| glyph.id != 0));
    }

    #[test]
    fn bold_words_are_wider() {
        let mut shaper = Shaper::default();
        assert!(shaper.width(Face::Bold, "minutes") > shaper.width(Face::Regular, "minutes"));
    }
}
