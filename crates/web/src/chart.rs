//! Structure charts: boxes that are links, lines for who answers to whom, dashed lines for who works with whom, and the
//! nested list that says the same. The template macro `parts.chart` draws one.

use rust_sugiyama::configure::Config;
use serde::Serialize;

const WIDTH: f64 = 196.0;
const LINE: f64 = 18.0;
const GAP: f64 = 28.0;
const DROP: f64 = 52.0;
const MARGIN: f64 = 4.0;
/// Characters that fit into a box beside each other, on the safe side.
const FIT: usize = 23;
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
    /// The second is within the first and answers to it.
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
        let mut lines: Vec<Line> = within.iter().map(|(a, b)| down(&boxes[*a], &boxes[*b])).collect();
        lines.extend(flat.iter().map(|(a, b)| across(&boxes[*a], &boxes[*b])));
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
            let (least_x, least_y) = (low(|at| at.0), low(|at| at.1));
            let mut widest = 0.0_f64;
            let mut rows: Vec<f64> = layout.iter().map(|(_, at)| at.1).collect();
            rows.sort_by(f64::total_cmp);
            rows.dedup_by(|a, b| (*a - *b).abs() < 1.0);
            for (at, (x, y)) in layout {
                let n = given[at];
                let row = rows.iter().position(|r| (r - y).abs() < 1.0).unwrap_or(usize::from(y > least_y));
                places[n] = (left + x - least_x, MARGIN + count(row) * (height + DROP));
                widest = widest.max(x - least_x + WIDTH);
                lowest = lowest.max(places[n].1 + height);
            }
            left += widest + GAP;
        }
    }
    let below = if lowest > 0.0 { lowest + DROP } else { MARGIN };
    for (loose, n) in (0..nodes).filter(|n| !joined[*n]).enumerate() {
        places[n] = (MARGIN + count(loose % ROW) * (WIDTH + GAP), below + count(loose / ROW) * (height + DROP));
    }
    let right = places.iter().map(|at| at.0).fold(0.0, f64::max) + WIDTH + MARGIN;
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

/// A line from under one box to above another, with one bend.
fn down(from: &Drawn, to: &Drawn) -> Line {
    let (start, end) = (from.y + from.height, to.y);
    let bend = end - DROP / 2.0;
    Line { path: format!("M{} {start}V{bend}H{}V{end}", from.middle, to.middle), flat: false }
}

/// A line between two boxes of equal standing: from side to side within a row, else from bottom to top.
fn across(one: &Drawn, other: &Drawn) -> Line {
    let path = if (one.y - other.y).abs() < 1.0 {
        let (left, right) = if one.x < other.x { (one, other) } else { (other, one) };
        let neighbours = right.x - left.x < WIDTH + GAP * 1.5;
        if neighbours {
            format!("M{} {}H{}", left.x + left.width, left.y + left.height / 2.0, right.x)
        } else {
            let dip = left.y + left.height + DROP * 0.3;
            format!("M{} {}V{dip}H{}V{}", left.middle + 24.0, left.y + left.height, right.middle - 24.0, right.y + right.height)
        }
    } else {
        let (upper, lower) = if one.y < other.y { (one, other) } else { (other, one) };
        let bend = lower.y - DROP * 0.3;
        format!("M{} {}V{bend}H{}V{}", upper.middle + 24.0, upper.y + upper.height, lower.middle + 24.0, lower.y)
    };
    Line { path, flat: true }
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

/// A name in at most four lines; what is longer ends in an ellipsis and stands whole in the list and in the link's name.
fn wrapped(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let word: String = if word.chars().count() > FIT { word.chars().take(FIT - 1).chain(['…']).collect() } else { word.to_owned() };
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= FIT => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    if lines.len() > 4 {
        lines.truncate(4);
        if let Some(last) = lines.last_mut() {
            last.push('…');
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
