//! What `/privacy` and its buttons come to. Everything is about who asks: no button can be pressed for somebody else.

use anyhow::Context as _;

use crate::bot::Bot;
use crate::bot::custom_id::Privacy;
use crate::bot::draw::{File, Message, privacy as draw};
use crate::bot::errors::{CommandError, UserError};
use crate::quiz::Player;

/// Discord takes 10 MiB in a message; something is left for the rest of it.
const LARGEST: usize = 9 << 20;

/// The message that a command or a button leads to; what it changes is written down first.
pub(in crate::bot) async fn message(
    bot: &Bot,
    player: Player,
    does: Privacy,
) -> Result<Message, CommandError> {
    let (records, now) = (&bot.records, bot.rooms.now());
    let hidden = async || records.is_hidden(player).await;
    Ok(match does {
        Privacy::About => draw::about(&bot.privacy, hidden().await.map_err(fault)?),
        Privacy::Export => {
            let export = records.export_person(player).await.map_err(fault)?;
            let bytes = serde_json::to_vec_pretty(&export).context("an export is no JSON")?;
            if bytes.len() > LARGEST {
                return Err(UserError::TooMuchData.into());
            }
            draw::exported(File {
                name: "clio-my-data.json".to_owned(),
                description: "Everything that Clio keeps of you".to_owned(),
                bytes,
            })
        }
        Privacy::Hide | Privacy::Show => {
            let hides = does == Privacy::Hide;
            let set = records.set_hidden(player, hides, now).await;
            set.map_err(fault)?;
            draw::hidden(hides)
        }
        Privacy::AskDelete => draw::ask_delete(),
        Privacy::Delete => {
            records.forget_person(player).await.map_err(fault)?;
            bot.told.forget(player.0);
            draw::deleted()
        }
    })
}

fn fault(fault: crate::store::StoreError) -> CommandError {
    anyhow::Error::from(fault).into()
}
