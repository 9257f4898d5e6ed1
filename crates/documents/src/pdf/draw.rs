//! Strips on pages.

use std::num::NonZeroU16;

use krilla::Document as File;
use krilla::SerializeSettings;
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Quadrilateral, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};
use krilla::text::{GlyphId, KrillaGlyph};

use super::flow::{Child, FOOT, Flow, HEIGHT, Kind, Mark, SIDE, Strip, TOP, WIDTH, Words};
use super::{Foot, Plate, Written};
use crate::Sort;
use crate::fonts::{Face, Shaper, font};
use crate::model::{Document, Numbering};

/// A strip in its place; a header that is repeated is none of the document's content.
struct Placed<'a> {
    strip: &'a Strip,
    y: f32,
    again: bool,
}

pub(super) fn pages(flow: &Flow) -> usize {
    paginate(&flow.strips, &flow.heads).len()
}

pub(super) fn draw(document: &Document, flow: Flow, foot: Foot<'_>) -> Result<Written, KrillaError> {
    let Flow { nodes, slots, strips, heads, .. } = flow;
    let pages = paginate(&strips, &heads);
    let mut file = claiming();
    file.set_metadata(metadata(document));
    let mut drawn: Vec<Option<Identifier>> = vec![None; slots];
    let mut links: Vec<Vec<Identifier>> = nodes.iter().map(|_| Vec::new()).collect();
    let mut outline = Entries::default();
    let count = pages.len();
    for (index, placed) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).unwrap_or_default();
        let mut page = file.start_page_with(settings);
        let mut surface = page.surface();
        let mut covered: Vec<(usize, Quadrilateral)> = Vec::new();
        for Placed { strip, y, again } in placed {
            if let Some((level, title)) = strip.entry.as_ref().filter(|_| !again) {
                outline.add(*level, title, XyzDestination::new(index, Point::from_xy(SIDE, (y - 6.0).max(0.0))));
            }
            for mark in &strip.marks {
                match mark {
                    Mark::Bar { x, y: down, width, height, grey } => bar(&mut surface, *x, y + down, *width, *height, *grey),
                    Mark::Words { slot, x, y: down, face, size, grey, words, link } => {
                        let at = Point::from_xy(*x, y + down);
                        if *again {
                            artifact(&mut surface, ArtifactType::PaginationOther, |surface| set(surface, at, *face, *size, *grey, words));
                            continue;
                        }
                        let meant = words.meant.as_deref();
                        let id = surface.start_tagged(ContentTag::Span(SpanTag::empty().with_actual_text(meant)));
                        set(&mut surface, at, *face, *size, if link.is_some() { LINKED } else { *grey }, words);
                        surface.end_tagged();
                        drawn[*slot] = Some(id);
                        if let Some(link) = link {
                            let width = words.advance * size;
                            bar(&mut surface, *x, y + down + size * 0.12, width, 0.5, LINKED);
                            if let Some(area) = Rect::from_xywh(*x, y + down - size * 0.8, width, *size) {
                                covered.push((*link, area.into()));
                            }
                        }
                    }
                }
            }
        }
        around(&mut surface, document, index, &foot(index + 1, count));
        surface.finish();
        while let Some((link, _)) = covered.first() {
            let link = *link;
            let (areas, rest): (Vec<_>, Vec<_>) = covered.into_iter().partition(|(other, _)| *other == link);
            covered = rest;
            let Kind::Link(address) = &nodes[link].kind else { continue };
            let target = Target::Action(LinkAction::new(address.clone()).into());
            let areas = areas.into_iter().map(|(_, area)| area).collect();
            let annotation = Annotation::new_link(LinkAnnotation::new_with_quad_points(areas, target), Some(address.clone()));
            links[link].push(page.add_tagged_annotation(annotation));
        }
        page.finish();
    }
    file.set_outline(outline.tree());
    let mut tree = TagTree::new().with_lang(Some(document.language.clone()));
    for child in &nodes[0].children {
        if let Child::Node(node) = child
            && let Some(group) = group(&nodes, *node, &drawn, &links)
        {
            tree.push(group);
        }
    }
    file.set_tag_tree(tree);
    Ok(Written { bytes: file.finish()?, pages: count })
}

/// A picture on a page of its own, with its words for whoever cannot see it.
pub(super) fn picture(about: &Document, sort: Sort, bytes: Vec<u8>) -> Option<Written> {
    const MARGIN: f32 = 36.0;
    let image = match sort {
        Sort::Jpeg => Image::from_jpeg(bytes.into(), false),
        Sort::Png => Image::from_png(bytes.into(), false),
        Sort::Gif => Image::from_gif(bytes.into(), false),
        Sort::Webp => Image::from_webp(bytes.into(), false),
        _ => return None,
    }
    .ok()?;
    let (wide, high) = (image.size().0 as f32, image.size().1 as f32);
    let (width, height) = if wide > high { (HEIGHT, WIDTH) } else { (WIDTH, HEIGHT) };
    let scale = ((width - 2.0 * MARGIN) / wide).min((height - 2.0 * MARGIN) / high).min(1.0);
    let size = Size::from_wh(wide * scale, high * scale)?;
    let mut file = claiming();
    file.set_metadata(metadata(about));
    let mut page = file.start_page_with(PageSettings::from_wh(width, height)?);
    let mut surface = page.surface();
    let id = surface.start_tagged(ContentTag::Other);
    surface.push_transform(&Transform::from_translate((width - size.width()) / 2.0, (height - size.height()) / 2.0));
    surface.draw_image(image, size);
    surface.pop();
    surface.end_tagged();
    surface.finish();
    page.finish();
    let mut figure = TagGroup::new(Tag::Figure(Some(about.title.clone())));
    figure.push(id);
    let mut tree = TagTree::new().with_lang(Some(about.language.clone()));
    tree.push(figure);
    file.set_tag_tree(tree);
    let mut outline = Entries::default();
    outline.add(1, &about.title, XyzDestination::new(0, Point::from_xy(0.0, 0.0)));
    file.set_outline(outline.tree());
    Some(Written { bytes: file.finish().ok()?, pages: 1 })
}

/// Name plates: each page twice the same name, the upper one turned, of which one is content and the other its picture.
pub(super) fn plates(about: &Document, plates: &[Plate]) -> Result<Written, KrillaError> {
    let mut file = claiming();
    file.set_metadata(metadata(about));
    let mut tree = TagTree::new().with_lang(Some(about.language.clone()));
    let mut outline = Entries::default();
    let mut shaper = Shaper::default();
    for (index, plate) in plates.iter().enumerate() {
        let mut page = file.start_page_with(PageSettings::from_wh(HEIGHT, WIDTH).unwrap_or_default());
        let mut surface = page.surface();
        artifact(&mut surface, ArtifactType::Layout, |surface| {
            // Turned about the middle of the page.
            surface.push_transform(&Transform::from_row(-1.0, 0.0, 0.0, -1.0, HEIGHT, WIDTH));
            plate_half(surface, plate, &mut shaper);
            surface.pop();
        });
        let id = surface.start_tagged(ContentTag::Other);
        plate_half(&mut surface, plate, &mut shaper);
        surface.end_tagged();
        surface.finish();
        page.finish();
        outline.add(1, &plate.name, XyzDestination::new(index, Point::from_xy(0.0, 0.0)));
        let mut paragraph = TagGroup::new(Tag::P);
        paragraph.push(id);
        tree.push(paragraph);
    }
    file.set_tag_tree(tree);
    file.set_outline(outline.tree());
    Ok(Written { bytes: file.finish()?, pages: plates.len() })
}

/// The lower half of a plate: the name, and what stands beneath it.
fn plate_half(surface: &mut Surface<'_>, plate: &Plate, shaper: &mut Shaper) {
    const WIDEST: f32 = HEIGHT - 2.0 * SIDE;
    for (text, face, largest, y) in [(&plate.name, Face::Bold, 64.0, WIDTH * 0.74), (&plate.below, Face::Regular, 28.0, WIDTH * 0.86)] {
        let wide = shaper.width(face, text).max(0.1);
        let size = (WIDEST / wide).min(largest);
        let shaped = shaper.shape(face, text);
        let words = Words { text: shaped.text.clone(), glyphs: shaped.glyphs.clone(), advance: shaped.advance, meant: shaped.meant.clone() };
        set(surface, Point::from_xy((HEIGHT - wide * size) / 2.0, y), face, size, 0, &words);
    }
}

/// A file that claims to be readable by everybody, and is judged by what it claims.
fn claiming() -> File {
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().unwrap_or_default();
    File::new_with(SerializeSettings { configuration, enable_tagging: true, xmp_metadata: true, ..SerializeSettings::default() })
}

/// The grey that stands for the colour of a link.
const LINKED: u8 = u8::MAX;

fn metadata(document: &Document) -> Metadata {
    let day = document.made_at.day(&kernel::Zone::london());
    let number = |n: i8| u8::try_from(n).unwrap_or(1);
    let date = DateTime::new(u16::try_from(day.year()).unwrap_or(2000)).month(number(day.month())).day(number(day.day()));
    Metadata::new()
        .title(document.title.clone())
        .description(document.about.clone())
        .language(document.language.clone())
        .authors(vec![document.author.clone()])
        .creator("Folkmoot".to_owned())
        .creation_date(date)
}

fn paginate<'a>(strips: &'a [Strip], heads: &'a [Strip]) -> Vec<Vec<Placed<'a>>> {
    let bottom = HEIGHT - FOOT;
    let mut pages: Vec<Vec<Placed<'a>>> = vec![Vec::new()];
    let mut y = TOP;
    for (n, strip) in strips.iter().enumerate() {
        let begun = pages.last().is_some_and(|page| !page.is_empty());
        if strip.new_page {
            if begun {
                pages.push(Vec::new());
                y = TOP;
            }
            continue;
        }
        // A heading goes where the first lines beneath it go.
        let (mut needed, mut at) = (strip.before + strip.height, n);
        while strips[at].keep && at + 1 < strips.len() && !strips[at + 1].new_page && needed < bottom - TOP {
            at += 1;
            needed += strips[at].before + strips[at].height;
        }
        let alone = strip.before + strip.height;
        if begun && (y + needed > bottom && needed <= bottom - TOP || y + alone > bottom) {
            pages.push(Vec::new());
            y = TOP;
        }
        let Some(page) = pages.last_mut() else { break };
        if page.is_empty() {
            if let Some(head) = strip.head.and_then(|head| heads.get(head)) {
                page.push(Placed { strip: head, y, again: true });
                y += head.height;
            }
        } else {
            y += strip.before;
        }
        page.push(Placed { strip, y, again: false });
        y += strip.height;
    }
    if pages.len() > 1 && pages.last().is_some_and(Vec::is_empty) {
        pages.pop();
    }
    pages
}

fn fill(surface: &mut Surface<'_>, grey: u8) {
    let colour = if grey == LINKED { rgb::Color::new(29, 85, 160) } else { rgb::Color::new(grey, grey, grey) };
    surface.set_fill(Some(Fill { paint: colour.into(), ..Fill::default() }));
}

fn set(surface: &mut Surface<'_>, at: Point, face: Face, size: f32, grey: u8, words: &Words) {
    let Some(font) = font(face) else { return };
    fill(surface, grey);
    let glyphs: Vec<KrillaGlyph> = words
        .glyphs
        .iter()
        .map(|glyph| KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance, glyph.x, glyph.y, 0.0, glyph.from..glyph.to, None))
        .collect();
    surface.draw_glyphs(at, &glyphs, font, &words.text, size, false);
}

fn artifact(surface: &mut Surface<'_>, kind: ArtifactType, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    draw(surface);
    surface.end_tagged();
}

fn bar(surface: &mut Surface<'_>, x: f32, y: f32, width: f32, height: f32, grey: u8) {
    let Some(area) = Rect::from_xywh(x, y, width, height) else { return };
    let mut path = PathBuilder::new();
    path.push_rect(area);
    let Some(path) = path.finish() else { return };
    artifact(surface, ArtifactType::Layout, |surface| {
        fill(surface, grey);
        surface.draw_path(&path);
    });
}

/// What stands around the text: from the second page on what document it is, and at the foot the page's number.
fn around(surface: &mut Surface<'_>, document: &Document, index: usize, foot: &str) {
    const SIZE: f32 = 9.0;
    const GREY: u8 = 80;
    let mut shaper = Shaper::default();
    let mut put = |surface: &mut Surface<'_>, text: &str, right: bool, y: f32, kind: ArtifactType| {
        let mut words = Words { text: String::new(), glyphs: Vec::new(), advance: 0.0, meant: None };
        let shaped = shaper.shape(Face::Regular, text);
        words.text.clone_from(&shaped.text);
        words.glyphs.clone_from(&shaped.glyphs);
        words.advance = shaped.advance;
        let x = if right { WIDTH - SIDE - words.advance * SIZE } else { SIDE };
        artifact(surface, kind, |surface| set(surface, Point::from_xy(x, y), Face::Regular, SIZE, GREY, &words));
    };
    if index > 0 {
        let whole = if document.about.is_empty() { document.title.clone() } else { format!("{}, {}", document.title, document.about) };
        let shown: String = if whole.chars().count() > 100 { whole.chars().take(99).chain(['…']).collect() } else { whole };
        put(surface, &shown, false, TOP - 26.0, ArtifactType::Header);
    }
    if !foot.is_empty() {
        put(surface, foot, true, HEIGHT - FOOT + 34.0, ArtifactType::Footer);
    }
}

fn group(nodes: &[super::flow::Node], id: usize, drawn: &[Option<Identifier>], links: &[Vec<Identifier>]) -> Option<TagGroup> {
    let node = &nodes[id];
    let tag: TagKind = match &node.kind {
        Kind::Root => return None,
        Kind::Paragraph => Tag::P.into(),
        Kind::Quote => Tag::BlockQuote.into(),
        Kind::Heading(level, title) => Tag::Hn(NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN), Some(title.clone())).into(),
        Kind::List(Numbering::Bullet) => Tag::L(ListNumbering::Disc).into(),
        Kind::List(Numbering::Decimal) => Tag::L(ListNumbering::Decimal).into(),
        Kind::List(Numbering::Labelled) => Tag::L(ListNumbering::None).into(),
        Kind::Item => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Caption => Tag::Caption.into(),
        Kind::Head => Tag::THead.into(),
        Kind::Rows => Tag::TBody.into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Data => Tag::TD.into(),
        Kind::Link(_) => Tag::Link.into(),
    };
    let mut whole = TagGroup::new(tag);
    for child in &node.children {
        match child {
            Child::Node(child) => {
                if let Some(child) = group(nodes, *child, drawn, links) {
                    whole.push(child);
                }
            }
            Child::Slot(slot) => {
                if let Some(id) = drawn[*slot] {
                    whole.push(id);
                }
            }
        }
    }
    for annotation in &links[id] {
        whole.push(*annotation);
    }
    Some(whole)
}

/// The outline, as deep as the headings are.
#[derive(Default)]
struct Entries {
    open: Vec<(u8, OutlineNode)>,
    done: Outline,
}

impl Entries {
    fn add(&mut self, level: u8, title: &str, to: XyzDestination) {
        self.close(level);
        self.open.push((level, OutlineNode::new(title.to_owned(), to).with_open(level < 2)));
    }

    fn close(&mut self, level: u8) {
        while self.open.last().is_some_and(|(open, _)| *open >= level) {
            let Some((_, entry)) = self.open.pop() else { return };
            match self.open.last_mut() {
                Some((_, above)) => above.push_child(entry),
                None => self.done.push_child(entry),
            }
        }
    }

    fn tree(mut self) -> Outline {
        self.close(0);
        self.done
    }
}
