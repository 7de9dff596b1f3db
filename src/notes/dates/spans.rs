//! The date expressions of one text by itself.

use super::Order;
use super::grammar;
use super::line::Line;
use super::partial::Expression;
use crate::notes::keys::Keys;
use crate::notes::lex::Token;
use crate::notes::phrase::DateSpan;

/// Every date expression of `text`.
pub(in crate::notes) fn spans(text: &str, tokens: &[Token]) -> Vec<DateSpan> {
    let keys = Keys::of_text(text, tokens);
    let mut words = Vec::new();
    let line = Line::new(text, tokens, (&keys, 0), &mut words, Order::default());
    let mut found = Vec::new();
    grammar::find(&line, &mut found);
    found
        .iter()
        .filter_map(|expression| span(tokens, expression))
        .collect()
}

fn span(tokens: &[Token], expression: &Expression) -> Option<DateSpan> {
    let first = tokens.get(expression.first.tokens.start)?;
    let last = tokens.get(expression.end().checked_sub(1)?)?;
    let mut ends = vec![&expression.first];
    ends.extend(&expression.last);
    let any =
        |says: fn(&super::partial::Partial) -> bool| ends.iter().any(|end| says(&end.partial));
    Some(DateSpan {
        bytes: first.start as usize..last.end as usize,
        year: any(|partial| partial.scale.is_some()),
        month: any(|partial| partial.month.is_some() || partial.season.is_some()),
        day: any(|partial| partial.day.is_some()),
        relative: ends.iter().any(|end| end.relative.is_some()),
    })
}
