//! Structure charts: boxes that are links, lines for who answers to whom, dashed lines for who works with whom, and the
//! nested list that says the same. The template macro `parts.chart` draws one.

use rust_sugiyama::configure::Config;
use serde::Serialize;

const WIDTH: f64 = 196.0;
const LINE: f64 = 18.0;
const GAP: f64 = 28.0;
const DROP: f64 = 52.0;
const MARGIN: f64 = 4.0;
/// How wide a line of a name may be, in pixels.
const FIT: f64 = WIDTH - 16.0;
/// The size of a name's letters, in pixels.
const LETTERS: f64 = 15.0;
/// How near two lines may run beside each other, in pixels.
const APART: f64 = 5.0;
/// Where a line of command leaves, crosses the space between two rows, and arrives; the first free place is taken.
const SOLID: (&[f64], &[f64]) = (&[0.0, 12.0, -12.0], &[26.0, 20.0, 32.0, 14.0, 38.0, 8.0, 44.0]);
/// The same for a line of a network.
const DASHED: (&[f64], &[f64]) =
    (&[24.0, -24.0, 36.0, -36.0, 48.0, -48.0, 60.0, -60.0, 72.0, -72.0, 84.0, -84.0], &[14.0, 38.0, 8.0, 44.0, 20.0, 32.0, 26.0]);
/// Where lines run down between two columns, from the edge of the left one.
const GUTTER: [f64; 4] = [11.0, 17.0, 5.0, 23.0];
/// Boxes in a row when no line says otherwise.
const ROW: usize = 4;

/// A body in the chart.
#[derive(Debug, Clone)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// A word on what it is, shown small: "Working group".
    pub caption: String,
    /// Its page.
    pub href: String,
}

/// A line between two bodies, by their places in the list of nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// The second is within the first, or reports to it.
    Within(usize, usize),
    /// The two work with each other.
    WorksWith(usize, usize),
}

/// A chart, laid out.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    width: f64,
    height: f64,
    boxes: Vec<Drawn>,
    lines: Vec<Line>,
    tree: Vec<Branch>,
}

#[derive(Debug, Clone, Serialize)]
struct Drawn {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    name: String,
    caption: String,
    href: String,
    /// The name did not fit and stands whole only in the link's name and in the list.
    cut: bool,
    /// The name in lines that fit, each with its place.
    text: Vec<(f64, String)>,
    caption_y: f64,
    middle: f64,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    path: String,
    flat: bool,
}

/// A body in the nested list, with those within it and those it works with.
#[derive(Debug, Clone, Serialize)]
struct Branch {
    name: String,
    caption: String,
    href: String,
    works_with: Vec<String>,
    within: Vec<Branch>,
}

impl Chart {
    /// Lays out a chart from the top down. Lines to places that do not exist, and from a body to itself, are left out.
    pub fn of(nodes: &[Node], links: &[Link]) -> Self {
        let real = |a: usize, b: usize| a != b && a < nodes.len() && b < nodes.len();
        let mut within: Vec<(usize, usize)> = Vec::new();
        let mut flat: Vec<(usize, usize)> = Vec::new();
        for link in links {
            match *link {
                Link::Within(a, b) if real(a, b) && !within.contains(&(a, b)) => within.push((a, b)),
                Link::WorksWith(a, b) if real(a, b) && !flat.contains(&(a, b)) && !flat.contains(&(b, a)) => flat.push((a, b)),
                _ => {}
            }
        }
        let texts: Vec<Vec<String>> = nodes.iter().map(|node| wrapped(&node.name)).collect();
        let tallest = texts.iter().map(Vec::len).max().unwrap_or(1);
        let height = LINE * count(tallest) + LINE + 24.0;
        let (places, full_width, full_height) = placed(nodes.len(), &within, height);
        let boxes: Vec<Drawn> = nodes.iter().zip(&texts).zip(&places).map(|((node, text), (x, y))| drawn(node, text, *x, *y, height)).collect();
        let mut ways = Ways::among(&boxes);
        let mut lines = ways.drawn(&boxes, &within, false);
        lines.extend(ways.drawn(&boxes, &flat, true));
        let mut reached = vec![false; nodes.len()];
        let roots = (0..nodes.len()).filter(|n| within.iter().all(|(_, child)| child != n));
        let mut tree: Vec<Branch> = roots.map(|n| branch(n, nodes, &within, &flat, &mut reached)).collect();
        // What stands in a circle hangs from no root, and must not be missing from the list.
        for n in 0..nodes.len() {
            if !reached[n] {
                tree.push(branch(n, nodes, &within, &flat, &mut reached));
            }
        }
        Self { width: full_width, height: full_height, boxes, lines, tree }
    }
}

/// Top left corners of all boxes, and the size of the whole.
fn placed(nodes: usize, within: &[(usize, usize)], height: f64) -> (Vec<(f64, f64)>, f64, f64) {
    let mut places = vec![(MARGIN, MARGIN); nodes];
    let joined: Vec<bool> = (0..nodes).map(|n| within.iter().any(|(a, b)| *a == n || *b == n)).collect();
    // The layout numbers what it is given from 0 on, whatever it was called.
    let given: Vec<usize> = (0..nodes).filter(|n| joined[*n]).collect();
    let place = |n: usize| given.iter().position(|g| *g == n).and_then(|at| u32::try_from(at).ok()).unwrap_or(0);
    let vertices: Vec<(u32, (f64, f64))> = given.iter().map(|n| (place(*n), (WIDTH + GAP, height + DROP))).collect();
    let edges: Vec<(u32, u32)> = within.iter().map(|(a, b)| (place(*a), place(*b))).collect();
    let (mut left, mut lowest) = (MARGIN, 0.0_f64);
    if !edges.is_empty() {
        let config = Config { vertex_spacing: 1.0, ..Config::default() };
        for (layout, _, _) in rust_sugiyama::from_vertices_and_edges(&vertices, &edges, &config) {
            let low = |which: fn(&(f64, f64)) -> f64| layout.iter().map(|(_, at)| which(at)).fold(f64::INFINITY, f64::min);
            let least_y = low(|at| at.1);
            let mut widest = 0.0_f64;
            let mut rows: Vec<f64> = layout.iter().map(|(_, at)| at.1).collect();
            rows.sort_by(f64::total_cmp);
            rows.dedup_by(|a, b| (*a - *b).abs() < 1.0);
            let mut across: Vec<Vec<(f64, usize)>> = vec![Vec::new(); rows.len().max(2)];
            for (at, (x, y)) in layout {
                let n = given[at];
                let row = rows.iter().position(|r| (r - y).abs() < 1.0).unwrap_or(usize::from(y > least_y));
                across[row].push((x, n));
            }
            // Each row begins at the left, where reading begins and where a narrow screen opens.
            for (row, mut found) in across.into_iter().enumerate() {
                found.sort_by(|a, b| a.0.total_cmp(&b.0));
                for (column, (_, n)) in found.into_iter().enumerate() {
                    places[n] = (left + count(column) * (WIDTH + GAP), MARGIN + count(row) * (height + DROP));
                    widest = widest.max(count(column) * (WIDTH + GAP) + WIDTH);
                    lowest = lowest.max(places[n].1 + height);
                }
            }
            left += widest + GAP;
        }
    }
    let below = if lowest > 0.0 { lowest + DROP } else { MARGIN };
    for (loose, n) in (0..nodes).filter(|n| !joined[*n]).enumerate() {
        places[n] = (MARGIN + count(loose % ROW) * (WIDTH + GAP), below + count(loose / ROW) * (height + DROP));
    }
    let right = places.iter().map(|at| at.0).fold(0.0, f64::max) + WIDTH + GAP;
    let bottom = places.iter().map(|at| at.1).fold(0.0, f64::max) + height + MARGIN;
    (places, right, bottom)
}

fn drawn(node: &Node, text: &[String], x: f64, y: f64, height: f64) -> Drawn {
    let block = LINE * count(text.len() + 1);
    let first = y + (height - block) / 2.0 + LINE * 0.75;
    let lines = text.iter().enumerate().map(|(i, line)| (first + LINE * count(i), line.clone())).collect();
    Drawn {
        x,
        y,
        width: WIDTH,
        height,
        name: node.name.clone(),
        caption: node.caption.clone(),
        href: node.href.clone(),
        cut: text.iter().any(|line| line.ends_with('…')),
        text: lines,
        caption_y: first + LINE * count(text.len()),
        middle: x + WIDTH / 2.0,
    }
}

/// The ways between the boxes: which stretches are taken, so that no two lines run along each other and none behind a box.
struct Ways {
    /// The tops of the rows.
    rows: Vec<f64>,
    /// The left edges of the columns.
    columns: Vec<f64>,
    height: f64,
    upright: Vec<(f64, f64, f64)>,
    level: Vec<(f64, f64, f64)>,
}

/// The first place at which a line from `low` to `high` runs along no other; the first of all when none is free. Takes it.
fn taken(lines: &mut Vec<(f64, f64, f64)>, places: impl Iterator<Item = f64>, low: f64, high: f64) -> f64 {
    let places: Vec<f64> = places.collect();
    let clear = |at: f64| lines.iter().all(|(other, from, to)| (other - at).abs() >= APART || *to <= low || *from >= high);
    let at = places.iter().copied().find(|at| clear(*at)).or(places.first().copied()).unwrap_or(0.0);
    lines.push((at, low, high));
    at
}

impl Ways {
    fn among(boxes: &[Drawn]) -> Self {
        let ordered = |mut places: Vec<f64>| {
            places.sort_by(f64::total_cmp);
            places.dedup_by(|a, b| (*a - *b).abs() < 1.0);
            places
        };
        Self {
            rows: ordered(boxes.iter().map(|b| b.y).collect()),
            columns: ordered(boxes.iter().map(|b| b.x).collect()),
            height: boxes.first().map_or(0.0, |b| b.height),
            upright: Vec::new(),
            level: Vec::new(),
        }
    }

    fn row(&self, of: &Drawn) -> usize {
        self.rows.iter().position(|y| (y - of.y).abs() < 1.0).unwrap_or(0)
    }

    /// Lines of one kind, those that begin at the same box in one path.
    fn drawn(&mut self, boxes: &[Drawn], links: &[(usize, usize)], flat: bool) -> Vec<Line> {
        let mut nets: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut lines = Vec::new();
        for (a, b) in links {
            let (one, other) = (&boxes[*a], &boxes[*b]);
            let (upper, lower) = if (one.y, one.x) <= (other.y, other.x) { (*a, *b) } else { (*b, *a) };
            let (from, to) = (&boxes[upper], &boxes[lower]);
            if self.row(from) == self.row(to) && to.x - from.x < WIDTH + GAP * 1.5 {
                lines.push(Line { path: format!("M{} {}H{}", from.x + WIDTH, from.y + from.height / 2.0, to.x), flat });
                continue;
            }
            match nets.iter_mut().find(|(hub, _)| *hub == upper) {
                Some((_, ends)) => ends.push(lower),
                None => nets.push((upper, vec![lower])),
            }
        }
        lines.extend(nets.into_iter().map(|(hub, ends)| Line { path: self.net(boxes, hub, &ends, flat), flat }));
        lines
    }

    /// From under one box to others on its row or below: along the space beneath its row, and where rows lie between, down
    /// between two columns.
    fn net(&mut self, boxes: &[Drawn], hub: usize, ends: &[usize], flat: bool) -> String {
        let (leave, cross) = if flat { DASHED } else { SOLID };
        let from = &boxes[hub];
        let first = self.row(from);
        let beneath = |row: usize, ways: &Self| ways.rows.get(row).copied().unwrap_or_default() + ways.height;
        let under = beneath(first, self);
        let out = taken(&mut self.upright, leave.iter().map(|off| from.middle + off), under, under + DROP);
        let mut path = String::new();
        // Where the first stretch along goes, and what leaves it: up into a box of the same row, or down.
        let (mut along, mut falls): (Vec<f64>, Vec<(f64, f64)>) = (vec![out], Vec::new());
        let mut last_rows: Vec<usize> = ends.iter().map(|end| self.row(&boxes[*end])).collect();
        last_rows.sort_unstable();
        last_rows.dedup();
        for row in last_rows {
            let there: Vec<&Drawn> = ends.iter().map(|end| &boxes[*end]).filter(|end| self.row(end) == row).collect();
            let edge = beneath(row.max(first + 1) - 1, self);
            let arrive = |ways: &mut Self, end: &Drawn| taken(&mut ways.upright, leave.iter().map(|off| end.middle - off), edge, edge + DROP);
            let places: Vec<(f64, f64)> =
                there.iter().map(|end| (arrive(self, end), if row == first { end.y + end.height } else { end.y })).collect();
            if row <= first + 1 {
                along.extend(places.iter().map(|(x, _)| *x));
                falls.extend(places);
                continue;
            }
            let mut gutters: Vec<f64> = self.columns.iter().flat_map(|x| GUTTER.map(|off| x + WIDTH + off)).collect();
            gutters.sort_by(|a, b| (a - out).abs().total_cmp(&(b - out).abs()));
            let down = taken(&mut self.upright, gutters.into_iter(), under, edge + DROP);
            along.push(down);
            let (low, high) = span(places.iter().map(|(x, _)| *x).chain([down]));
            let level = taken(&mut self.level, cross.iter().map(|off| edge + off), low, high);
            falls.push((down, level));
            path.push_str(&format!("M{low} {level}H{high}"));
            path.extend(places.iter().map(|(x, y)| format!("M{x} {level}V{y}")));
        }
        let (low, high) = span(along.into_iter());
        let level = taken(&mut self.level, cross.iter().map(|off| under + off), low, high);
        path.push_str(&format!("M{out} {under}V{level}M{low} {level}H{high}"));
        path.extend(falls.iter().map(|(x, y)| format!("M{x} {level}V{y}")));
        path
    }
}

fn span(places: impl Iterator<Item = f64>) -> (f64, f64) {
    places.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
}

fn branch(n: usize, nodes: &[Node], within: &[(usize, usize)], flat: &[(usize, usize)], reached: &mut [bool]) -> Branch {
    reached[n] = true;
    let mut inner = Vec::new();
    for (_, child) in within.iter().filter(|(parent, _)| *parent == n) {
        if !reached[*child] {
            inner.push(branch(*child, nodes, within, flat, reached));
        }
    }
    let with = flat.iter().filter_map(|(a, b)| {
        if *a == n {
            Some(*b)
        } else if *b == n {
            Some(*a)
        } else {
            None
        }
    });
    let node = &nodes[n];
    Branch {
        name: node.name.clone(),
        caption: node.caption.clone(),
        href: node.href.clone(),
        works_with: with.map(|m| nodes[m].name.clone()).collect(),
        within: inner,
    }
}

/// How wide a text in bold letters is, in pixels, on the safe side.
fn width(text: &str) -> f64 {
    let letter = |c: char| match c {
        'i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | '\'' | '’' | '(' | ')' | '-' | 'f' | 't' | 'r' => 0.39,
        'm' | 'w' | 'M' | 'W' | '…' | '@' | '%' => 1.0,
        c if c.is_ascii_lowercase() || c.is_ascii_digit() => 0.62,
        c if c.is_ascii() => 0.78,
        c if c.is_alphabetic() && c.is_lowercase() => 0.7,
        _ => 1.05,
    };
    text.chars().map(letter).sum::<f64>() * LETTERS
}

/// As much of a text as fits with an ellipsis behind it.
fn cut(text: &str) -> String {
    let mut kept = text.trim_end_matches('…').to_owned();
    while width(&kept) + LETTERS > FIT && kept.pop().is_some() {}
    kept.push('…');
    kept
}

/// A name in at most four lines; what is longer ends in an ellipsis and stands whole in the list and in the link's name.
fn wrapped(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let word = if width(word) > FIT { cut(word) } else { word.to_owned() };
        match lines.last_mut() {
            Some(line) if width(line) + width(" ") + width(&word) <= FIT => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    if lines.len() > 4 {
        lines.truncate(4);
        if let Some(last) = lines.last_mut() {
            *last = cut(last);
        }
    }
    lines
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nodes(n: usize) -> Vec<Node> {
        (0..n)
            .map(|i| Node { name: format!("Body {i} with a name of some length"), caption: "Working group".to_owned(), href: format!("/b/{i}") })
            .collect()
    }

    fn overlap(a: &Drawn, b: &Drawn) -> bool {
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
    }

    #[test]
    fn no_two_boxes_overlap_and_what_is_within_stands_below() {
        let links = [
            Link::Within(0, 1),
            Link::Within(0, 2),
            Link::Within(0, 3),
            Link::Within(1, 4),
            Link::Within(2, 4),
            Link::Within(6, 7),
            Link::WorksWith(2, 3),
            Link::WorksWith(5, 0),
        ];
        let chart = Chart::of(&nodes(12), &links);
        for (i, a) in chart.boxes.iter().enumerate() {
            assert!(a.x >= 0.0 && a.y >= 0.0 && a.x + a.width <= chart.width && a.y + a.height <= chart.height);
            for b in &chart.boxes[i + 1..] {
                assert!(!overlap(a, b), "{} and {}", a.name, b.name);
            }
        }
        for link in links {
            if let Link::Within(a, b) = link {
                assert!(chart.boxes[a].y < chart.boxes[b].y, "{a} above {b}");
            }
        }
    }

    /// The stretches of a path: both ends of each.
    fn stretches(path: &str) -> Vec<((f64, f64), (f64, f64))> {
        let (mut all, mut at, mut word) = (Vec::new(), (0.0, 0.0), String::new());
        let mut told: Vec<(char, String)> = Vec::new();
        for c in path.chars().chain(['Z']) {
            if c.is_ascii_alphabetic() {
                if let Some(last) = told.last_mut() {
                    last.1 = std::mem::take(&mut word);
                }
                told.push((c, String::new()));
            } else {
                word.push(c);
            }
        }
        for (what, numbers) in told {
            let numbers: Vec<f64> = numbers.split_whitespace().map(|n| n.parse().unwrap()).collect();
            let to = match what {
                'M' => (numbers[0], numbers[1]),
                'H' => (numbers[0], at.1),
                'V' => (at.0, numbers[0]),
                _ => continue,
            };
            if what != 'M' {
                all.push((at, to));
            }
            at = to;
        }
        all
    }

    #[test]
    fn no_line_runs_behind_a_box_or_along_another_of_its_kind() {
        let links = [
            Link::Within(0, 1),
            Link::Within(0, 2),
            Link::Within(0, 3),
            Link::Within(1, 4),
            Link::Within(1, 5),
            Link::WorksWith(0, 6),
            Link::WorksWith(0, 7),
            Link::WorksWith(0, 8),
            Link::WorksWith(9, 0),
            Link::WorksWith(1, 6),
            Link::WorksWith(1, 7),
        ];
        let chart = Chart::of(&nodes(10), &links);
        for line in &chart.lines {
            for (from, to) in stretches(&line.path) {
                for b in &chart.boxes {
                    let (left, right) = (from.0.min(to.0), from.0.max(to.0));
                    let (top, bottom) = (from.1.min(to.1), from.1.max(to.1));
                    assert!(right <= b.x || left >= b.x + b.width || bottom <= b.y || top >= b.y + b.height, "{from:?} to {to:?} behind {}", b.name);
                }
            }
        }
        let all: Vec<(usize, _)> =
            chart.lines.iter().enumerate().flat_map(|(n, line)| stretches(&line.path).into_iter().map(move |s| (n, s))).collect();
        for (n, (a, b)) in &all {
            for (m, (c, d)) in all.iter().filter(|(m, _)| m != n) {
                let along = |p: fn(&(f64, f64)) -> f64, q: fn(&(f64, f64)) -> f64| {
                    let one_line = p(a) == p(b) && p(c) == p(d) && (p(a) - p(c)).abs() < 1.0;
                    one_line && q(a).min(q(b)) < q(c).max(q(d)) && q(c).min(q(d)) < q(a).max(q(b))
                };
                assert!(!along(|at| at.0, |at| at.1) && !along(|at| at.1, |at| at.0), "{n} {a:?} {b:?} along {m} {c:?} {d:?}");
            }
        }
        assert!(chart.boxes[0].x <= MARGIN, "a narrow screen opens on the first box");
    }

    #[test]
    fn a_long_name_stays_in_its_box() {
        for name in ["W".repeat(170), "MMMMMM WWWWWW MMMMMM WWWWWW ".repeat(6), "Kensington and Chelsea Partnership Steering Group".to_owned()] {
            let lines = wrapped(&name);
            assert!(lines.len() <= 4 && lines.iter().all(|line| width(line) <= FIT), "{lines:?}");
        }
    }

    #[test]
    fn the_list_names_every_body_once_even_in_a_circle() {
        fn names(branches: &[Branch], into: &mut Vec<String>) {
            for b in branches {
                into.push(b.name.clone());
                names(&b.within, into);
            }
        }
        let chart = Chart::of(&nodes(5), &[Link::Within(0, 1), Link::Within(1, 0), Link::Within(2, 3), Link::Within(9, 1), Link::Within(4, 4)]);
        let mut said = Vec::new();
        names(&chart.tree, &mut said);
        said.sort();
        said.dedup();
        assert_eq!((said.len(), chart.boxes.len()), (5, 5));
    }

    #[test]
    fn sixty_working_groups_that_only_work_with_each_other_make_a_grid() {
        let links: Vec<Link> = (0..59).map(|i| Link::WorksWith(i, i + 1)).collect();
        let chart = Chart::of(&nodes(60), &links);
        assert!(chart.width < 1000.0 && chart.lines.iter().all(|line| line.flat));
        assert!(Chart::of(&[], &[]).boxes.is_empty());
    }
}
