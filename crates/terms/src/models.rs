//! Model charters that come with the program: texts with blanks.

use std::sync::Arc;

use charter::Charter;
use rust_embed::RustEmbed;

use crate::store::charter_of;

#[derive(RustEmbed)]
#[folder = "../../charters"]
#[include = "models/*.md"]
#[include = "archive/*-model.md"]
struct Texts;

/// A model with its name in addresses.
pub(crate) struct Model {
    pub slug: String,
    pub charter: Arc<Charter>,
}

/// Every model, by its title.
pub(crate) fn all() -> Vec<Model> {
    let mut models: Vec<Model> = Texts::iter().filter_map(|name| of_file(&name)).collect();
    models.sort_by(|a, b| a.charter.title.cmp(&b.charter.title));
    models
}

/// One model.
pub(crate) fn find(slug: &str) -> Option<Model> {
    Texts::iter().filter_map(|name| of_file(&name)).find(|model| model.slug == slug)
}

fn of_file(name: &str) -> Option<Model> {
    let text = Texts::get(name)?.data;
    let slug = name.rsplit('/').next()?.strip_suffix(".md")?.to_owned();
    Some(Model { slug, charter: charter_of(&String::from_utf8_lossy(&text)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_model_reads_without_a_problem_and_has_blanks() {
        let models = all();
        assert!(!models.is_empty());
        for model in models {
            assert_eq!(charter::read(&model.charter.source).problems, [], "{}", model.slug);
            assert!(!model.charter.blanks().is_empty(), "{}", model.slug);
        }
    }
}
