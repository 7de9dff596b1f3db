//! Questions as JSON: one array, an object a question.

use serde_json::{Value, json};

use crate::quiz::question::{Form, Question};

/// The whole document.
pub(super) fn document(questions: &[Question]) -> serde_json::Result<String> {
    let questions: Vec<Value> = questions.iter().map(question).collect();
    serde_json::to_string_pretty(&questions)
}

fn question(question: &Question) -> Value {
    let options: Vec<Value> = match &question.form {
        Form::Choice { options, right } => (0_u8..)
            .zip(options)
            .map(|(at, text)| json!({"text": text, "correct": at == *right}))
            .collect(),
        Form::Order { .. } | Form::Typed => Vec::new(),
    };
    let source = &question.source;
    let mut object = json!({
        "id": question.id,
        "kind": question.kind.name(),
        "difficulty": question.difficulty.name(),
        "prompt": question.prompt,
        "options": options,
        "accepted": question.typed_answers(),
        "explanation": question.explanation,
        "source": {"path": source.path, "line": source.line, "headings": source.headings},
    });
    if let Form::Order { items, right } = &question.form {
        // No item is right by itself: each has its place, 1 for the earliest.
        let place = |at: usize| right.iter().position(|item| usize::from(*item) == at);
        object["items"] = (0..)
            .zip(items)
            .map(|(at, text)| json!({"text": text, "place": place(at).map(|place| place + 1)}))
            .collect();
    }
    object
}
