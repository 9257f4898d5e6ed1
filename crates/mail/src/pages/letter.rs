//! A letter as it leaves: in HTML and in plain text, by our own templates or by those of the installation.

use std::collections::BTreeMap;

use kernel::{Error, Result};
use serde::Serialize;

use crate::model::{Class, Content, Stop};

/// The templates that an administrator can replace, by their file's name in the folder that the settings name.
const REPLACEABLE: [&str; 2] = ["letter.html", "letter.txt"];

/// A letter in HTML.
#[derive(Serialize)]
pub(crate) struct LetterPage {
    pub subject: String,
    pub sender: String,
    pub content: Content,
}

/// A letter in plain text.
#[derive(Serialize)]
pub(crate) struct LetterText {
    pub subject: String,
    pub sender: String,
    pub content: Content,
}

fn sample() -> Content {
    let link = access::LinkMade(uuid::Uuid::from_u128(7));
    let stop = Stop { link: uuid::Uuid::from_u128(8), classes: vec![Class::Reminders] };
    Content::titled("Wealdshire Partnership board: Thursday 18 January 2027")
        .say("You are invited to the meeting of the board.")
        .fact("Time", "10am")
        .fact("Place", "Town hall <second floor>")
        .heading("Agenda")
        .line("1. Apologies and substitutes")
        .line("2. Minutes")
        .answer("I am coming", "/answer/{token}?say=coming", link)
        .page("See the agenda", "/meetings/1")
        .small("You sit on the board for Wealdshire County Council.")
        .choose("Stop these letters, or choose when they come", &stop)
}

impl web::Page for LetterPage {
    const TEMPLATE: &'static str = "mail/letter.html";
    fn sample() -> Self {
        Self { subject: "Board, 18 January 2027".to_owned(), sender: "Wealdshire Partnership".to_owned(), content: sample() }
    }
}
web::page!(LetterPage);

impl web::Page for LetterText {
    const TEMPLATE: &'static str = "mail/letter.txt";
    fn sample() -> Self {
        Self { subject: "Board, 18 January 2027".to_owned(), sender: "Wealdshire Partnership".to_owned(), content: sample() }
    }
}
web::page!(LetterText);

/// What a letter says in plain text, by our own template: what the outbox shows of it.
pub(crate) fn plain(subject: &str, sender: &str, content: &Content) -> Result<String> {
    web::text(&LetterText { subject: subject.to_owned(), sender: sender.to_owned(), content: content.clone() })
}

/// A letter in plain text and in HTML, by the installation's own templates where it has any.
pub(crate) fn written(templates: &BTreeMap<String, String>, subject: &str, sender: &str, content: Content) -> Result<(String, String)> {
    let (subject, sender) = (subject.to_owned(), sender.to_owned());
    let own = |name: &str| templates.get(name).map(String::as_str);
    let plain = web::text_by(&LetterText { subject: subject.clone(), sender: sender.clone(), content: content.clone() }, own("letter.txt"))?;
    let html = web::text_by(&LetterPage { subject, sender, content }, own("letter.html"))?;
    Ok((plain, html))
}

/// Reads the templates of an installation, by name. Each must render, say what the letter says, and hold its buttons.
///
/// # Errors
/// A fault that names the folder or the file, and what is wrong with it.
pub fn letter_templates(folder: &std::path::Path) -> Result<BTreeMap<String, String>> {
    let wrong = |what: &dyn std::fmt::Display| Error::fault(format!("the letter templates in {}: {what}", folder.display()));
    let mut templates = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(|e| wrong(&e))? {
        let entry = entry.map_err(|e| wrong(&e))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !REPLACEABLE.contains(&name.as_str()) {
            return Err(wrong(&format!("{name} takes the place of nothing; it can be {}", REPLACEABLE.join(" or "))));
        }
        templates.insert(name, std::fs::read_to_string(entry.path()).map_err(|e| wrong(&e))?);
    }
    if templates.is_empty() {
        return Err(wrong(&format!("there is neither {}", REPLACEABLE.join(" nor "))));
    }
    for name in templates.keys() {
        let only = templates.get_key_value(name).map(|(name, text)| (name.clone(), text.clone())).into_iter().collect();
        let (plain, html) = written(&only, "Subject", "Sender", sample()).map_err(|e| wrong(&format!("{name}: {e}")))?;
        let made = if name.ends_with(".html") { html } else { plain };
        let words = ["You are invited", "10am", "Apologies and substitutes", "{link:00000000-0000-0000-0000-000000000007}", "/meetings/1"];
        let stops = ["{link:00000000-0000-0000-0000-000000000008}"];
        if let Some(left) = words.iter().chain(&stops).find(|word| !made.contains(*word)) {
            return Err(wrong(&format!("{name} leaves out {left}: it must show every part of a letter")));
        }
    }
    Ok(templates)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_says_the_same_in_plain_text_and_holds_no_working_link() {
        let plain = plain("Subject", "Sender", &sample()).unwrap();
        assert!(
            plain.starts_with("Wealdshire Partnership board: Thursday 18 January 2027\n=====") && plain.contains("=\n\nYou are invited"),
            "{plain}"
        );
        assert!(plain.contains("\n\nTime: 10am\nPlace: Town hall <second floor>\n\nAgenda\n------\n\n- 1. Apologies"), "{plain}");
        assert!(plain.contains("substitutes\n- 2. Minutes\n\n"), "{plain}");
        assert!(plain.contains("\nI am coming:\n{address}/answer/{link:00000000-0000-0000-0000-000000000007}?say=coming\n"), "{plain}");
        assert_eq!(sample().links, [uuid::Uuid::from_u128(7), uuid::Uuid::from_u128(8)]);
    }

    #[test]
    fn an_installation_s_templates_take_the_place_of_ours_and_a_wrong_one_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let said = |name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).unwrap();
            letter_templates(folder.path())
        };
        assert!(letter_templates(&folder.path().join("nowhere")).unwrap_err().to_string().contains("nowhere"));
        assert!(letter_templates(folder.path()).unwrap_err().to_string().contains("neither letter.html"));
        let whole = "<p>Ours</p>{% for part in content.parts %}<p>{{ part.text }}{{ part.name }} {{ part.value }} {{ part.address }}</p>{% endfor %}";
        let templates = said("letter.html", whole).unwrap();
        let (plain, html) = written(&templates, "Subject", "Sender", sample()).unwrap();
        assert!(html.starts_with("<p>Ours</p>") && html.contains("Town hall &lt;second floor&gt;") && !plain.contains("Ours"), "{html}");
        assert!(said("letter.html", "{% for part in content.parts %}").unwrap_err().to_string().contains("letter.html"));
        assert!(said("letter.html", "<p>{{ content.title }}</p>").unwrap_err().to_string().contains("leaves out You are invited"));
        std::fs::write(folder.path().join("letter.html"), whole).unwrap();
        assert!(said("leter.txt", "x").unwrap_err().to_string().contains("leter.txt takes the place of nothing"));
    }
}
