//! Boards, podiums, profiles and time lines as pictures: plain data in, SVG, PNG out.
//!
//! A picture says nothing that words beside it do not say. It is drawn on a thread for such work, kept by its content, and comes only
//! if it is ready soon: nobody waits for it.

mod letters;
mod pieces;
mod render;
mod scale;

mod board;
mod podium;
mod profile;
mod timeline;

#[cfg(test)]
mod tests;

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lru::LruCache;
use tokio::sync::Semaphore;

use letters::Fonts;

pub use board::{Board, BoardRow};
pub use pieces::Person;
pub use podium::{Podium, Step};
pub use profile::{Day, Profile};
pub use timeline::{Event, Timeline};

/// A picture is waited for so long after the words have left. Without optimisation drawing is many times slower.
pub const SOON: Duration = match cfg!(debug_assertions) {
    true => Duration::from_secs(10),
    false => Duration::from_secs(1),
};
/// Pictures that are kept: some four megabytes.
const KEPT: NonZeroUsize = NonZeroUsize::new(64).expect("it is not zero");
/// Pictures drawn at once; a third comes without, rather than games being slower.
const AT_ONCE: usize = 2;
/// Discord takes so many characters to describe a picture.
const WORDS: usize = 1_024;

/// What is to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Picture {
    /// A page of a leaderboard.
    Board(Board),
    /// The best of a quiz or of a season.
    Podium(Podium),
    /// A player's last days.
    Profile(Profile),
    /// Events along time.
    Timeline(Timeline),
}

/// A picture that is ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// `podium.png`.
    pub file: &'static str,
    /// The file itself.
    pub png: Arc<[u8]>,
    /// What it shows, for who cannot see it.
    pub words: String,
}

impl Picture {
    /// What its file is called.
    #[must_use]
    pub fn file(&self) -> &'static str {
        match self {
            Self::Board(_) => "leaderboard.png",
            Self::Podium(_) => "podium.png",
            Self::Profile(_) => "profile.png",
            Self::Timeline(_) => "timeline.png",
        }
    }

    /// What it shows, in at most 1,024 characters.
    #[must_use]
    pub fn words(&self) -> String {
        let words = match self {
            Self::Board(board) => board.words(),
            Self::Podium(podium) => podium.words(),
            Self::Profile(profile) => profile.words(),
            Self::Timeline(timeline) => timeline.words(),
        };
        let mut words = super::escape::plain(&words);
        super::draw::cut(&mut words, WORDS);
        words
    }

    fn svg(&self, fonts: &Fonts) -> String {
        match self {
            Self::Board(board) => board.svg(fonts),
            Self::Podium(podium) => podium.svg(fonts),
            Self::Profile(profile) => profile.svg(fonts),
            Self::Timeline(timeline) => timeline.svg(fonts),
        }
    }
}

/// Draws pictures. Cheap to clone; all clones share the fonts and what is kept.
#[derive(Debug, Clone)]
pub struct Pictures {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    fonts: Fonts,
    kept: Mutex<LruCache<Picture, Arc<[u8]>>>,
    easels: Arc<Semaphore>,
}

impl Default for Pictures {
    fn default() -> Self {
        Self {
            inner: Arc::new(Inner {
                fonts: Fonts::read(),
                kept: Mutex::new(LruCache::new(KEPT)),
                easels: Arc::new(Semaphore::new(AT_ONCE)),
            }),
        }
    }
}

impl Pictures {
    /// Draws `picture` on this thread, whether it is kept or not.
    ///
    /// # Errors
    /// A fault of the template, which no text in it can cause.
    pub fn draw(&self, picture: &Picture) -> anyhow::Result<Vec<u8>> {
        render::png(&self.inner.fonts, &picture.svg(&self.inner.fonts))
    }

    /// `picture`, if it is ready within `time`. What comes later is kept for the next who asks.
    pub async fn ready_within(&self, time: Duration, picture: Picture) -> Option<Drawn> {
        let (file, words) = (picture.file(), picture.words());
        let png = match self.inner.kept(&picture) {
            Some(png) => png,
            None => tokio::time::timeout(time, self.drawn_apart(picture))
                .await
                .ok()??,
        };
        Some(Drawn { file, png, words })
    }

    /// Draws on a thread of its own.
    async fn drawn_apart(&self, picture: Picture) -> Option<Arc<[u8]>> {
        let easel = Arc::clone(&self.inner.easels).acquire_owned().await.ok()?;
        let pictures = self.clone();
        let task = tokio::task::spawn_blocking(move || {
            let drawn = pictures.draw(&picture);
            drop(easel);
            match drawn {
                Ok(png) => {
                    let png: Arc<[u8]> = png.into();
                    pictures.inner.keep(picture, Arc::clone(&png));
                    Some(png)
                }
                Err(fault) => {
                    let kind = picture.file();
                    tracing::error!(
                        kind,
                        fault = format!("{fault:#}"),
                        "A picture could not be drawn"
                    );
                    None
                }
            }
        });
        // A panic is told by its own message.
        task.await.ok()?
    }
}

impl Inner {
    fn kept(&self, picture: &Picture) -> Option<Arc<[u8]>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(picture).map(Arc::clone)
    }

    fn keep(&self, picture: Picture, png: Arc<[u8]>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.put(picture, png);
    }
}
