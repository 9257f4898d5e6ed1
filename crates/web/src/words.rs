//! Words: every one on screen and in mail comes from `locales/<language>/<slice>.ftl`.
//!
//! A message is asked for by its key: `t("meeting-call", body=body.name)` in a template, [`words`] in Rust. A [`Finding`]
//! becomes a sentence by its code ([`sentence`]). A key that no locale knows is shown as `⟦key⟧`, and a test finds it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, PatternElement};
use kernel::Finding;
use rust_embed::RustEmbed;

use crate::spelling;

#[derive(RustEmbed)]
#[folder = "../../locales"]
#[include = "*.ftl"]
struct Locales;

/// The one language spoken so far.
const LANGUAGE: &str = "en";

struct Speech {
    bundle: FluentBundle<FluentResource>,
    troubles: Vec<String>,
}

static SPEECH: LazyLock<Speech> = LazyLock::new(|| {
    let language = LANGUAGE.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    let mut troubles = Vec::new();
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    for name in Locales::iter().filter(|name| name.starts_with(LANGUAGE)) {
        let Some(file) = Locales::get(&name) else { continue };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
            troubles.extend(errors.into_iter().map(|e| format!("{name}: {e}")));
            resource
        });
        let said: BTreeMap<String, String> = resource.entries().filter_map(field_name).collect();
        if let Err(errors) = bundle.add_resource(resource) {
            for error in errors {
                // Slices have fields of the same name, which may be called the same.
                let same = matches!(&error, FluentError::Overriding { id, .. } if said.get(id).is_some_and(|text| fields.get(id) == Some(text)));
                if !same {
                    troubles.push(format!("{name}: {error}"));
                }
            }
        }
        fields.extend(said);
    }
    Speech { bundle, troubles }
});

/// The name of a field, `field-title = the title`, with its plain text.
fn field_name(entry: &Entry<&str>) -> Option<(String, String)> {
    let Entry::Message(message) = entry else { return None };
    let pattern = message.value.as_ref().filter(|_| message.id.name.starts_with("field-"))?;
    let text = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => *value,
        PatternElement::Placeable { .. } => "{}",
    });
    Some((message.id.name.to_owned(), text.collect()))
}

/// What is wrong with the locale files: lines that do not parse, and keys given twice. Empty when all is well.
pub fn troubles() -> &'static [String] {
    &SPEECH.troubles
}

/// Whether a message with this key exists.
pub fn knows(key: &str) -> bool {
    SPEECH.bundle.has_message(key)
}

/// A message in words, its places filled. Days (`2007-01-18`), hours (`10:00:00`) and moments given as places are spelt
/// the way a person writes them; whole numbers choose singular and plural.
pub fn words(key: &str, args: &[(&str, &str)]) -> String {
    speak(key, args.iter().map(|(name, value)| (*name, place(value))))
}

/// A finding as the sentence its reader gets. `$field` may be used in the message for the field's name, which is the
/// message `field-<name>`.
pub fn sentence(finding: &Finding) -> String {
    let label = finding
        .field
        .as_deref()
        .map(|field| format!("field-{field}"))
        .filter(|key| knows(key))
        .map_or_else(|| words("field-unnamed", &[]), |key| words(&key, &[]));
    let args = finding.args.iter().map(|(name, value)| (name.as_str(), place(value)));
    speak(&finding.code, args.chain([("field", FluentValue::from(label))]))
}

/// Fills one message.
pub(crate) fn speak<'a>(key: &'a str, args: impl Iterator<Item = (&'a str, FluentValue<'a>)>) -> String {
    let Some(pattern) = SPEECH.bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::warn!(key, "no words for this key");
        return format!("⟦{key}⟧");
    };
    let mut filled = FluentArgs::new();
    for (name, value) in args {
        filled.set(name, value);
    }
    let mut errors = Vec::new();
    let said = SPEECH.bundle.format_pattern(pattern, Some(&filled), &mut errors);
    for error in errors {
        tracing::warn!(key, %error, "a place of this message was not filled");
    }
    said.into_owned()
}

/// A place's value: a whole number counts, a day or hour is spelt, anything else stands as it is.
pub(crate) fn place(value: &str) -> FluentValue<'static> {
    let counts = value.len() <= 12 && value.bytes().all(|b| b.is_ascii_digit()) && !value.is_empty() && (value == "0" || !value.starts_with('0'));
    if counts && let Ok(number) = value.parse::<i64>() {
        return FluentValue::from(number);
    }
    FluentValue::String(Cow::Owned(spelling::spelt(value).unwrap_or_else(|| value.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_files_parse_and_no_key_is_given_twice() {
        assert_eq!(troubles(), &[] as &[String]);
    }

    #[test]
    fn a_finding_becomes_a_sentence_with_its_days_spelt() {
        let finding = Finding::refuse("day-not-that-weekday").at("day").with("day", "2007-01-18").with("weekday", "Friday");
        assert_eq!(sentence(&finding), "18 January 2007 is not a Friday. Change the day or the date.");
    }

    #[test]
    fn a_key_without_words_is_visible() {
        assert_eq!(words("no-such-key", &[]), "⟦no-such-key⟧");
    }
}
