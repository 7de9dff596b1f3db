//! Notes of two flashcards, whose questions and answers are known word for word, and members who answer them.

use clio::playground::people::Seen;

use super::Member;

/// Flashcards alone.
pub(crate) const CARDS: &[(&str, &str)] = &[("cold-war/cards.md", DECK)];

const DECK: &str = "\
# Berlin cards
Who closed the roads to Berlin in 1948?::Joseph Stalin
Which city was supplied by the airlift?::West Berlin
";

/// The answer to the card that a message asks.
pub(crate) fn right_answer(question: &Seen) -> &'static str {
    match question.text().contains("roads") {
        true => "Joseph Stalin",
        false => "West Berlin",
    }
}

/// Presses *Answer* on a question and sends off an answer.
pub(crate) async fn types(member: &Member, question: &Seen, answer: &str) -> String {
    let form = member.presses_on(question, "Answer").await;
    let told = member.submits(&form, &[("answer", answer)]).await;
    told.privately().message().text()
}
