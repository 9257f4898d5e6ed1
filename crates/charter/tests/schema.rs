//! The published schemas are those of the program, and hold of what it writes.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it says")]

use charter::{Record, Schema, command, schema};
use serde_json::Value;

fn published(word: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../docs/schemas/{word}.schema.json"))
}

/// Writes the files anew with `FOLKMOOT_WRITE_DOCS=1`.
#[test]
fn what_is_published_is_what_the_program_reads_and_writes() {
    for word in ["record", "tree", "verdict"] {
        let text = serde_json::to_string_pretty(&schema(Schema::named(word).unwrap())).unwrap() + "\n";
        if std::env::var_os("FOLKMOOT_WRITE_DOCS").is_some() {
            std::fs::create_dir_all(published(word).parent().unwrap()).unwrap();
            std::fs::write(published(word), &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(published(word)).unwrap_or_default(), text, "{word}: FOLKMOOT_WRITE_DOCS=1 writes it");
    }
}

#[test]
fn the_schema_of_the_record_names_every_key_and_refuses_others_as_the_reader_does() {
    let schema = schema(Schema::Record);
    assert_eq!(schema["additionalProperties"], false);
    let keys: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    for kind in charter::Kind::ALL {
        let key = serde_json::to_value(kind).unwrap();
        assert!(keys.iter().any(|known| Some(known.as_str()) == key.as_str()), "{key}");
    }
    for key in keys {
        let empty = if key == "completeness" { "{}" } else { "[]" };
        assert!(Record::of_json(&format!("{{\"{key}\": {empty}}}")).is_ok(), "{key}");
    }
    let refused = Record::of_json("{\"seats\": [{\"id\": \"1\", \"chairs\": 2}]}").unwrap_err().to_string();
    assert!(refused.contains("`chairs`"), "{refused}");
    assert_eq!(schema["$defs"]["Seat"]["additionalProperties"], false);
}

#[test]
fn each_schema_is_printed_by_its_word() {
    for word in ["record", "tree", "verdict"] {
        let words = ["schema", word, "--format", "json"].map(str::to_owned);
        let output = command(&words, &mut |file| Err(file.to_owned()));
        let value: Value = serde_json::from_str(&output.text).unwrap();
        assert_eq!(value["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert!(command(&words[..2], &mut |file| Err(file.to_owned())).text.len() > 20);
    }
    assert_eq!(command(&["schema", "moon"].map(str::to_owned), &mut |file| Err(file.to_owned())).code, 2);
}
