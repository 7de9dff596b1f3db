//! Publication years in citations: "Gaddis 2005 p. 33", "(London: Penguin, 2017), 47", "(Smith, 2003)".

use std::ops::Range;

use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Scale};
use crate::notes::dates::words::Word;
use crate::notes::markdown::{Block, BlockKind};
use crate::notes::word_key::{Words, words};

/// Words that show a citation.
const CITED: Words = words!(
    "p pp pg pgs page pages ch chap ibid press publishing publishers publications isbn doi ed eds vol retrieved accessed \
     journal edn paperback hardcover penguin routledge macmillan norton vintage harpercollins bloomsbury \
     wiley springer pearson hodder viewed"
);

/// Words that open a line of sources.
const SOURCES: Words = words!(
    "reading readings textbook historians source sources src srcs reference references bibliography cf lit literature"
);

/// Words before the day on which somebody looked at a page.
const SEEN: Words = words!("accessed retrieved viewed");

/// Whether a date is that of a publication, or of somebody's reading it.
pub(super) fn is_cited(
    line: &Line<'_>,
    block: &Block,
    tokens: &Range<usize>,
    partial: &Partial,
) -> bool {
    // "src: Karnow '83"
    if matches!(partial.scale, Some(Scale::ShortYear(_))) {
        let named = tokens.start > 0 && line.capital(tokens.start - 1);
        return named
            && partial.day.is_none()
            && line.is(0, SOURCES)
            && line.word(1) == Word::Colon;
    }
    let Some(Scale::Year(year @ 1500..)) = partial.scale else {
        return false;
    };
    let seen = (tokens.start.saturating_sub(3)..tokens.start).any(|at| line.is(at, SEEN));
    if seen || partial.day.is_some() {
        return seen;
    }
    block.kind == BlockKind::Footnote
        || year >= 1950 && is_work(line, tokens)
        || year >= 1950 && is_quoted(line, tokens)
        || year >= 1950
            && (is_in_brackets(line, tokens)
                || line.is_mark(tokens.start - usize::from(tokens.start > 0), &["\"", "”"]))
            && is_reading(line, tokens.start)
        || is_before_page(line, tokens.end) && !is_in_sentence(line, tokens.start)
        || is_enclosed(line, tokens, year, partial.month.is_none())
        || year >= 1900 && line.is(0, SOURCES) && line.word(1) == Word::Colon
        || is_after_publisher(line, tokens.start)
        || year >= 1950 && names_others(line, tokens.start)
        || year >= 1900 && is_of_school(line, tokens.start)
}

/// Schools of historians, as they open a line.
const SCHOOLS: Words = words!(
    "intentionalist intentionalists structuralist structuralists functionalist functionalists revisionist revisionists \
     traditionalist traditionalists orthodox marxist marxists whig"
);

/// "revisionist: Getty 1985", "Whig view: Macaulay (1848)".
fn is_of_school(line: &Line<'_>, start: usize) -> bool {
    let opens = line.is(0, SCHOOLS) && (line.word(1) == Word::Colon || line.word(2) == Word::Colon);
    let name = start.saturating_sub(1 + usize::from(line.before(start) == Word::Open));
    opens && start > 2 && line.capital(name)
}

/// Tokens before a date among which its book's authors are looked for.
const AUTHORS: usize = 24;

/// Whether "et al." stands before a date: the authors of a book.
fn names_others(line: &Line<'_>, start: usize) -> bool {
    (start.saturating_sub(AUTHORS).max(1)..start)
        .any(|at| line.is(at, words!("al")) && line.is(at - 1, words!("et")))
}

/// What is made long after what it is about: "(2003 movie)".
const WORKS: Words = words!(
    "movie movies film films documentary series miniseries podcast textbook edition ed markscheme biopic remake video \
     bbc"
);

/// "The 2003 movie", "2nd ed 1994", "the film (1995)", "film: *A Beautiful Mind* (2001)".
fn is_work(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    // "a series by the BBC (in 1976)"
    let start = behind_in(line, tokens.start);
    let enclosed = line.before(start) == Word::Open && line.word(tokens.end) == Word::Close;
    let opens = line.is(0, WORKS) && matches!(line.word(1), Word::Colon | Word::Dash);
    let named = enclosed && (opens || start > 1 && line.is(start - 2, WORKS));
    // "In the film (Kingdom of Heaven, 2005)", "BBC doc 2012."
    let in_brackets = line.word(tokens.end) == Word::Close
        && line.before(start) == Word::Comma
        && (start.saturating_sub(8)..start)
            .rev()
            .find(|at| line.word(*at) == Word::Open)
            .is_some_and(|open| open > 0 && line.is(open - 1, WORKS));
    // "the films get it wrong (The Long Road 2005, also Broken Lances 1954)", "Watch: The Long Road (2005)"
    let title = start > 0 && (line.capital(start - 1) || enclosed);
    let in_list = title && line.stops(tokens.end) && is_in_list_of_films(line, start);
    let shown = start > 1
        && line.is(start - 1, words!("doc documentary podcast video"))
        && line.stops(tokens.end);
    // "(book + film 2016)"
    let behind = line.word(tokens.end) == Word::Close && start > 0 && line.is(start - 1, WORKS);
    line.is(tokens.end, WORKS) || named || behind || in_brackets || shown || in_list
}

/// The start of a date, with the "in" that opens its bracket: "(in 1976)".
fn behind_in(line: &Line<'_>, start: usize) -> usize {
    let led = start > 1 && line.is(start - 1, words!("in")) && line.before(start - 1) == Word::Open;
    start - usize::from(led)
}

/// Tokens before a year among which "films" or "Watch:" is looked for.
const FILMS: usize = 24;

/// Whether a year stands in a bracket behind a word or two on films, or behind "Watch:".
fn is_in_list_of_films(line: &Line<'_>, start: usize) -> bool {
    let from = start.saturating_sub(FILMS);
    let mut inside = (from..start)
        .rev()
        .take_while(|at| line.word(*at) != Word::Close);
    let open = inside.find(|at| line.word(*at) == Word::Open);
    let told = |open: usize| {
        (open.saturating_sub(5)..open).any(|at| line.is(at, words!("films movies film movie")))
    };
    open.is_some_and(told)
        || (from..start).any(|at| {
            line.is(at, words!("watch films movies film movie")) && line.word(at + 1) == Word::Colon
        })
}

/// "published in 1954", "first published 1961", "his book came out 1914", "a novel written (in 1934)".
pub(super) fn is_published(line: &Line<'_>, start: usize) -> bool {
    let open = behind_in(line, start);
    if open < start {
        return open > 1 && line.is(open - 2, words!("written published reprinted filmed"));
    }
    let at = start.wrapping_sub(1 + usize::from(start > 0 && line.is(start - 1, words!("in"))));
    let came_out = || {
        line.is(at, words!("out"))
            && at > 1
            && line.is(at - 1, words!("came"))
            && line.is(at - 2, words!("book memoir memoirs biography"))
    };
    start > 1 && (line.is(at, words!("published reprinted")) || came_out())
}

/// What authors do: "Taylor (2009) argues".
const SAYING: Words = words!(
    "thinks think argues argue argued says say claims calls suggests shows notes believes blames reckons \
     disagrees"
);

/// "Taylor (2009) argues", "Friedman and Schwartz (1963) blame".
fn is_quoted(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let start = tokens.start;
    let enclosed = line.before(start) == Word::Open && line.word(tokens.end) == Word::Close;
    // "says Duffy (1992)"
    let said = line.is(tokens.end + 1, SAYING) || start > 2 && line.is(start - 3, SAYING);
    enclosed && start > 1 && line.capital(start - 2) && said
}

/// Words that send to a book: "See ch. 22, Kennedy, Freedom from Fear (1999)".
const READING: Words = words!("ch chs chap chapter chapters textbook reading pp p pg pgs");

/// Whether a line sends to a book: it names a chapter or pages by number, or opens with "see" or "read" and names a book.
fn is_reading(line: &Line<'_>, start: usize) -> bool {
    // At its head, or in the last few words: "… after all. see pg 94-101 Frost (2000)".
    let ahead = 0..line.len().min(30);
    let near = start.saturating_sub(8).max(ahead.end)..start;
    let opens = line.is(0, words!("see read cf reading readings"));
    ahead.chain(near).any(|at| {
        let next = at + 1 + usize::from(line.word(at + 1) == Word::Dot);
        let numbered = matches!(line.word(next), Word::Number(..) | Word::Roman(_));
        // "Page numbers are Asbridge (2010)", "[ ] = pages in Goldsworthy (2006)"
        let told = line.is(at, words!("page pages"))
            && line.is(at + 1, words!("numbers refs in are from"));
        line.is(at, READING) && (numbered || opens) || told
    })
}

/// Whether a date stands in brackets, with little before it there: "(1999)", "(4th ed., 2020)".
fn is_in_brackets(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let closed = line.word(tokens.end) == Word::Close
        || line.is_mark(tokens.end, &["\\"]) && line.word(tokens.end + 1) == Word::Close;
    let from = tokens.start.saturating_sub(6);
    closed && (from..tokens.start).any(|at| line.word(at) == Word::Open)
}

/// A word that shows a citation; `p` only with its number.
fn is_sign(line: &Line<'_>, at: usize) -> bool {
    let paged = || {
        let next = at + 1 + usize::from(line.word(at + 1) == Word::Dot);
        // "p.xii"
        let roman = |word: &str| word.bytes().all(|byte| b"ivxlc".contains(&byte));
        matches!(line.word(next), Word::Number(..) | Word::Roman(_))
            || line.is_word(next) && roman(line.str(next))
    };
    line.is(at, CITED) && (!line.is(at, words!("p pp pg pgs page pages ch chap")) || paged())
}

/// "2005 p. 33", "2017), pp. 4-5".
fn is_before_page(line: &Line<'_>, end: usize) -> bool {
    let word = (end..end + 6).find(|at| line.is_word(*at));
    word.is_some_and(|at| is_sign(line, at) && !line.is(at + 1, words!("conference")))
}

/// Whether a sentence leads to the year, whatever page says so: "in 1600 (p. 95)".
fn is_in_sentence(line: &Line<'_>, start: usize) -> bool {
    start > 0 && line.is(start - 1, words!("in by since until till til from after"))
}

/// "(London: Quercus, 2017)", "(Smith & Jones, 2003)", "(Smith et al. 2003)".
fn is_enclosed(line: &Line<'_>, tokens: &Range<usize>, year: u16, year_alone: bool) -> bool {
    if !matches!(
        line.word(tokens.end),
        Word::Close | Word::Comma | Word::Colon
    ) {
        return false;
    }
    let from = tokens.start.saturating_sub(12);
    let Some(open) = (from..tokens.start)
        .rev()
        .find(|at| line.word(*at) == Word::Open)
    else {
        return false;
    };
    let inside = open + 1..tokens.start;
    let publisher = |at: usize| is_sign(line, at) || line.word(at) == Word::Colon;
    if year_alone && inside.clone().any(publisher) {
        return true;
    }
    let joins = words!("et al see");
    let name = |at: usize| {
        line.capital(at)
            || matches!(line.word(at), Word::Comma | Word::And | Word::Dot)
            || line.is(at, joins)
    };
    let one_author = inside.len() == 2 && line.before(tokens.start) == Word::Comma;
    let several = inside.clone().any(|at| line.is(at, joins));
    year >= 1950 && (one_author || several) && inside.into_iter().all(name)
}

/// "Oxford University Press, 1996", "see Smith 1998".
fn is_after_publisher(line: &Line<'_>, start: usize) -> bool {
    let comma = usize::from(line.before(start) == Word::Comma);
    let Some(before) = start.checked_sub(1 + comma) else {
        return false;
    };
    let pointed = before > 0 && line.is(before - 1, words!("see cf compare use"));
    line.capital(before) && (line.is(before, CITED) || pointed)
}
