//! What is expected of the playground's answers, and bodies that several tests send.

use serde_json::{Value, json};

/// One rule: what is sent, and what comes of it. `Ok` is any status below 300.
pub(crate) type Verdict<'a> = Result<(), (u16, u64, &'a str)>;

/// Compares an answer with a verdict: status, code, and for forms the path and code of the first fault.
#[track_caller]
pub(crate) fn judge(rule: &str, (status, answer): (u16, Value), expected: Verdict<'_>) {
    let found = if status < 300 {
        Ok(())
    } else {
        Err((
            status,
            answer["code"].as_u64().unwrap_or(0),
            first_fault(&answer["errors"], ""),
        ))
    };
    let found = found
        .as_ref()
        .map_err(|(status, code, fault)| (*status, *code, fault.as_str()));
    assert_eq!(found.copied(), expected, "{rule}: {answer}");
}

/// `path: CODE` of the first fault in an error object.
fn first_fault(errors: &Value, path: &str) -> String {
    if let Some(code) = errors["_errors"][0]["code"].as_str() {
        return format!("{path}: {code}");
    }
    let Some((step, inner)) = errors.as_object().and_then(|errors| errors.iter().next()) else {
        return String::new();
    };
    let path = if path.is_empty() {
        step.clone()
    } else {
        format!("{path}.{step}")
    };
    first_fault(inner, &path)
}

pub(crate) const FORM: u64 = 50035;

pub(crate) fn refused(fault: &str) -> Verdict<'_> {
    Err((400, FORM, fault))
}

pub(crate) fn button(custom_id: &str) -> Value {
    json!({"type": 2, "style": 1, "label": "Press", "custom_id": custom_id})
}

pub(crate) fn rows(rows: Vec<Vec<Value>>) -> Value {
    rows.into_iter()
        .map(|components| json!({"type": 1, "components": components}))
        .collect()
}
