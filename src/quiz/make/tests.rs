//! Questions from small notes, one kind after the other; [`laws`] has what holds for every question whatever.

mod dates;
mod laws;

use expect_test::{Expect, expect};

use super::Deck;
use crate::library::Library;
use crate::notes;
use crate::quiz::question::{Difficulty, Form, Kind, Question};

/// The questions that a library gives, of one kind or all, and why the others were refused.
fn made(library: &Library, kind: Option<Kind>) -> (Vec<Question>, Vec<&'static str>) {
    let deck = Deck::of(library);
    let (mut questions, mut refused) = (Vec::new(), Vec::new());
    for candidate in deck.candidates() {
        if kind.is_some_and(|kind| kind != candidate.kind) {
            continue;
        }
        match deck.make(library, &candidate, Difficulty::Normal) {
            Ok(question) => questions.push(question),
            Err(refusal) => refused.push(refusal.name()),
        }
    }
    (questions, refused)
}

/// What a note gives of one kind: prompts, options with the right one starred, and the reasons of what was refused.
fn told(kind: Kind, note: &str) -> String {
    let library = Library::build(vec![notes::read("the-crisis.md", note)]);
    let (questions, mut refused) = made(&library, Some(kind));
    let mut lines = Vec::new();
    for question in questions {
        let form = match &question.form {
            Form::Choice { options, right } => options
                .iter()
                .enumerate()
                .map(|(at, option)| {
                    let mark = if at == usize::from(*right) { "*" } else { "" };
                    format!("{mark}{option}")
                })
                .collect::<Vec<_>>()
                .join(" / "),
            Form::Order { .. } => question.answer(),
            Form::Typed => {
                let accepted = question
                    .accepted
                    .expect("a typed question accepts something");
                format!("= {}", accepted.answers.join(" or "))
            }
        };
        lines.push(format!("{}\n  {form}", question.prompt));
    }
    refused.sort_unstable();
    refused.dedup();
    if !refused.is_empty() {
        lines.push(format!("refused: {}", refused.join(", ")));
    }
    lines.join("\n")
}

#[track_caller]
fn check(kind: Kind, note: &str, expected: &Expect) {
    expected.assert_eq(&told(kind, note));
}

const OCTOBER: &str = "\
# METADATA:
- Happened around 1962.

# The Crisis
### 16 October:
- Kennedy found out about the missiles.
### 20 October:
- Cuba is blockaded by the navy.
### 22 October:
- Makes the blockade public.
### 26 October:
- Khrushchev admits to the missiles.
### 28 October:
- Khrushchev removes the weapons from Cuba.
";

const PEOPLE: &str = "\
# The Crisis
- John F. Kennedy delayed the attack on Cuba.
- Nikita Khrushchev sent a second letter.
- Fidel Castro nationalised American businesses.
- He was very angry.
- Perhaps Fidel Castro wanted a war.
- Robert Kennedy met the Soviet ambassador, and he promised to remove the missiles.
";

const CAUSES: &str = "\
# The Crisis
- A plane is shot down over Cuba -> the pilot is killed by the blast -> Kennedy is told to attack the island

## The invasion
It was a complete failure.

Because:
- The Cuban services knew about the landing.
- The Americans kept their secrets badly.

## Castro
- The land was given to poor peasants -> Castro became popular in the villages
";

#[test]
fn who_did_it_is_asked_of_whom_the_line_names() {
    check(
        Kind::Who,
        PEOPLE,
        &expect![[r#"
        The Crisis: who delayed the attack on Cuba, according to the notes?
          *John F. Kennedy / Robert Kennedy / Nikita Khrushchev / Fidel Castro
        The Crisis: who sent a second letter, according to the notes?
          Fidel Castro / *Nikita Khrushchev / John F. Kennedy / Robert Kennedy
        The Crisis: who nationalised American businesses, according to the notes?
          Robert Kennedy / John F. Kennedy / Nikita Khrushchev / *Fidel Castro
        The Crisis: which person is missing in this line of the notes? “____ met the Soviet ambassador, and he promised to remove the missiles”
          John F. Kennedy / *Robert Kennedy / Nikita Khrushchev / Fidel Castro
        refused: hedged"#]],
    );
}

/// Notes leave out *was*: who is killed or elected does nothing.
#[test]
fn who_suffers_a_thing_is_not_asked_for_as_its_doer() {
    let note = "# Fates\n- Nixon elected president.\n- Crassus killed at Carrhae by the Parthians.\n- Kennedy is assassinated, riots follow.\n- Truman crowned with laurels by the crowd.\n- Nixon escalates the war in Vietnam.\n- Truman desegregates the armed forces.\n- Crassus defeated the slaves near Rome.\n";
    let asked = told(Kind::Who, note) + &told(Kind::Deed, note);
    for suffered in [
        "who elected",
        "who killed",
        "riots follow, according",
        "who crowned",
        "*elected",
        "*killed",
    ] {
        assert!(!asked.contains(suffered), "{asked}");
    }
    for done in [
        "escalates the war",
        "desegregates the armed",
        "defeated the slaves",
    ] {
        assert!(asked.contains(done), "{asked}");
    }
}

#[test]
fn deeds_lose_their_subject() {
    check(
        Kind::Deed,
        PEOPLE,
        &expect![[r#"
        The Crisis: what did John F. Kennedy do, according to the notes?
          nationalised American businesses / sent a second letter / *delayed the attack on Cuba
        The Crisis: what did Nikita Khrushchev do, according to the notes?
          delayed the attack on Cuba / *sent a second letter / nationalised American businesses
        The Crisis: what did Fidel Castro do, according to the notes?
          delayed the attack on Cuba / *nationalised American businesses / sent a second letter
        refused: hedged, no-deed"#]],
    );
}

#[test]
fn causes_stand_among_what_caused_other_things() {
    check(
        Kind::CauseOf,
        CAUSES,
        &expect![[r#"
            The Crisis: which of these do the notes give as a cause of this? “The pilot is killed by the blast”
              The Cuban services knew about the landing / The land was given to poor peasants / Castro became popular in the villages / *A plane is shot down over Cuba
            The Crisis: which of these do the notes give as a cause of this? “Kennedy is told to attack the island”
              The land was given to poor peasants / The Cuban services knew about the landing / *The pilot is killed by the blast / The Americans kept their secrets badly
            The Crisis, The invasion: which of these do the notes give as a cause of this? “It was a complete failure”
              The land was given to poor peasants / Castro became popular in the villages / Kennedy is told to attack the island / *The Cuban services knew about the landing
            The Crisis, The invasion: which of these do the notes give as a cause of this? “It was a complete failure”
              A plane is shot down over Cuba / *The Americans kept their secrets badly / Kennedy is told to attack the island / Castro became popular in the villages
            The Crisis, Castro: which of these do the notes give as a cause of this? “Castro became popular in the villages”
              The pilot is killed by the blast / *The land was given to poor peasants / The Cuban services knew about the landing / The Americans kept their secrets badly"#]],
    );
}

#[test]
fn effects_stand_among_effects_of_other_things() {
    check(
        Kind::EffectOf,
        CAUSES,
        &expect![[r#"
            The Crisis: which of these do the notes give as a result of this? “A plane is shot down over Cuba”
              Castro became popular in the villages / The land was given to poor peasants / The Cuban services knew about the landing / *The pilot is killed by the blast
            The Crisis: which of these do the notes give as a result of this? “The pilot is killed by the blast”
              *Kennedy is told to attack the island / Castro became popular in the villages / The Cuban services knew about the landing / The Americans kept their secrets badly
            The Crisis, Castro: which of these do the notes give as a result of this? “The land was given to poor peasants”
              A plane is shot down over Cuba / The Americans kept their secrets badly / Kennedy is told to attack the island / *Castro became popular in the villages
            refused: dangling"#]],
    );
}

#[test]
fn the_middle_of_a_chain_is_missing() {
    check(
        Kind::MissingMiddle,
        CAUSES,
        &expect![[r#"
        The Crisis: in the notes, one thing led to the next. What stands in the middle? “A plane is shot down over Cuba” → ? → “Kennedy is told to attack the island”
          *The pilot is killed by the blast / The land was given to poor peasants / The Americans kept their secrets badly / The Cuban services knew about the landing"#]],
    );
}

#[test]
fn events_are_put_in_order_by_dates_of_one_precision() {
    check(
        Kind::Order,
        "# Wars\n- In 1914 the first war broke out.\n- In 1939 Poland was attacked by Hitler.\n- In 1945 peace came to Europe.\n- In May 1945 the army marched home.\n- In the 1940s the factories made arms.\n",
        &expect![[r#"
            Wars: put these in the order in which they happened, the earliest first, according to the notes.
              The first war broke out → Poland was attacked by Hitler → Peace came to Europe
            refused: too-few-options"#]],
    );
}

#[test]
fn of_two_events_one_happened_first() {
    check(
        Kind::BeforeOrAfter,
        OCTOBER,
        &expect![[r#"
        The Crisis: which of these happened later, according to the notes?
          Cuba is blockaded by the navy / *Khrushchev removes the weapons from Cuba
        The Crisis: which of these happened first, according to the notes?
          Khrushchev removes the weapons from Cuba / *Kennedy found out about the missiles
        refused: no-sentence"#]],
    );
}

#[test]
fn gaps_are_marked_words_numbers_dates_and_terms() {
    check(
        Kind::Cloze,
        "# The Crisis\n- The sides had weapons for **mutual destruction** and feared each other.\n- The navy sent 1400 exiles to the island.\n- The USA joined [[CENTO]] and Cuba did not.\n- The treaty (see p. 12) had 30 members.\n- The exiles were **not** welcome on the island.\n- The navy has the ships it built in the 1940s for the war.\n- **Deterrence**: keeping an enemy from attacking by a threat.\n- **Brinkmanship**: pushing a dispute to the edge of war.\n- **Containment**: stopping an idea from spreading abroad.\n",
        &expect![[r#"
            The Crisis: what is missing in this line of the notes? “The sides had weapons for ____ and feared each other”
              = mutual destruction
            The Crisis: which number is missing in this line of the notes? “The navy sent ____ exiles to the island”
              = 1400
            The Crisis: what is missing in this line of the notes? “The USA joined ____ and Cuba did not”
              = CENTO
            The Crisis: which number is missing in this line of the notes? “The treaty had ____ members”
              = 30
            The Crisis: which term do the notes explain like this? “Keeping an enemy from attacking by a threat”
              *Deterrence / Brinkmanship / Containment
            The Crisis: which term do the notes explain like this? “Pushing a dispute to the edge of war”
              Deterrence / *Brinkmanship / Containment
            The Crisis: which term do the notes explain like this? “Stopping an idea from spreading abroad”
              Deterrence / *Containment / Brinkmanship
            refused: labelled, nothing-to-ask"#]],
    );
}

#[test]
fn statements_are_true_or_have_another_doer_or_date() {
    check(
        Kind::TrueFalse,
        PEOPLE,
        &expect![[r#"
        The Crisis: true or false, according to the notes? “Robert Kennedy delayed the attack on Cuba”
          True / *False
        The Crisis: true or false, according to the notes? “Nikita Khrushchev sent a second letter”
          *True / False
        The Crisis: true or false, according to the notes? “Fidel Castro nationalised American businesses”
          *True / False
        refused: hedged, no-deed"#]],
    );
    check(
        Kind::TrueFalse,
        OCTOBER,
        &expect![[r#"
        The Crisis: true or false: according to the notes, this happened on 22 October 1962. “Kennedy found out about the missiles”
          True / *False
        The Crisis: true or false, according to the notes? “Khrushchev found out about the missiles”
          True / *False
        The Crisis: true or false: according to the notes, this happened on 26 October 1962. “Khrushchev admits to the missiles”
          *True / False
        The Crisis: true or false, according to the notes? “Khrushchev admits to the missiles”
          *True / False
        The Crisis: true or false: according to the notes, this happened on 20 October 1962. “Khrushchev removes the weapons from Cuba”
          True / *False
        The Crisis: true or false, according to the notes? “Kennedy removes the weapons from Cuba”
          True / *False
        refused: no-deed, no-sentence"#]],
    );
}

#[test]
fn three_belong_together_and_one_does_not() {
    check(
        Kind::OddOneOut,
        "# The Crisis\n## Arms\nThe Soviets brought these arms to Cuba:\n- Patrol boats\n- Radar vans\n- Jet bombers\n- Tank tracks\n\n## Food\nThe Americans sold these things abroad:\n- Dried fruit\n- Wheat flour\n- Cane sugar\n",
        &expect![[r#"
            The Crisis, Arms: three of these stand in the list “The Soviets brought these arms to Cuba”. Which one does not?
              Patrol boats / Radar vans / *Cane sugar / Jet bombers
            refused: too-few-options"#]],
    );
}

#[test]
fn cards_are_asked_as_their_authors_wrote_them() {
    check(
        Kind::Flashcard,
        "# Cards\nWhere did they meet?::Tehran\n\nWho blinked first?\n- [ ] Kennedy\n- [x] Khrushchev\n- [ ] Castro\n\nThe bomb was tested in the summer of ==1949== by them.\n",
        &expect![[r#"
            Cards: Where did they meet?
              = Tehran
            Cards: Who blinked first?
              *Khrushchev / Kennedy / Castro
            Cards: what belongs in the gap? “The bomb was tested in the summer of ____ by them.”
              = 1949"#]],
    );
}

#[test]
fn the_gate_says_why_it_refuses() {
    for (line, refusal) in [
        ("- In 1950 they marched to the river.", "dangling"),
        ("- Perhaps the army marched to the river in 1950.", "hedged"),
        ("- In 1950 I think the army marched to the river.", "aside"),
        ("- Marched to the river in 1950.", "no-sentence"),
        ("- Did the army march to the river in 1950?", "no-sentence"),
        (
            "- In 1950 the army marched to the river and.",
            "no-sentence",
        ),
        ("- The army marched to the river in about 1950.", ""),
        (
            "- By 1950 the army had marched to the river.",
            "date-inside",
        ),
        ("- The army (of 1950 marched to the river.", "malformed"),
        ("- River march: the army of 1950.", "labelled"),
    ] {
        let note = format!(
            "# The War\n{line}\n- The town was taken in 1940.\n- The bridge was built in 1945.\n- The king died in 1960.\n"
        );
        let library = Library::build(vec![notes::read("war.md", &note)]);
        let deck = Deck::of(&library);
        let first = deck
            .candidates()
            .filter(|it| it.kind == Kind::DateOfEvent && it.statement == Some(0))
            .map(|it| match deck.make(&library, &it, Difficulty::Normal) {
                Ok(question) => question.prompt,
                Err(refusal) => refusal.name().to_owned(),
            })
            .collect::<Vec<_>>()
            .join(", ");
        assert_eq!(first, refusal, "{line}");
    }
}
