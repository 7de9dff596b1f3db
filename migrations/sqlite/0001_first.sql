-- What outlives a restart. Snowflakes are kept as they come (they fit 63 bits), times as milliseconds since the Unix epoch.

CREATE TABLE servers (
    server   INTEGER PRIMARY KEY,
    -- Settings that differ from the defaults, as JSON.
    settings TEXT    NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE settings_changes (
    id     INTEGER PRIMARY KEY,
    server INTEGER NOT NULL,
    player INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    before TEXT    NOT NULL,
    after  TEXT    NOT NULL
) STRICT;

CREATE TABLE games (
    id       INTEGER PRIMARY KEY,
    server   INTEGER NOT NULL,
    channel  INTEGER NOT NULL,
    host     INTEGER NOT NULL,
    -- The whole game as it goes on after a restart, as JSON.
    state    TEXT    NOT NULL,
    -- What the shell needs to find its messages again, as JSON.
    messages TEXT    NOT NULL DEFAULT '{}',
    -- Who runs it; every write carries both, so that a runner that was replaced cannot write.
    owner    TEXT    NOT NULL,
    epoch    INTEGER NOT NULL DEFAULT 1,
    beat     INTEGER NOT NULL,
    started  INTEGER NOT NULL,
    ended    INTEGER
) STRICT;

-- One game in a channel.
CREATE UNIQUE INDEX games_running_by_channel ON games (channel) WHERE ended IS NULL;
CREATE INDEX games_running_by_server ON games (server) WHERE ended IS NULL;

-- What was answered to the open question; written before it is acknowledged.
CREATE TABLE choices (
    game   INTEGER NOT NULL REFERENCES games (id) ON DELETE CASCADE,
    round  INTEGER NOT NULL,
    player INTEGER NOT NULL,
    answer TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (game, round, player)
) STRICT, WITHOUT ROWID;

-- What counted; written in the transaction that closes the question.
CREATE TABLE answers (
    game     INTEGER NOT NULL REFERENCES games (id) ON DELETE CASCADE,
    round    INTEGER NOT NULL,
    player   INTEGER NOT NULL,
    server   INTEGER NOT NULL,
    question TEXT    NOT NULL,
    fact     TEXT    NOT NULL,
    topic    TEXT    NOT NULL,
    verdict  TEXT    NOT NULL,
    points   INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (game, round, player)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_player ON answers (server, player, at);

-- How often a server was asked what, for the bag that questions are drawn from.
CREATE TABLE asked (
    server   INTEGER NOT NULL,
    question TEXT    NOT NULL,
    times    INTEGER NOT NULL,
    answers  INTEGER NOT NULL,
    wrong    INTEGER NOT NULL,
    last     INTEGER NOT NULL,
    PRIMARY KEY (server, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
    id       INTEGER PRIMARY KEY,
    server   INTEGER NOT NULL,
    player   INTEGER NOT NULL,
    question TEXT    NOT NULL,
    fact     TEXT    NOT NULL,
    -- What was asked, as it was shown, as JSON: the note may have changed since.
    shown    TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    closed   INTEGER
) STRICT;
CREATE INDEX reports_open ON reports (server, at) WHERE closed IS NULL;

-- Facts that a server's moderators took out.
CREATE TABLE blocked (
    server INTEGER NOT NULL,
    fact   TEXT    NOT NULL,
    player INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (server, fact)
) STRICT, WITHOUT ROWID;
