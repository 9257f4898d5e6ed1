//! Pages of one file on their way into another, with all that they need and nothing that they do not.

use std::collections::HashMap;
use std::io::Write;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Number, ObjRef, Object, Rect, Stream};
use hayro_syntax::page::{Page, Rotation};

use super::stamp::{self, Shown};
use super::write::{Objects, words};
use super::{Failed, Layers, Shared, Sheet, Trouble};
use crate::fonts::Shaper;

/// More parts than any real file has.
const MOST_OBJECTS: usize = 500_000;

/// Entries that belong to the other file's structure, to its making, or to files outside it.
const LEFT: [&[u8]; 12] =
    [b"Metadata", b"StructParent", b"StructParents", b"AF", b"PieceInfo", b"LastModified", b"OPI", b"Ref", b"PtData", b"AA", b"JS", b"Length"];

/// Kinds of annotations that are a picture on the page.
const PICTURED: [&[u8]; 14] = [
    b"Widget",
    b"FreeText",
    b"Stamp",
    b"Ink",
    b"Line",
    b"Square",
    b"Circle",
    b"Polygon",
    b"PolyLine",
    b"Highlight",
    b"Underline",
    b"Squiggly",
    b"StrikeOut",
    b"Caret",
];

/// What of an annotation is taken: how it looks and where.
const LOOKS: [&[u8]; 14] = [b"Type", b"Subtype", b"Rect", b"F", b"AP", b"AS", b"Border", b"BS", b"C", b"QuadPoints", b"H", b"CA", b"OC", b"IC"];

/// How many pages a file says it has.
pub(super) fn promised(pdf: &Pdf) -> usize {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let count = root.and_then(|root| root.get::<Dict<'_>>("Pages")).and_then(|pages| pages.get::<Number>("Count"));
    count.and_then(|count| usize::try_from(count.as_i64()).ok()).unwrap_or(0)
}

/// One file being copied.
pub(super) struct Copy<'a, 'b, W: Write> {
    pdf: &'a Pdf,
    objects: &'b mut Objects<W>,
    shared: &'b Shared,
    layers: &'b mut Layers,
    known: HashMap<ObjRef, u32>,
    /// The file's own pages, to which its links lead.
    pages: HashMap<ObjRef, (u32, f32)>,
    waiting: Vec<ObjRef>,
    shaper: Shaper,
}

fn shown(page: &Page<'_>) -> Shown {
    let area = page.intersected_crop_box();
    let media = page.media_box();
    // A page whose frame is empty is shown on A4 by whoever shows it.
    let area = if area.width() > 1.0 && area.height() > 1.0 { area } else { media };
    let unit = page.raw().get::<Number>("UserUnit").map_or(1.0, |unit| unit.as_f32());
    let turned = match page.rotation() {
        Rotation::None => 0,
        Rotation::Horizontal => 90,
        Rotation::Flipped => 180,
        Rotation::FlippedHorizontal => 270,
    };
    let narrow = |n: f64| n as f32;
    Shown { left: narrow(area.x0), bottom: narrow(area.y0), right: narrow(area.x1), top: narrow(area.y1), turned, unit }
}

fn rectangle(area: Rect) -> String {
    format!("[{} {} {} {}]", area.x0, area.y0, area.x1, area.y1)
}

impl<'a, 'b, W: Write> Copy<'a, 'b, W> {
    pub(super) fn of(pdf: &'a Pdf, objects: &'b mut Objects<W>, shared: &'b Shared, layers: &'b mut Layers) -> Self {
        Self { pdf, objects, shared, layers, known: HashMap::new(), pages: HashMap::new(), waiting: Vec::new(), shaper: Shaper::default() }
    }

    pub(super) fn pages(mut self, stamp: &dyn Fn(usize) -> String, lead: &dyn Fn(&str) -> Option<Sheet>) -> Result<Vec<Sheet>, Failed> {
        let pages = self.pdf.pages();
        let mut sheets = Vec::with_capacity(pages.len());
        for page in pages.iter() {
            let sheet = Sheet { id: self.objects.promise(), top: shown(page).top };
            if let Some(id) = page.raw().obj_id() {
                self.pages.insert(id.into(), (sheet.id, sheet.top));
            }
            sheets.push(sheet);
        }
        for (n, (page, sheet)) in pages.iter().zip(&sheets).enumerate() {
            self.page(page, *sheet, &stamp(n), lead)?;
            self.parts()?;
        }
        self.hidden_layers();
        Ok(sheets)
    }

    fn page(&mut self, page: &Page<'_>, sheet: Sheet, stamp: &str, lead: &dyn Fn(&str) -> Option<Sheet>) -> Result<(), Failed> {
        let shown = shown(page);
        let mut out =
            format!("<</Type/Page/Parent {} 0 R/MediaBox{}/CropBox{}", self.shared.tree, rectangle(page.media_box()), rectangle(page.crop_box()));
        if shown.turned != 0 {
            out.push_str(&format!("/Rotate {}", shown.turned));
        }
        let mut out = out.into_bytes();
        for key in [&b"UserUnit"[..], b"Group"] {
            if let Some(value) = page.raw().get_raw::<Object<'_>>(key) {
                name(&mut out, key);
                self.value(&mut out, &value);
            }
        }
        out.extend_from_slice(b"/Resources");
        self.resources(&mut out, page);
        out.extend_from_slice(format!("/Contents[{} 0 R ", self.shared.save).as_bytes());
        for part in contents(page.raw()) {
            self.reference(&mut out, part);
            out.push(b' ');
        }
        let closing = self.objects.promise();
        self.objects.put_stream(closing, b"", &stamp::content(stamp, shown, &mut self.shaper))?;
        out.extend_from_slice(format!("{closing} 0 R]").as_bytes());
        let annotations = self.annotations(page, lead)?;
        if !annotations.is_empty() {
            out.extend_from_slice(format!("/Annots[{annotations}]").as_bytes());
        }
        out.extend_from_slice(b">>");
        self.objects.put(sheet.id, &out)?;
        Ok(())
    }

    /// The page's resources, its own or inherited, with the font of the stamp among its fonts.
    fn resources(&mut self, out: &mut Vec<u8>, page: &Page<'_>) {
        let all = page.resources();
        let kinds: [(&[u8], &Dict<'_>); 7] = [
            (b"ExtGState", &all.ext_g_states),
            (b"ColorSpace", &all.color_spaces),
            (b"XObject", &all.x_objects),
            (b"Pattern", &all.patterns),
            (b"Shading", &all.shadings),
            (b"Properties", &all.properties),
            (b"Font", &all.fonts),
        ];
        out.extend_from_slice(b"<<");
        for (kind, some) in kinds {
            name(out, kind);
            out.extend_from_slice(b"<<");
            for (key, value) in some.entries() {
                name(out, &key);
                self.value(out, &value);
            }
            if kind == b"Font" {
                out.extend_from_slice(format!("/FolkmootStamp {} 0 R", self.shared.font).as_bytes());
            }
            out.extend_from_slice(b">>");
        }
        out.extend_from_slice(b">>");
    }

    /// The annotations that are taken, as references.
    fn annotations(&mut self, page: &Page<'_>, lead: &dyn Fn(&str) -> Option<Sheet>) -> Result<String, Failed> {
        let mut taken = String::new();
        let Some(all) = page.raw().get::<Array<'_>>("Annots") else { return Ok(taken) };
        for annotation in all.iter::<Dict<'_>>().take(10_000) {
            let Some(kind) = annotation.get::<Name<'_>>("Subtype") else { continue };
            let target = if kind.as_ref() == b"Link" {
                match self.target(&annotation, lead) {
                    Some(target) => target,
                    None => continue,
                }
            } else if PICTURED.contains(&kind.as_ref()) && annotation.contains_key("AP") {
                String::new()
            } else {
                continue;
            };
            let mut out = b"<<".to_vec();
            for (key, value) in annotation.entries().filter(|(key, _)| LOOKS.contains(&key.as_ref())) {
                name(&mut out, &key);
                self.value(&mut out, &value);
            }
            out.extend_from_slice(target.as_bytes());
            out.extend_from_slice(b">>");
            let id = self.objects.promise();
            self.objects.put(id, &out)?;
            taken.push_str(&format!("{id} 0 R "));
        }
        Ok(taken)
    }

    /// Where a link leads: an address of the web, a page of the same file, or one that `lead` knows.
    fn target(&self, link: &Dict<'_>, lead: &dyn Fn(&str) -> Option<Sheet>) -> Option<String> {
        let action = link.get::<Dict<'_>>("A");
        if let Some(address) = action.as_ref().and_then(|action| action.get::<hayro_syntax::object::String<'_>>("URI")) {
            let address = String::from_utf8_lossy(address.as_bytes()).into_owned();
            if let Some(sheet) = lead(&address) {
                return Some(format!("/Dest[{} 0 R/XYZ null {} null]", sheet.id, sheet.top));
            }
            let web = ["http://", "https://", "mailto:"].iter().any(|scheme| address.to_ascii_lowercase().starts_with(scheme));
            let plain = address.bytes().all(|byte| byte.is_ascii_graphic());
            let hex: String = address.bytes().map(|byte| format!("{byte:02X}")).collect();
            return (web && plain).then(|| format!("/A<</S/URI/URI<{hex}>>>/Contents {}", words(&address)));
        }
        let wanted = link.get::<Object<'_>>("Dest").or_else(|| action?.get::<Object<'_>>("D"))?;
        let place = match wanted {
            Object::Array(place) => place,
            Object::Name(name) => self.named(name.as_ref())?,
            Object::String(name) => self.named(name.as_bytes())?,
            _ => return None,
        };
        let Some(MaybeRef::Ref(page)) = place.raw_iter().next() else { return None };
        let (id, top) = self.pages.get(&page)?;
        Some(format!("/Dest[{id} 0 R/XYZ null {top} null]"))
    }

    /// The place that a file calls by a name.
    fn named(&self, name: &[u8]) -> Option<Array<'a>> {
        let root = self.pdf.xref().get::<Dict<'a>>(self.pdf.xref().root_id())?;
        let place = |found: Object<'a>| match found {
            Object::Array(place) => Some(place),
            Object::Dict(holder) => holder.get::<Array<'a>>("D"),
            _ => None,
        };
        if let Some(found) = root.get::<Dict<'a>>("Dests").and_then(|all| all.get::<Object<'a>>(name)) {
            return place(found);
        }
        let mut waiting = vec![root.get::<Dict<'a>>("Names")?.get::<Dict<'a>>("Dests")?];
        let mut seen = 0;
        while let Some(node) = waiting.pop() {
            seen += 1;
            if seen > 5_000 {
                return None;
            }
            if let Some(pairs) = node.get::<Array<'a>>("Names") {
                let mut pairs = pairs.iter::<Object<'a>>();
                while let (Some(key), Some(value)) = (pairs.next(), pairs.next()) {
                    if matches!(&key, Object::String(key) if key.as_bytes() == name) {
                        return place(value);
                    }
                }
            }
            if let Some(kids) = node.get::<Array<'a>>("Kids") {
                waiting.extend(kids.iter::<Dict<'a>>());
            }
        }
        None
    }

    /// Everything that is waited for, and what that needs in turn.
    fn parts(&mut self) -> Result<(), Failed> {
        while let Some(id) = self.waiting.pop() {
            if self.known.len() > MOST_OBJECTS {
                return Err(Trouble::Unreadable.into());
            }
            let new = self.known[&id];
            let mut out = Vec::new();
            match self.pdf.xref().get::<Object<'_>>(id.into()) {
                Some(Object::Stream(stream)) => self.stream(new, &stream)?,
                Some(Object::Dict(dict))
                    if matches!(dict.get::<Name<'_>>("Type").as_ref().map(AsRef::as_ref), Some(b"Page" | b"Pages" | b"Catalog")) =>
                {
                    self.objects.put(new, b"null")?;
                }
                Some(object) => {
                    if let Object::Dict(dict) = &object
                        && dict.get::<Name<'_>>("Type").is_some_and(|kind| kind.as_ref() == b"OCG")
                    {
                        self.layers.all.push(new);
                    }
                    self.object(&mut out, &object);
                    self.objects.put(new, &out)?;
                }
                None => self.objects.put(new, b"null")?,
            }
        }
        Ok(())
    }

    fn stream(&mut self, new: u32, stream: &Stream<'_>) -> Result<(), Failed> {
        let mut out = Vec::new();
        // A stream that names a file outside would be read from there.
        for (key, value) in stream.dict().entries() {
            if !LEFT.contains(&key.as_ref()) && !matches!(key.as_ref(), b"F" | b"FFilter" | b"FDecodeParms") {
                name(&mut out, &key);
                self.value(&mut out, &value);
            }
        }
        self.objects.put_stream(new, &out, &stream.raw_data())?;
        Ok(())
    }

    fn hidden_layers(&mut self) {
        let root = self.pdf.xref().get::<Dict<'_>>(self.pdf.xref().root_id());
        let usual = root.and_then(|root| root.get::<Dict<'_>>("OCProperties")).and_then(|layers| layers.get::<Dict<'_>>("D"));
        let Some(off) = usual.and_then(|usual| usual.get::<Array<'_>>("OFF")) else { return };
        for layer in off.raw_iter() {
            if let MaybeRef::Ref(id) = layer
                && let Some(new) = self.known.get(&id)
            {
                self.layers.hidden.push(*new);
            }
        }
    }

    fn reference(&mut self, out: &mut Vec<u8>, id: ObjRef) {
        let new = match (self.pages.get(&id), self.known.get(&id)) {
            (Some((page, _)), _) => *page,
            (None, Some(known)) => *known,
            (None, None) => {
                let new = self.objects.promise();
                self.known.insert(id, new);
                self.waiting.push(id);
                new
            }
        };
        out.extend_from_slice(format!("{new} 0 R").as_bytes());
    }

    fn value(&mut self, out: &mut Vec<u8>, value: &MaybeRef<Object<'_>>) {
        match value {
            MaybeRef::Ref(id) => {
                out.push(b' ');
                self.reference(out, *id);
            }
            MaybeRef::NotRef(object) => self.object(out, object),
        }
    }

    fn object(&mut self, out: &mut Vec<u8>, object: &Object<'_>) {
        match object {
            Object::Null(_) | Object::Stream(_) => out.extend_from_slice(b" null"),
            Object::Boolean(yes) => out.extend_from_slice(if *yes { b" true" } else { b" false" }),
            Object::Number(number) => out.extend_from_slice(format!(" {}", number.as_f64()).as_bytes()),
            Object::String(text) => {
                out.push(b'<');
                text.as_bytes().iter().for_each(|byte| out.extend_from_slice(format!("{byte:02X}").as_bytes()));
                out.push(b'>');
            }
            Object::Name(word) => name(out, word),
            Object::Array(all) => {
                out.push(b'[');
                all.raw_iter().for_each(|one| self.value(out, &one));
                out.push(b']');
            }
            Object::Dict(all) => {
                out.extend_from_slice(b"<<");
                for (key, value) in all.entries().filter(|(key, _)| !LEFT.contains(&key.as_ref())) {
                    name(out, &key);
                    self.value(out, &value);
                }
                out.extend_from_slice(b">>");
            }
        }
    }
}

/// The parts of a page's content.
fn contents(page: &Dict<'_>) -> Vec<ObjRef> {
    let one = |value: MaybeRef<Object<'_>>| if let MaybeRef::Ref(id) = value { Some(id) } else { None };
    match page.get::<Object<'_>>("Contents") {
        Some(Object::Stream(_)) => page.get_raw::<Object<'_>>("Contents").and_then(one).into_iter().collect(),
        Some(Object::Array(all)) => all.raw_iter().filter_map(one).collect(),
        _ => Vec::new(),
    }
}

fn name(out: &mut Vec<u8>, word: &[u8]) {
    out.push(b'/');
    for byte in word {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'+' | b'.' | b'*' | b'@' | b'!' | b'$' | b'&' | b'\'' | b':' | b';' | b',') {
            out.push(*byte);
        } else {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}
