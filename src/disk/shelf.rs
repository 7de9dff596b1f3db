//! Libraries that can be swapped whole while others read them.

use std::sync::Arc;

use arc_swap::ArcSwap;

use super::{DiskError, Loaded, Progress, Report, Source, load};
use crate::library::Library;

/// One source of notes and the library last built from it. A reload builds beside it and swaps in one step.
#[derive(Debug)]
pub struct Shelf {
    source: Source,
    current: ArcSwap<Loaded>,
}

impl Shelf {
    /// Loads `source`.
    ///
    /// # Errors
    /// As [`load`].
    pub fn open(source: Source, progress: Progress<'_>) -> Result<Self, DiskError> {
        let loaded = load(&source, progress)?;
        Ok(Self {
            source,
            current: ArcSwap::from_pointee(loaded),
        })
    }

    /// A shelf of a library that is already built, for tests and for a bot without notes; a reload reads `source`.
    #[must_use]
    pub fn holding(library: Library, source: Source) -> Self {
        Self {
            source,
            current: ArcSwap::from_pointee(Loaded::new(library, Report::default())),
        }
    }

    /// Where its notes come from.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The library as of now; who holds it keeps it over a reload.
    #[must_use]
    pub fn library(&self) -> Arc<Library> {
        Arc::clone(&self.current.load().library)
    }

    /// The library, its deck of questions and its report as of now; one belongs to the other.
    #[must_use]
    pub fn loaded(&self) -> Arc<Loaded> {
        self.current.load_full()
    }

    /// Reads the notes again and swaps. Takes as long as loading does: call it where that may block.
    ///
    /// # Errors
    /// As [`load`]; the old library then stays.
    pub fn reload(&self) -> Result<Arc<Loaded>, DiskError> {
        let loaded = Arc::new(load(&self.source, &|_, _| {})?);
        self.current.store(Arc::clone(&loaded));
        Ok(loaded)
    }
}

/// All shelves of a bot, and which server uses which.
#[derive(Debug, Clone)]
pub struct Shelves {
    everyone: Arc<Shelf>,
    named: Vec<(Vec<u64>, Arc<Shelf>)>,
}

impl Shelves {
    /// One shelf for all servers that have none of their own.
    #[must_use]
    pub fn new(everyone: Arc<Shelf>) -> Self {
        Self {
            everyone,
            named: Vec::new(),
        }
    }

    /// Gives `servers` (Discord guild ids) a shelf of their own.
    #[must_use]
    pub fn with(mut self, servers: Vec<u64>, shelf: Arc<Shelf>) -> Self {
        self.named.push((servers, shelf));
        self
    }

    /// The shelf of a server; of direct messages where there is no server.
    #[must_use]
    pub fn shelf_for(&self, server: Option<u64>) -> &Arc<Shelf> {
        server
            .and_then(|server| {
                self.named
                    .iter()
                    .find(|(servers, _)| servers.contains(&server))
            })
            .map_or(&self.everyone, |(_, shelf)| shelf)
    }

    /// The library of a server.
    #[must_use]
    pub fn library_for(&self, server: Option<u64>) -> Arc<Library> {
        self.shelf_for(server).library()
    }

    /// Every shelf once, the common one first.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Shelf>> {
        std::iter::once(&self.everyone).chain(self.named.iter().map(|(_, shelf)| shelf))
    }
}
