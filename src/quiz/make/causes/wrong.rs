//! Wrong options beside a cause or an effect.

use super::is_thin;
use crate::quiz::make::Maker;
use crate::quiz::make::options::{ELSEWHERE, Wrong};
use crate::quiz::make::page::{End, Page};
use crate::quiz::make::shape::Shape;

/// Wrong options: ends of other webs of causes, then lines of other sections, of the same shape.
pub(super) fn outside(maker: &Maker<'_>, right: &End, shown: &[&End]) -> Vec<Wrong> {
    let webs = &maker.deck.webs;
    let web = webs[right.node as usize];
    let mut pool = Vec::new();
    let line = right.statement.unwrap_or_default();
    let mut take = |page: &Page, extra: u32| {
        for end in &page.ends {
            let fits = webs[end.node as usize] != web
                && end.flaw.is_none()
                && !end.dangling
                && !is_thin(end)
                && end.statement.is_some()
                && end.shape == right.shape
                && shown.iter().all(|other| other.statement != end.statement);
            if fits {
                let words = |text: &str| u32::try_from(text.split(' ').count()).unwrap_or(u32::MAX);
                let tense = u32::from(end.tense != right.tense) * 100
                    + words(&end.text).abs_diff(words(&right.text)) * 10;
                let far = end.statement.unwrap_or_default().abs_diff(line);
                pool.push(Wrong {
                    text: end.text.clone(),
                    far: extra + tense + far,
                    statement: end.statement,
                });
            }
        }
    };
    take(maker.page(), 0);
    let few = pool.len() < 6;
    if few {
        pool.extend(other_lines(maker, right, web));
    }
    if pool.len() < 4 {
        let mut take = |page: &Page| {
            for end in &page.ends {
                if webs[end.node as usize] != web
                    && end.flaw.is_none()
                    && !end.dangling
                    && end.statement.is_some()
                    && end.shape == right.shape
                {
                    pool.push(Wrong {
                        text: end.text.clone(),
                        far: ELSEWHERE,
                        statement: end.statement,
                    });
                }
            }
        };
        maker.neighbours().take(4).for_each(&mut take);
    }
    pool
}

/// Lines of the note that stand in no section of this web of causes.
fn other_lines(maker: &Maker<'_>, right: &End, web: u32) -> Vec<Wrong> {
    let page = maker.page();
    let library = maker.library;
    let line = right.statement.unwrap_or_default();
    let in_web: Vec<u32> = page
        .ends
        .iter()
        .filter(|end| maker.deck.webs[end.node as usize] == web)
        .filter_map(|end| end.statement)
        .collect();
    let sections: Vec<Option<u32>> = in_web
        .iter()
        .map(|at| library.statement(*at).heading)
        .collect();
    page.readings()
        .filter(|(at, reading)| {
            reading.shape == right.shape
                && reading.shape != Shape::Name
                && reading.stands().is_ok()
                && reading.said_dates().next().is_none()
                && !sections.contains(&library.statement(*at).heading)
                && !page.is_causal(*at)
        })
        .map(|(at, reading)| Wrong {
            text: reading.text.clone(),
            far: 500 + at.abs_diff(line) + u32::from(reading.tense != right.tense) * 100,
            statement: Some(at),
        })
        .collect()
}
