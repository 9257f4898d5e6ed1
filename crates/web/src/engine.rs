//! The template engine: MiniJinja with the GOV.UK macros, set up once. Templates are embedded in a release and read from
//! disk in a debug build, where a change shows at the next request.

use std::fmt::Write;
use std::sync::LazyLock;

use kernel::{Instant, Pence, Zone};
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};
use rust_embed::RustEmbed;

use crate::{assets, spelling, words};

#[derive(RustEmbed)]
#[folder = "../../templates"]
#[include = "*.html"]
#[include = "*.txt"]
#[include = "*.svg"]
#[exclude = "parts/_gallery.html"]
struct Templates;

/// The vendored macros import each other by this name.
const VENDORED: &str = "govuk_frontend_jinja/";

static ENGINE: LazyLock<Environment<'static>> = LazyLock::new(engine);

/// The name of every template, as pages and the tests name it.
pub fn template_names() -> Vec<String> {
    let mut names: Vec<_> = Templates::iter().map(|name| name.into_owned()).collect();
    names.sort();
    names
}

/// The text of one template.
pub fn template_text(name: &str) -> Option<String> {
    let file = Templates::get(&stored_name(name))?;
    Some(String::from_utf8_lossy(&file.data).into_owned())
}

/// Renders a template; blank lines and the spaces that indent are tidied away from HTML.
pub(crate) fn render(template: &str, context: Value) -> kernel::Result<String> {
    let rendered = ENGINE.get_template(template).and_then(|template| template.render(context)).map_err(|error| told(&error))?;
    Ok(if template.ends_with(".html") { tidy(&rendered) } else { rendered })
}

/// Renders a text in the place of a template, escaped as that would be.
pub(crate) fn render_by(template: &str, source: &str, context: Value) -> kernel::Result<String> {
    let rendered = ENGINE.render_named_str(template, source, context).map_err(|error| told(&error))?;
    Ok(if template.ends_with(".html") { tidy(&rendered) } else { rendered })
}

/// An engine error with its causes, which MiniJinja keeps apart.
fn told(error: &Error) -> kernel::Error {
    let mut told = format!("{error:#}");
    let mut cause = std::error::Error::source(error);
    while let Some(next) = cause {
        told = format!("{told}; because {next:#}");
        cause = next.source();
    }
    kernel::Error::fault(told)
}

fn stored_name(name: &str) -> String {
    if name.starts_with(VENDORED) { format!("govuk/{name}") } else { name.to_owned() }
}

/// A verdict's sentence as the beginning of what is shown: a capital letter, and without the clause in brackets at its end
/// when the clause stands beside it as a link.
pub fn spoken(sentence: &str, clause: Option<&str>) -> String {
    let said = match clause {
        Some(number) if !number.is_empty() => sentence.strip_suffix(&format!(" ({number})")).unwrap_or(sentence),
        _ => sentence,
    };
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn engine() -> Environment<'static> {
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::Chainable);
    engine.set_unknown_method_callback(minijinja_contrib::pycompat::unknown_method_callback);
    engine.set_auto_escape_callback(|name| if name.ends_with(".txt") { AutoEscape::None } else { AutoEscape::Html });
    if cfg!(debug_assertions) {
        let read = minijinja::path_loader(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates"));
        engine.set_loader(move |name| read(&stored_name(name)));
    } else {
        engine.set_loader(|name| Ok(template_text(name)));
        engine.set_auto_reload(false);
    }
    engine.set_formatter(written);
    engine.add_filter("escape", |value: Value| if value.is_safe() { value } else { Value::from_safe_string(escaped(&shown(&value))) });
    engine.add_filter("length", length);
    engine.add_filter("day", |value: Value| spell(&value, |text| spelling::as_day(text).map(spelling::day)));
    engine.add_filter("weekday", |value: Value| spell(&value, |text| spelling::as_day(text).map(spelling::weekday)));
    engine.add_filter("month", |value: Value| spell(&value, |text| spelling::as_day(text).map(spelling::month)));
    engine.add_filter("hour", |value: Value| spell(&value, |text| spelling::as_hour(text).or_else(|| text.parse().ok()).map(spelling::hour)));
    engine.add_filter("moment", |value: Value| spell(&value, |text| instant(text).map(|at| spelling::moment(at, &Zone::london()))));
    engine.add_filter("moment_day", |value: Value| spell(&value, |text| instant(text).map(|at| spelling::day(at.day(&Zone::london())))));
    engine.add_filter("clock", |value: Value| spell(&value, |text| instant(text).map(|at| spelling::clock(at, &Zone::london()))));
    engine.add_filter("pence", |value: Value| value.as_i64().map_or(value, |pence| Pence(pence).to_string().into()));
    engine.add_filter("spoken", spoken);
    engine.add_filter("anchor", |clause: String| crate::clause_anchor(&clause));
    engine.add_filter("markdown", |text: String, top: Option<u8>| Value::from_safe_string(markdown(&text, top)));
    engine.add_filter("paragraphs", |text: String| Value::from_safe_string(paragraphs(&text)));
    engine.add_function("span", |from: Value, until: Value| -> Value { span(&from, &until) });
    engine.add_function("t", translate);
    engine.add_function("finding", |finding: Value| -> Result<String, Error> {
        let finding = <kernel::Finding as serde::Deserialize>::deserialize(finding)?;
        Ok(words::sentence(&finding))
    });
    engine.add_function("asset", |name: String| assets::url(&name));
    engine
}

/// Writes a value into a page: nothing for what is absent, a slash as a slash.
fn written(out: &mut minijinja::Output, state: &mut minijinja::State, value: &Value) -> Result<(), Error> {
    let verbatim = value.is_safe() || matches!(state.auto_escape(), AutoEscape::None);
    let done = match value.as_str() {
        Some(text) if verbatim => out.write_str(text),
        Some(text) => write_escaped(out, text),
        None if verbatim => out.write_str(&shown(value)),
        None => write_escaped(out, &shown(value)),
    };
    done.map_err(Error::from)
}

fn shown(value: &Value) -> String {
    if value.is_none() || value.is_undefined() { String::new() } else { value.to_string() }
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    // Writing into a String cannot fail.
    let _ = write_escaped(&mut html, text);
    html
}

fn write_escaped(out: &mut (impl Write + ?Sized), text: &str) -> std::fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.write_str(&rest[..at])?;
        out.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_str(rest)
}

/// The GOV.UK macros ask for the length of what may not be there.
fn length(value: &Value) -> Result<usize, Error> {
    if value.is_undefined() || value.is_none() {
        return Ok(0);
    }
    value.len().ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("{} has no length", value.kind())))
}

/// Spells a value, or leaves it as it stands: an absent day stays absent.
fn spell(value: &Value, how: impl Fn(&str) -> Option<String>) -> Value {
    match value.as_str().and_then(how) {
        Some(words) => words.into(),
        None if value.is_none() || value.is_undefined() => "".into(),
        None => value.clone(),
    }
}

fn instant(text: &str) -> Option<Instant> {
    spelling::as_instant(text)
}

fn span(from: &Value, until: &Value) -> Value {
    let read = |value: &Value| value.as_str().and_then(spelling::as_hour);
    match (read(from), read(until)) {
        (Some(from), Some(until)) => spelling::span(from, until).into(),
        (Some(from), None) => spelling::hour(from).into(),
        _ => "".into(),
    }
}

fn translate(key: String, args: Kwargs) -> Result<String, Error> {
    let mut places = Vec::new();
    for name in args.args() {
        let value: Value = args.peek(name)?;
        let filled = match value.kind() {
            ValueKind::Number => value.as_i64().map_or_else(|| value.to_string().into(), fluent_bundle::FluentValue::from),
            ValueKind::Undefined | ValueKind::None => "".into(),
            _ => match value.as_str() {
                Some(text) => words::place(text),
                None => value.to_string().into(),
            },
        };
        places.push((name, filled));
    }
    Ok(words::speak(&key, places.into_iter()))
}

/// Markdown as safe HTML: what a person wrote may be emphasised, listed and linked, and can do nothing else.
///
/// Where a page says at which level the text's own headings begin, they keep their order from there.
fn markdown(text: &str, top: Option<u8>) -> String {
    let mut html = String::new();
    let moved = |level: pulldown_cmark::HeadingLevel| {
        let level = level as usize + usize::from(top.unwrap_or(1).clamp(1, 6)) - 1;
        pulldown_cmark::HeadingLevel::try_from(level.min(6)).unwrap_or(pulldown_cmark::HeadingLevel::H6)
    };
    let events = pulldown_cmark::Parser::new_ext(text, pulldown_cmark::Options::ENABLE_TABLES).map(|event| match event {
        pulldown_cmark::Event::Start(pulldown_cmark::Tag::Heading { level, id, classes, attrs }) => {
            pulldown_cmark::Event::Start(pulldown_cmark::Tag::Heading { level: moved(level), id, classes, attrs })
        }
        pulldown_cmark::Event::End(pulldown_cmark::TagEnd::Heading(level)) => {
            pulldown_cmark::Event::End(pulldown_cmark::TagEnd::Heading(moved(level)))
        }
        // Somebody's "<" is a sign in a text, never a tag.
        pulldown_cmark::Event::Html(raw) | pulldown_cmark::Event::InlineHtml(raw) => pulldown_cmark::Event::Text(raw),
        other => other,
    });
    pulldown_cmark::html::push_html(&mut html, events);
    static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| cleaner(&["img", "h1", "h2"]));
    static PLACED: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
        let mut cleaner = cleaner(&["img", "h1"]);
        cleaner.url_relative(ammonia::UrlRelative::Deny);
        cleaner
    });
    let cleaner = if top.is_some() { &PLACED } else { &CLEANER };
    format!("<div class=\"folkmoot-prose\">{}</div>", cleaner.clean(&html))
}

fn cleaner(without: &[&'static str]) -> ammonia::Builder<'static> {
    let mut cleaner = ammonia::Builder::default();
    cleaner.rm_tags(without).link_rel(Some("noopener noreferrer nofollow")).url_schemes(["http", "https", "mailto"].into());
    cleaner
}

/// Plain text as paragraphs, its line breaks kept.
fn paragraphs(text: &str) -> String {
    let mut html = String::new();
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        html.push_str("<p class=\"govuk-body\">");
        html.push_str(&escaped(paragraph.trim()).replace('\n', "<br>"));
        html.push_str("</p>");
    }
    html
}

/// Drops blank lines and indentation, except inside `textarea` and `pre`, whose text is the reader's own.
fn tidy(html: &str) -> String {
    let mut tidied = String::with_capacity(html.len());
    let mut verbatim: Option<&str> = None;
    for line in html.split_inclusive('\n') {
        if verbatim.is_none() {
            let trimmed = line.trim_start();
            if trimmed.is_empty() {
                continue;
            }
            tidied.push_str(trimmed);
        } else {
            tidied.push_str(line);
        }
        for (open, close) in [("<textarea", "</textarea>"), ("<pre", "</pre>")] {
            let (opened, closed) = (line.rfind(open), line.rfind(close));
            match (opened, closed) {
                (Some(o), Some(c)) if o > c => verbatim = Some(close),
                (Some(_), None) => verbatim = Some(close),
                (_, Some(_)) if verbatim == Some(close) => verbatim = None,
                _ => {}
            }
        }
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;
    use minijinja::context;

    fn said(source: &str, context: Value) -> String {
        ENGINE.render_named_str("test.html", source, context).unwrap()
    }

    #[test]
    fn values_are_spelt_by_filters() {
        let page = context! { at => "2026-07-01T09:42:07Z", day => "2007-01-18", from => "10:00:00", until => "12:30:00", sum => 3_947_000 };
        assert_eq!(
            said("{{ day|weekday }}, {{ span(from, until) }}, {{ sum|pence }}, {{ at|moment }}, {{ at|clock }}", page),
            "Thursday 18 January 2007, 10am to 12:30pm, £39,470, 1 July 2026 at 10:42am, 10:42:07"
        );
        assert_eq!(said("[{{ nothing|day }}{{ nothing.at.all|length }}]", context! {}), "[0]");
    }

    #[test]
    fn what_a_person_wrote_can_do_nothing() {
        let hostile = "[x](javascript:alert(1)) **bold** <img src=x onerror=alert(1)> <script>alert(1)</script>";
        let html = said("{{ text|markdown }}", context! { text => hostile });
        assert!(
            html.contains("<strong>bold</strong>") && !html.contains("<script") && !html.contains("<img") && !html.contains("href=\"javascript"),
            "{html}"
        );
        assert!(said("{{ '# a\n\n## b'|markdown(3) }}", context! {}).contains("<h3>a</h3>\n<h4>b</h4>"));
        assert_eq!(said("{{ text|paragraphs }}", context! { text => "a <b>\nc" }), "<p class=\"govuk-body\">a &lt;b&gt;<br>c</p>");
        assert_eq!(said("{{ text }}", context! { text => "<b>" }), "&lt;b&gt;");
    }

    #[test]
    fn tidying_leaves_what_was_typed_in_a_text_area() {
        let html = "<p>\n\n   a\n</p>\n<textarea>  one\n\n   two\n</textarea>\n   <p>";
        assert_eq!(tidy(html), "<p>\na\n</p>\n<textarea>  one\n\n   two\n</textarea>\n<p>");
    }

    #[test]
    fn the_vendored_macros_render() {
        let html = said(
            "{% from 'govuk_frontend_jinja/components/input/macro.html' import govukInput %}{{ govukInput({'id': 'x', 'name': 'x', 'label': {'text': 'Label'}, 'errorMessage': {'text': 'Wrong'}}) }}",
            context! {},
        );
        assert!(html.contains("govuk-input--error") && html.contains("aria-describedby=\"x-error\""), "{html}");
    }
}
