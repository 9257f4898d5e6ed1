//! Documents that are kept whole in a column.

use kernel::{Error, Result};
use serde::Serialize;
use serde_json::Value;

/// A document as JSON without what it does not say: members that are null are left out, and read as none.
///
/// # Errors
/// A fault when the document cannot be written as JSON.
pub fn lean_json(document: &impl Serialize) -> Result<String> {
    let mut value = serde_json::to_value(document).map_err(Error::fault)?;
    leave_out_nulls(&mut value);
    Ok(value.to_string())
}

fn leave_out_nulls(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(leave_out_nulls);
        }
        Value::Array(parts) => parts.iter_mut().for_each(leave_out_nulls),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::lean_json;

    #[test]
    fn a_document_says_nothing_of_what_it_does_not_hold() {
        let document = serde_json::json!({ "number": "1", "ground": null, "papers": [{ "title": "Budget", "note": null }], "places": [null, 2] });
        assert_eq!(lean_json(&document).unwrap(), r#"{"number":"1","papers":[{"title":"Budget"}],"places":[null,2]}"#);
    }
}
