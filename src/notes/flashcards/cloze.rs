//! `==gaps==` of a text: each is asked once, with the others shown; gaps of one number are asked together.

/// A text with a gap.
#[derive(Debug)]
pub(super) struct Deletion {
    /// The text with `[...]`, or the author's hint in brackets, for the gap.
    pub(super) question: String,
    /// What stands in the gap.
    pub(super) answer: String,
}

/// One `==gap==`: bytes of the text with its marks, and what is in it.
struct Gap<'t> {
    from: usize,
    to: usize,
    number: Option<&'t str>,
    answer: &'t str,
    hint: Option<&'t str>,
}

/// Every gap of `text` in turn: `==answer==`, `==answer;;hint==`, `==1;;answer==`, and the older `==answer==^[hint]`.
pub(super) fn deletions(text: &str) -> Vec<Deletion> {
    let gaps = gaps(text);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, gap) in gaps.iter().enumerate() {
        let same = groups
            .iter()
            .position(|group| gap.number.is_some() && gaps[group[0]].number == gap.number);
        match same {
            Some(group) => groups[group].push(index),
            None if groups.len() < MOST_GAPS => groups.push(vec![index]),
            None => break,
        }
    }
    groups
        .iter()
        .map(|group| deletion(text, &gaps, group))
        .collect()
}

/// More gaps than this in one text are not asked.
const MOST_GAPS: usize = 20;

fn deletion(text: &str, gaps: &[Gap<'_>], asked: &[usize]) -> Deletion {
    let mut question = String::with_capacity(text.len());
    let mut answers: Vec<&str> = Vec::new();
    let mut at = 0;
    for (index, gap) in gaps.iter().enumerate() {
        question.push_str(&text[at..gap.from]);
        if asked.contains(&index) {
            let hint = gap.hint.unwrap_or("...");
            question.push('[');
            question.push_str(hint);
            question.push(']');
            answers.push(gap.answer);
        } else {
            question.push_str(gap.answer);
        }
        at = gap.to;
    }
    question.push_str(&text[at..]);
    Deletion {
        question,
        answer: answers.join(", "),
    }
}

fn gaps(text: &str) -> Vec<Gap<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mut rest = 0;
        while let Some(open) = line[rest..].find("==") {
            let open = rest + open;
            let Some(length) = line[open + 2..].find("==").filter(|length| *length > 0) else {
                break;
            };
            let inside = &line[open + 2..open + 2 + length];
            let mut to = open + 4 + length;
            let (number, answer, mut hint) = parts(inside);
            if let Some(note) = line[to..].strip_prefix("^[")
                && let Some(close) = note.find(']')
            {
                hint = hint.or(Some(&note[..close]));
                to += 2 + close + 1;
            }
            found.push(Gap {
                from: at + open,
                to: at + to,
                number,
                answer,
                hint,
            });
            rest = to;
        }
        at += line.len();
    }
    found
}

/// `1;;answer;;hint`, with or without either end.
fn parts(inside: &str) -> (Option<&str>, &str, Option<&str>) {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, rest) = match inside.split_once(";;") {
        Some((number, rest)) if is_number(number) => (Some(number), rest),
        _ => (None, inside),
    };
    match rest.split_once(";;") {
        Some((answer, hint)) => (number, answer, Some(hint)),
        None => (number, rest, None),
    }
}
