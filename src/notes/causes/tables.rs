//! Tables: columns called "Cause" and "Effect", and rows whose first cell says "Causes of X".

mod first_cell;

use std::ops::Range;

use super::lists::Tie;
use super::promise::{self, Direction};
use super::sentence::Sentence;
use super::walk::Walk;
use crate::notes::facts::{CauseKind, End};
use crate::notes::lex::Kind;
use crate::notes::markdown::Visible;
use crate::notes::word_key::words;

/// Tokens of the cell that names what a row is about, at most.
const FIRST_CELL: usize = 60;

/// A column of a table that holds causes or effects.
#[derive(Debug, Clone)]
pub(super) struct Column {
    number: usize,
    direction: Direction,
    name: Visible,
}

impl Walk<'_> {
    /// Notes which columns of a table are called "Cause" or "Effect".
    pub(super) fn header(&mut self, index: usize) {
        let row = self.whole(index);
        if !promise::may_promise(&row) {
            return;
        }
        let columns: Vec<Column> = cells(&row)
            .into_iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
            .filter_map(|(number, cell)| {
                let promise = promise::heading(&row.within(&cell))?;
                Some(Column {
                    number,
                    direction: promise.direction,
                    name: row.words(&row.trim(cell)),
                })
            })
            .collect();
        if !columns.is_empty() {
            self.columns.insert(index, columns);
        }
    }

    /// The links of a table row: from its cause to its effect, or to what stands in its first cell.
    pub(super) fn row(&mut self, index: usize) {
        let block = &self.document.blocks[index];
        let Some(columns) = block
            .parent
            .and_then(|header| self.columns.get(&header))
            .cloned()
        else {
            return self.labelled_row(index);
        };
        let row = self.whole(index);
        let cells = cells(&row);
        // A row that opens with its number or its date is about what comes next.
        let counts = |cell: &Range<usize>| {
            let own = row.trim(cell.clone());
            row.is_date(&own) || own.len() == 1 && row.tokens[own.start].kind == Kind::Number
        };
        let ways = block.parent.map_or(0, |header| self.n_ways(header));
        let lead = cells.iter().take_while(|cell| counts(cell)).count();
        let lead = if lead == 0 { ways } else { lead };
        if block
            .parent
            .is_some_and(|header| self.is_of_people(header, lead))
        {
            return;
        }
        let cells: Vec<Vec<End>> = cells
            .into_iter()
            .map(|cell| self.ends_of(index, &row, cell))
            .collect();
        for (cause, effect, name) in pairs(&columns) {
            let behind = |own: usize, other: usize| {
                if own == 0 && other > lead { lead } else { own }
            };
            let (cause, effect) = (behind(cause, effect), behind(effect, cause));
            let (Some(causes), Some(effects)) = (cells.get(cause), cells.get(effect)) else {
                continue;
            };
            // "Cause | Explanation" below "Causes of the war": each row is one of them.
            if cause == effect {
                self.row_of_section(index, causes, &columns[0]);
                continue;
            }
            // A cell that lists many things is tied to another one as a whole.
            let many = causes.len().min(effects.len()) > 1;
            let count = |ends: &[End]| if many { ends.len().min(1) } else { ends.len() };
            for cause in &causes[..count(causes)] {
                for effect in &effects[..count(effects)] {
                    let (line, kind) = (block.lines.0, CauseKind::Heading);
                    let (cause, effect) = (cause.clone(), effect.clone());
                    self.push(cause, effect, line, name.clone(), kind, index);
                }
            }
        }
    }

    /// How many columns a table begins with that only say where or when: "From | To | Goods | Effect" is about the goods.
    fn n_ways(&self, header: usize) -> usize {
        let all = 0..self.document.blocks[header].tokens.len().min(FIRST_CELL);
        let row = self.sentence(header, &all);
        if !row.any(0, words!("from where when date year")) {
            return 0;
        }
        let is_way = |cell: &Range<usize>| {
            cell.len() == 1 && row.any(cell.start, words!("from to where when date year"))
        };
        cells(&row).iter().take_while(|cell| is_way(cell)).count()
    }

    /// Whether column `number` of a table names people or sides, whose results are no effects of theirs.
    fn is_of_people(&self, header: usize, number: usize) -> bool {
        let row = self.whole(header);
        let cell = cells(&row).into_iter().nth(number);
        let of_people =
            words!("who name names person people side sides party parties candidate candidates");
        cell.is_some_and(|cell| cell.len() == 1 && row.any(cell.start, of_people))
    }

    /// Ties what the first cell of a row names to what its section promises causes or effects of.
    fn row_of_section(&mut self, index: usize, named: &[End], column: &Column) {
        let block = &self.document.blocks[index];
        // "Reason | Detail" in a section about the strike: each row is one of its reasons.
        let of_section = || {
            let causes = column.number == 0 && column.direction == Direction::Causes;
            block
                .heading
                .filter(|_| causes)
                .and_then(|_| self.topic_of(block))
        };
        let promised = self.promised(block.heading, column.direction);
        let Some(other) = promised.or_else(of_section) else {
            return;
        };
        let tie = Tie {
            direction: column.direction,
            other: Some(other),
            cue: column.name.clone(),
            kind: CauseKind::Heading,
            heading: None,
        };
        for end in named {
            self.tied(end.clone(), &tie, index);
        }
    }

    /// What a cell names: the items of a list with numbers, else all of it.
    fn ends_of(&self, index: usize, row: &Sentence<'_>, cell: Range<usize>) -> Vec<End> {
        let named = promise::numbered(row, cell.clone()).unwrap_or_else(|| vec![cell]);
        let named = named
            .into_iter()
            .map(|piece| row.trim(promise::because(&row.within(&piece))));
        let named = named.filter(|piece| !row.hollow(piece));
        named.map(|piece| self.here(index, row, &piece)).collect()
    }
}

/// Which columns hold the cause and the effect of each link of a row, and the heading that says so.
fn pairs(columns: &[Column]) -> Vec<(usize, usize, &Visible)> {
    let of = |direction| {
        columns
            .iter()
            .filter(move |column| column.direction == direction)
    };
    let causes = of(Direction::Causes).count();
    let effects = of(Direction::Effects).count();
    if causes > 0 && effects > 0 {
        let crossed = of(Direction::Effects).flat_map(|effect| {
            of(Direction::Causes).map(move |cause| (cause.number, effect.number, &effect.name))
        });
        return crossed.collect();
    }
    let to_first = columns.iter().map(|column| match column.direction {
        Direction::Causes => (column.number, 0, &column.name),
        Direction::Effects => (0, column.number, &column.name),
    });
    to_first.collect()
}

/// The cells of a table row, as ranges of its tokens.
fn cells(row: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = row.start;
    for at in row.start..row.end {
        if row.mark(at, "|") {
            cells.push(start..at);
            start = at + 1;
        }
    }
    cells.push(start..row.end);
    cells
}
