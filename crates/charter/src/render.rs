//! Terms of reference as a document to print, send or publish: the clauses with their rules in words, without cases.

use std::fmt::Write;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use crate::read::{Charter, Clause, Rule};

/// What a charter is rendered to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// One page that needs nothing besides.
    Html,
    /// Markdown, without a head.
    Markdown,
}

/// A charter as a document. Rules that it takes over from other terms are written out beneath the clause that takes them over.
pub fn render(charter: &Charter, to: To) -> String {
    let document = markdown(charter);
    match to {
        To::Markdown => document,
        To::Html => page(charter, &document),
    }
}

fn markdown(charter: &Charter) -> String {
    let mut out = format!("# {}\n\n", one_line(title(charter)));
    let head = &charter.head;
    let mut facts = vec![("Body", Some(head.body.clone())), ("Within", head.within.clone())];
    facts.push(("Works with", (!head.works_with.is_empty()).then(|| head.works_with.join(", "))));
    facts.push(("Dated", head.dated.map(calendar::day_in_words)));
    facts.push(("State", head.state.clone()));
    facts.push(("Source", head.source.clone()));
    for (name, value) in facts {
        if let Some(value) = value {
            let _ = writeln!(out, "- {name}: {}", one_line(&value));
        }
    }
    out.push('\n');
    if !charter.preamble.trim().is_empty() {
        let _ = writeln!(out, "{}\n", charter.preamble.trim());
    }
    let mut above: &[String] = &[];
    for clause in &charter.clauses {
        let same = above.iter().zip(&clause.heading).take_while(|(a, b)| a == b).count();
        for (depth, heading) in clause.heading.iter().enumerate().skip(same) {
            let _ = writeln!(out, "{} {heading}\n", "#".repeat((depth + 2).min(6)));
        }
        above = &clause.heading;
        written(&mut out, clause);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn written(out: &mut String, clause: &Clause) {
    let _ = writeln!(out, "**{}** {}\n", clause.number, clause.text.trim());
    for rule in &clause.rules {
        let _ = writeln!(out, "> {}\n", spoken(rule));
    }
    for unfilled in &clause.unfilled {
        let _ = writeln!(out, "> {}\n", sentence(unfilled));
    }
}

fn spoken(rule: &Rule) -> String {
    let said = sentence(&rule.canonical);
    match &rule.taken_from {
        Some((body, number)) => format!("{said} ({number} of {body})"),
        None => said,
    }
}

/// With a capital letter and a full stop.
fn sentence(rule: &str) -> String {
    let rule = rule.trim().trim_end_matches('.');
    let mut letters = rule.chars();
    letters.next().map_or(String::new(), |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

fn title(charter: &Charter) -> &str {
    if charter.title.is_empty() { &charter.head.body } else { &charter.title }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn leads_to_a_page(address: &str) -> bool {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_none_or(|scheme| matches!(scheme.as_str(), "http" | "https" | "mailto"))
}

const STYLE: &str = "body{max-width:42em;margin:2em auto;padding:0 1em;font:1.1em/1.5 Arial,sans-serif}blockquote{margin:0 0 1em;padding-left:1em;border-left:.25em solid #b1b4b6}@media print{body{margin:0;max-width:none;font-size:11pt}}";

fn page(charter: &Charter, document: &str) -> String {
    // HTML in a charter's text is shown as it stands and never taken for markup.
    // Links lead to pages and letters only; pictures are told by their words.
    let events = Parser::new_ext(document, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) if !leads_to_a_page(&dest_url) => {
            Some(Event::Start(Tag::Link { link_type, dest_url: "#".into(), title, id }))
        }
        other => Some(other),
    });
    let mut body = String::new();
    html::push_html(&mut body, events);
    let mut name = String::new();
    html::push_html(&mut name, std::iter::once(Event::Text(title(charter).into())));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}
