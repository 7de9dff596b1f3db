//! The constant card and the constant choices: fields, buttons and menu of what Clio says of 27 October 1962.

use poise::CreateReply;
use poise::serenity_prelude::{
    ButtonStyle, CreateActionRow, CreateAllowedMentions, CreateButton, CreateEmbed,
    CreateEmbedAuthor, CreateEmbedFooter, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption,
};

const DESCRIPTION: &str = "- Khrushchev sends a second letter, which demands that the missiles in Turkey go as well\n- An American plane is shot down over Cuba, led to its pilot is killed, led to Kennedy is advised to launch an invasion\n- Kennedy delays the attack.\n\n**Less exact**\n- **The 1960s** All through the 1960s the USA and the USSR were caught up in an arms race: each kept trying to outdo the other with a deadlier weapon that reached further.";
const SOURCES: &str = "Cuban Missile Crisis, The October (Missile) Crisis, What happened, 27 October, lines 97 to 99\nCuban Missile Crisis, Origins of the Cuban Missile Crisis, The arms race and nuclear deterrence, line 8";

/// Names and values of buttons.
const BUTTONS: &[(&str, &str, ButtonStyle)] = &[
    (
        "Earlier: 26 October",
        "earlier.d:1962-10-26:0",
        ButtonStyle::Secondary,
    ),
    ("Context", "context.x:449xm36s71tt6:0", ButtonStyle::Primary),
    (
        "Quiz me on this",
        "quiz.d:1962-10-27:0",
        ButtonStyle::Success,
    ),
    (
        "Later: 28 October",
        "later.d:1962-10-28:0",
        ButtonStyle::Secondary,
    ),
];

/// Names, values and descriptions of the menu.
const MENU: &[(&str, &str, &str)] = &[
    ("Khrushchev", "p:04sahh44z0bqh:0", "People"),
    ("John F. Kennedy", "p:3g0pdxb5731jy:0", "People"),
    ("CENTO", "n:634bjrej3v5rh:0", "See also"),
    ("arms race", "n:be8hycryd2212:0", "See also"),
];

/// What an argument could be: names and values.
pub(crate) const CHOICES: &[(&str, &str)] = &[
    (
        "16 October 1962 · Kennedy found out about the missiles.",
        "=d:1962-10-16:0",
    ),
    (
        "20 October 1962 · Kennedy decides to blockade Cuba.",
        "=d:1962-10-20:0",
    ),
    (
        "22 October 1962 · Kennedy makes the blockade public and tells the Soviets to remove the missiles.",
        "=d:1962-10-22:0",
    ),
    (
        "23 October 1962 · Khrushchev says that his ships will not respect the blockade.",
        "=d:1962-10-23:0",
    ),
    (
        "24 October 1962 · Soviet ships on the way to Cuba stop suddenly and turn around.",
        "=d:1962-10-24:0",
    ),
    (
        "25 October 1962 · Although ships were turning around, the Soviets kept working hard.",
        "=d:1962-10-25:0",
    ),
    (
        "26 October 1962 · Khrushchev sends a letter to Kennedy.",
        "=d:1962-10-26:0",
    ),
    (
        "27 October 1962 · Kennedy delays the attack.",
        "=d:1962-10-27:0",
    ),
    (
        "28 October 1962 · Khrushchev agrees to remove the missiles.",
        "=d:1962-10-28:0",
    ),
];

/// The card; `when` stands in its title, so that it is not wholly the same each time.
pub(crate) fn card(when: &str) -> CreateReply {
    let embed = CreateEmbed::new()
        .colour(0x3b_82_c4)
        .author(CreateEmbedAuthor::new("Cuban Missile Crisis"))
        .title(when)
        .description(DESCRIPTION)
        .field("People", "Khrushchev · John F. Kennedy", true)
        .field("See also", "CENTO · arms race", true)
        .footer(CreateEmbedFooter::new(SOURCES));
    let buttons = BUTTONS
        .iter()
        .map(|(label, id, style)| CreateButton::new(*id).label(*label).style(*style));
    let options = MENU.iter().map(|(label, value, description)| {
        CreateSelectMenuOption::new(*label, *value).description(*description)
    });
    let options = CreateSelectMenuKind::String {
        options: options.collect(),
    };
    let menu = CreateSelectMenu::new("menu", options).placeholder("Look up what this mentions");
    CreateReply::default()
        .embed(embed)
        .components(vec![
            CreateActionRow::Buttons(buttons.collect()),
            CreateActionRow::SelectMenu(menu),
        ])
        .allowed_mentions(CreateAllowedMentions::new())
}
