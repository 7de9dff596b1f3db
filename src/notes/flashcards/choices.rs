//! Task lists that ask: `- [x]` is right, `- [ ]` is wrong.

use crate::notes::facts::Flashcard;
use crate::notes::markdown::{Block, BlockKind, Document};

/// Words over a task list that is a list of things to do.
const TO_DO: &[&str] = &[
    "checklist",
    "done",
    "homework",
    "next steps",
    "plan",
    "task",
    "tasks",
    "to do",
    "to-do",
    "todo",
];

/// The questions of a document, without ids.
pub(super) fn read(document: &Document, tagged: bool) -> Vec<Flashcard> {
    let mut found = Vec::new();
    let blocks = &document.blocks;
    let mut at = 0;
    while at < blocks.len() {
        let options = options(&blocks[at..]);
        if options > 1
            && let Some(question) = question(document, at, tagged)
        {
            let list = &blocks[at..at + options];
            let of = |ticked: bool| -> Vec<String> {
                list.iter()
                    .filter(|block| block.task == Some(ticked))
                    .map(|block| block.text.visible.as_str().to_owned())
                    .collect()
            };
            let (right, wrong) = (of(true), of(false));
            if !right.is_empty() && !wrong.is_empty() {
                found.push(Flashcard {
                    id: String::new(),
                    question: question.text.visible.as_str().to_owned(),
                    answer: right.join("; "),
                    wrong,
                    line: question.lines.0,
                });
            }
        }
        at += options.max(1);
    }
    found
}

/// How many options of one task list `blocks` begin with.
fn options(blocks: &[Block]) -> usize {
    let first = &blocks[0];
    let same = |block: &&Block| {
        block.task.is_some() && block.depth == first.depth && block.parent == first.parent
    };
    blocks.iter().take_while(same).count()
}

/// The text that the task list at block `at` answers: right above it, and asking.
fn question(document: &Document, at: usize, tagged: bool) -> Option<&Block> {
    let above = match document.blocks[at].parent {
        Some(parent) => parent,
        None => at.checked_sub(1)?,
    };
    let block = &document.blocks[above];
    let text = block.text.visible.trim_end();
    let asks = text.ends_with('?')
        || (text.ends_with([':', '…', '_']) && block.kind != BlockKind::Heading)
        || tagged;
    let lower = text.trim_end_matches([':', ' ']).to_lowercase();
    (asks && !TO_DO.contains(&lower.as_str()) && block.task.is_none()).then_some(block)
}
