//! Reads PDF files as somebody would who searches them for something: pages, outline, properties and every stream.

use lopdf::{Document, Object, ObjectId};

/// A file, read.
pub struct Pdf(pub Document);

impl Pdf {
    pub fn read(bytes: &[u8]) -> Self {
        Self(Document::load_mem(bytes).unwrap_or_else(|error| panic!("not a PDF: {error}")))
    }

    pub fn pages(&self) -> Vec<ObjectId> {
        self.0.get_pages().into_values().collect()
    }

    /// The words of a page, from 1, with every break of line as a space.
    pub fn page(&self, number: u32) -> String {
        let text = self.0.extract_text(&[number]).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words of all pages.
    pub fn words(&self) -> String {
        (1..=u32::try_from(self.pages().len()).unwrap()).map(|number| self.page(number)).collect::<Vec<_>>().join("\n")
    }

    /// The roles of the structure tree in reading order.
    pub fn roles(&self) -> Vec<String> {
        let mut roles = Vec::new();
        let root = self.0.catalog().unwrap().get(b"StructTreeRoot").and_then(|root| self.0.dereference(root));
        if let Ok((_, root)) = root {
            self.walk(root, &mut roles);
        }
        roles
    }

    fn walk(&self, at: &Object, roles: &mut Vec<String>) {
        match self.0.dereference(at) {
            Ok((_, Object::Array(all))) => all.iter().for_each(|one| self.walk(one, roles)),
            Ok((_, Object::Dictionary(one))) => {
                roles.extend(one.get(b"S").and_then(Object::as_name).ok().map(|role| String::from_utf8_lossy(role).into_owned()));
                if let Ok(kids) = one.get(b"K") {
                    self.walk(kids, roles);
                }
            }
            _ => {}
        }
    }

    /// The titles of the outline, each with its depth.
    pub fn outline(&self) -> Vec<(usize, String)> {
        let mut titles = Vec::new();
        if let Ok((_, root)) = self.0.catalog().unwrap().get(b"Outlines").and_then(|root| self.0.dereference(root)) {
            self.entries(root, 0, &mut titles);
        }
        titles
    }

    fn entries(&self, above: &Object, depth: usize, titles: &mut Vec<(usize, String)>) {
        let mut next = above.as_dict().and_then(|above| above.get(b"First")).ok();
        while let Some((_, entry)) = next.and_then(|entry| self.0.dereference(entry).ok()) {
            let one = entry.as_dict().unwrap();
            titles.push((depth, lopdf::decode_text_string(one.get(b"Title").unwrap()).unwrap()));
            self.entries(entry, depth + 1, titles);
            next = one.get(b"Next").ok();
        }
    }

    /// The numbers that a reader's program shows for the pages.
    pub fn labels(&self) -> Vec<String> {
        let labels = self.0.catalog().unwrap().get(b"PageLabels").and_then(|labels| self.0.dereference(labels)).unwrap().1;
        let nums = labels.as_dict().unwrap().get(b"Nums").unwrap().as_array().unwrap();
        nums.chunks(2).map(|pair| lopdf::decode_text_string(pair[1].as_dict().unwrap().get(b"P").unwrap()).unwrap()).collect()
    }

    /// The pages, counted from 0, to which the links of a page lead within the file, in their order, each once.
    pub fn links(&self, page: u32) -> Vec<usize> {
        let pages = self.pages();
        let mut led = Vec::new();
        let annotations = self.0.get_dictionary(pages[page as usize - 1]).unwrap().get(b"Annots").and_then(|all| self.0.dereference(all));
        for link in annotations.unwrap().1.as_array().unwrap() {
            let link = self.0.dereference(link).unwrap().1.as_dict().unwrap();
            if let Ok(to) = link.get(b"Dest").and_then(|to| to.as_array().unwrap()[0].as_reference()) {
                led.extend(pages.iter().position(|page| *page == to));
            }
        }
        led.dedup();
        led
    }

    pub fn title(&self) -> String {
        let info = self.0.trailer.get(b"Info").and_then(|info| self.0.dereference(info)).map(|(_, info)| info);
        info.and_then(Object::as_dict).and_then(|info| info.get(b"Title")).and_then(lopdf::decode_text_string).unwrap_or_default()
    }

    /// Everything that could say something: the words, every string wherever it stands, every stream unpacked.
    pub fn everything(&self) -> String {
        let mut all = self.words();
        for object in self.0.objects.values() {
            strings(object, &mut all);
            if let Ok(stream) = object.as_stream() {
                let unpacked = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                all.push_str(&String::from_utf8_lossy(&unpacked));
            }
        }
        all
    }
}

fn strings(object: &Object, all: &mut String) {
    match object {
        Object::String(..) => {
            all.push('\n');
            all.push_str(&lopdf::decode_text_string(object).unwrap_or_default());
        }
        Object::Array(some) => some.iter().for_each(|one| strings(one, all)),
        Object::Dictionary(some) => some.iter().for_each(|(_, one)| strings(one, all)),
        Object::Stream(some) => some.dict.iter().for_each(|(_, one)| strings(one, all)),
        _ => {}
    }
}

/// A file of pages that say these words, as somebody else's program would write it: A4, in plain Helvetica, unpacked.
pub fn pages(words: &[&str]) -> Vec<u8> {
    use lopdf::content::{Content, Operation};
    use lopdf::{Stream, dictionary};
    let mut file = Document::with_version("1.4");
    let tree = file.new_object_id();
    let font = file.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
    let resources = file.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let kids: Vec<Object> = words
        .iter()
        .map(|words| {
            let operations = vec![
                Operation::new("BT", vec![]),
                Operation::new("Tf", vec!["F1".into(), 14.into()]),
                Operation::new("Td", vec![72.into(), 700.into()]),
                Operation::new("Tj", vec![Object::string_literal(*words)]),
                Operation::new("ET", vec![]),
            ];
            let content = file.add_object(Stream::new(dictionary! {}, Content { operations }.encode().unwrap()));
            file.add_object(dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content }).into()
        })
        .collect();
    let count = i64::try_from(kids.len()).unwrap();
    let all = dictionary! {
        "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => resources, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    };
    file.objects.insert(tree, Object::Dictionary(all));
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}
