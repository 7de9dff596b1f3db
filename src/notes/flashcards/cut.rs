//! Cuts the lines of a note into cards: what stands together between blank lines, by the separators of the plugin.

mod sides;
mod sign;

use memchr::memmem;

use sides::has_gap;
use sign::Sign;

/// How a card asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `question::answer`, or `?` on a line between them.
    Forward,
    /// `one:::other`, or `??` on a line between them.
    BothWays,
    /// A text with `==gaps==`; all of it is the front.
    Cloze,
}

/// A card, in Markdown.
#[derive(Debug)]
pub(super) struct Card<'s> {
    pub(super) form: Form,
    pub(super) front: &'s str,
    pub(super) back: &'s str,
    /// 1-based line of the front's first line.
    pub(super) line: u32,
}

/// The cards of `source`, whose first `skipped` lines are front matter; `starts` are the bytes at which its lines begin.
pub(super) fn cards<'s>(
    source: &'s str,
    starts: &[u32],
    skipped: usize,
    tagged: bool,
) -> Vec<Card<'s>> {
    let bytes = source.as_bytes();
    let (colons, gaps) = (Sign::first(source, "::"), Sign::first(source, "=="));
    if colons.is_none() && gaps.is_none() && memmem::find(bytes, b"\n?").is_none() {
        return Vec::new();
    }
    let mut cut = Cut {
        source,
        tagged,
        group: None,
        found: Vec::new(),
        hidden: None,
        fence: None,
        colons,
        gaps,
    };
    // A carriage return alone ends no line here.
    let ends = starts.iter().skip(1).map(|start| *start as usize);
    let ends = ends.filter(|end| bytes[end - 1] == b'\n');
    let (mut at, mut number) = (0, 0);
    for end in ends.chain([source.len()]) {
        number += 1;
        if number > skipped && at < end {
            cut.line(at, end, number as u32);
        }
        at = end;
    }
    cut.end(at);
    cut.found
}

/// Lines that stand together, up to the line at hand.
struct Group {
    start: usize,
    line: u32,
    kind: Option<Kind>,
}

#[derive(Clone, Copy)]
enum Kind {
    Cloze,
    /// The bytes of the separating line.
    Separated(Form, usize, usize),
}

struct Cut<'s> {
    source: &'s str,
    tagged: bool,
    group: Option<Group>,
    found: Vec<Card<'s>>,
    /// Inside a comment that ends with this.
    hidden: Option<&'static str>,
    fence: Option<&'static str>,
    colons: Sign<'s>,
    gaps: Sign<'s>,
}

impl<'s> Cut<'s> {
    /// Takes in the line from byte `at` to byte `end`.
    fn line(&mut self, at: usize, end: usize, number: u32) {
        if self.is_plain(at, end) {
            self.open_group(at, number);
            return;
        }
        let line = &self.source[at..end];
        let words = trimmed(line);
        if self.is_hidden(words) {
            return;
        }
        if words.is_empty() {
            self.end(at);
            return;
        }
        self.card_line(line, words, at, number);
    }

    /// Whether there is nothing in a line but words: cheap, for nearly all lines.
    fn is_plain(&mut self, at: usize, end: usize) -> bool {
        let shown = self.hidden.is_none() && self.fence.is_none();
        let may_mean =
            |first: u8| matches!(first, 0..=b' ' | b'<' | b'%' | b'`' | b'~' | b'?' | 0x7f..);
        shown
            && !may_mean(self.source.as_bytes()[at])
            && !self.colons.is_in(at, end)
            && !self.gaps.is_in(at, end)
    }

    /// The group that the line at byte `at` belongs to.
    fn open_group(&mut self, at: usize, number: u32) -> &mut Group {
        self.group.get_or_insert(Group {
            start: at,
            line: number,
            kind: None,
        })
    }

    /// Whether a line is in a comment or a code block that goes on.
    fn is_hidden(&mut self, words: &str) -> bool {
        if let Some(end) = self.hidden {
            if words.contains(end) {
                self.hidden = None;
            }
            return true;
        }
        if let Some(mark) = self.fence {
            if words.starts_with(mark) {
                self.fence = None;
            }
            return true;
        }
        if !matches!(words.as_bytes().first(), Some(b'<' | b'%')) {
            return false;
        }
        if words.starts_with("<!--") && !words.starts_with("<!--SR:") {
            self.hidden = (!words.contains("-->")).then_some("-->");
            return true;
        }
        if words.starts_with("%%") {
            self.hidden = (words.matches("%%").count() % 2 == 1).then_some("%%");
            return true;
        }
        false
    }

    /// A line with words that are shown.
    fn card_line(&mut self, line: &'s str, words: &'s str, at: usize, number: u32) {
        let end = at + line.len();
        if let Some(mark) = ["```", "~~~"]
            .into_iter()
            .find(|mark| words.starts_with(mark))
        {
            self.fence = Some(mark);
            self.open_group(at, number);
            return;
        }
        if self.colons.is_in(at, end)
            && let Some((form, front, back)) = self.inline(words)
        {
            self.end(at);
            self.found.push(Card {
                form,
                front,
                back,
                line: number,
            });
            return;
        }
        let gaps = self.gaps.is_in(at, end);
        let tagged = self.tagged;
        let group = self.open_group(at, number);
        let separator = match words {
            "?" => Some(Form::Forward),
            "??" => Some(Form::BothWays),
            _ => None,
        };
        match (separator, group.kind) {
            (Some(form), None | Some(Kind::Cloze)) => {
                group.kind = Some(Kind::Separated(form, at, end));
            }
            (None, None) if gaps && has_gap(words) && tagged => group.kind = Some(Kind::Cloze),
            // In a note that is not made of cards, the line alone is asked, not the whole list around it.
            (None, None) if gaps && has_gap(words) => self.found.push(Card {
                form: Form::Cloze,
                front: words,
                back: "",
                line: number,
            }),
            _ => {}
        }
    }

    /// The group ends before byte `end`.
    fn end(&mut self, end: usize) {
        let Some(Group {
            start,
            line,
            kind: Some(kind),
        }) = self.group.take()
        else {
            return;
        };
        let card = match kind {
            Kind::Cloze => Card {
                form: Form::Cloze,
                front: &self.source[start..end],
                back: "",
                line,
            },
            Kind::Separated(form, from, to) => Card {
                form,
                front: &self.source[start..from],
                back: &self.source[to..end],
                line,
            },
        };
        self.found.push(card);
    }
}

/// A line without the white space around it; as a rule only its end is looked for.
fn trimmed(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    match line.as_bytes() {
        [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => line,
        _ => line.trim(),
    }
}
