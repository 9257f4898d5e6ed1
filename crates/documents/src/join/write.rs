//! A PDF file, object by object as they come, with the table of their places at its end.

use std::io::Write;

use super::{Binding, Entry, Layers, Shared};

/// Objects on their way into a file.
pub(super) struct Objects<W: Write> {
    out: W,
    at: u64,
    /// Where each object begins; 0 while it is only promised.
    places: Vec<u64>,
}

impl<W: Write> Objects<W> {
    pub(super) fn begin(out: W) -> std::io::Result<Self> {
        let mut objects = Self { out, at: 0, places: vec![0] };
        objects.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")?;
        Ok(objects)
    }

    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.at += bytes.len() as u64;
        self.out.write_all(bytes)
    }

    /// The number of an object that will come.
    pub(super) fn promise(&mut self) -> u32 {
        self.places.push(0);
        u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX)
    }

    pub(super) fn put(&mut self, id: u32, content: &[u8]) -> std::io::Result<()> {
        self.open(id)?;
        self.write(content)?;
        self.write(b"\nendobj\n")
    }

    /// A stream; `entries` are those of its dictionary besides its length.
    pub(super) fn put_stream(&mut self, id: u32, entries: &[u8], data: &[u8]) -> std::io::Result<()> {
        self.open(id)?;
        self.write(b"<<")?;
        self.write(entries)?;
        self.write(format!("/Length {}>>\nstream\n", data.len()).as_bytes())?;
        self.write(data)?;
        self.write(b"\nendstream\nendobj\n")
    }

    fn open(&mut self, id: u32) -> std::io::Result<()> {
        if let Some(place) = self.places.get_mut(id as usize) {
            *place = self.at;
        }
        self.write(format!("{id} 0 obj\n").as_bytes())
    }

    fn end(mut self, root: u32, info: u32) -> std::io::Result<W> {
        let start = self.at;
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.places.len());
        for place in &self.places[1..] {
            table.push_str(&if *place == 0 { "0000000000 00000 f \n".to_owned() } else { format!("{place:010} 00000 n \n") });
        }
        table.push_str(&format!("trailer\n<</Size {}/Root {root} 0 R/Info {info} 0 R>>\nstartxref\n{start}\n%%EOF\n", self.places.len()));
        self.write(table.as_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }
}

/// Words as a string of a file.
pub(super) fn words(text: &str) -> String {
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    let hex: String = [0xfe, 0xff].into_iter().chain(units).map(|byte| format!("{byte:02X}")).collect();
    format!("<{hex}>")
}

fn list(ids: &[u32]) -> String {
    ids.iter().map(|id| format!("{id} 0 R ")).collect()
}

/// The outline's root, with its entries written before it.
fn outline<W: Write>(objects: &mut Objects<W>, binding: &Binding<'_>) -> std::io::Result<Option<u32>> {
    let entries: Vec<&Entry> = binding.outline.iter().filter(|entry| entry.page < binding.sheets.len()).collect();
    if entries.is_empty() {
        return Ok(None);
    }
    let root = objects.promise();
    let ids: Vec<u32> = entries.iter().map(|_| objects.promise()).collect();
    // No entry stands deeper than one below the entry before it.
    let mut depths: Vec<usize> = Vec::new();
    for entry in &entries {
        depths.push(entry.depth.min(depths.last().map_or(0, |before| before + 1)));
    }
    let parent = |n: usize| (0..n).rev().find(|above| depths[*above] < depths[n]);
    let family = |n: Option<usize>| -> Vec<usize> { (0..entries.len()).filter(|child| parent(*child) == n).collect() };
    let beneath = |children: &[usize]| match (children.first(), children.last()) {
        (Some(first), Some(last)) => format!("/First {} 0 R/Last {} 0 R", ids[*first], ids[*last]),
        _ => String::new(),
    };
    for (n, entry) in entries.iter().enumerate() {
        let siblings = family(parent(n));
        let place = siblings.iter().position(|sibling| *sibling == n).unwrap_or(0);
        let before = place.checked_sub(1).map(|at| format!("/Prev {} 0 R", ids[siblings[at]])).unwrap_or_default();
        let after = siblings.get(place + 1).map(|next| format!("/Next {} 0 R", ids[*next])).unwrap_or_default();
        let children = family(Some(n));
        // A closed entry counts its children below nought.
        let count = if children.is_empty() { String::new() } else { format!("/Count -{}", children.len()) };
        let (sheet, above) = (binding.sheets[entry.page].0, parent(n).map_or(root, |above| ids[above]));
        let content = format!(
            "<</Title {}/Parent {above} 0 R{before}{after}{}{count}/Dest[{} 0 R/XYZ null {} null]>>",
            words(&entry.title),
            beneath(&children),
            sheet.id,
            sheet.top
        );
        objects.put(ids[n], content.as_bytes())?;
    }
    let top = family(None);
    objects.put(root, format!("<</Type/Outlines{}/Count {}>>", beneath(&top), top.len()).as_bytes())?;
    Ok(Some(root))
}

/// Binds the pages: their order, their numbers, the outline, whose it is.
pub(super) fn bind<W: Write>(mut objects: Objects<W>, shared: &Shared, layers: &Layers, binding: &Binding<'_>) -> std::io::Result<W> {
    let ids: Vec<u32> = binding.sheets.iter().map(|(sheet, _)| sheet.id).collect();
    objects.put(shared.tree, format!("<</Type/Pages/Count {}/Kids[{}]>>", ids.len(), list(&ids)).as_bytes())?;
    let outlines = outline(&mut objects, binding)?.map(|root| format!("/Outlines {root} 0 R/PageMode/UseOutlines")).unwrap_or_default();
    let labels: String = binding.sheets.iter().enumerate().map(|(n, (_, label))| format!("{n}<</P {}>>", words(label))).collect();
    let day = binding.of.made_at.day(&kernel::Zone::london());
    let info = objects.promise();
    let about = format!(
        "<</Title {}/Author {}/Creator(Folkmoot)/CreationDate(D:{:04}{:02}{:02})>>",
        words(&binding.of.title),
        words(&binding.of.author),
        day.year(),
        day.month(),
        day.day()
    );
    objects.put(info, about.as_bytes())?;
    let layered = if layers.all.is_empty() {
        String::new()
    } else {
        format!("/OCProperties<</OCGs[{}]/D<</OFF[{}]/Order[]>>>>", list(&layers.all), list(&layers.hidden))
    };
    let root = objects.promise();
    let catalog = format!(
        "<</Type/Catalog/Pages {} 0 R/Lang {}/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[{labels}]>>{outlines}{layered}>>",
        shared.tree,
        words(&binding.of.language)
    );
    objects.put(root, catalog.as_bytes())?;
    objects.end(root, info)
}
