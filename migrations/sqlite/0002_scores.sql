-- Scores: what each answer counts for, running totals, seasons, study groups, who is hidden, which servers were left.

ALTER TABLE games ADD COLUMN counted INTEGER NOT NULL DEFAULT 0; -- how many of its questions were counted
CREATE INDEX games_by_end ON games (ended) WHERE ended IS NOT NULL;

ALTER TABLE servers ADD COLUMN left_at INTEGER; -- when the bot was removed

-- Days since 1 January 1970 on the server's own calendar.
ALTER TABLE answers ADD COLUMN day         INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answers ADD COLUMN season      INTEGER NOT NULL DEFAULT 1;
-- 1: in a game that only one person plays. It counts for the profile, and for boards where the server's setting allows.
ALTER TABLE answers ADD COLUMN alone       INTEGER NOT NULL DEFAULT 0;
-- 1: the player's first answer of the game; of the game in this topic. So that games are counted by adding.
ALTER TABLE answers ADD COLUMN opens       INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answers ADD COLUMN opens_topic INTEGER NOT NULL DEFAULT 0;

ALTER TABLE asked ADD COLUMN fact    TEXT NOT NULL DEFAULT '';
ALTER TABLE asked ADD COLUMN topic   TEXT NOT NULL DEFAULT '';
ALTER TABLE asked ADD COLUMN note    TEXT NOT NULL DEFAULT '';
ALTER TABLE asked ADD COLUMN heading TEXT NOT NULL DEFAULT '';
ALTER TABLE asked ADD COLUMN prompt  TEXT NOT NULL DEFAULT '';

-- What stands for answers that are gone: folded because they are old, or because their player asked to be forgotten (player 0, day 0).
CREATE TABLE folded (
    server            INTEGER NOT NULL,
    season            INTEGER NOT NULL,
    day               INTEGER NOT NULL,
    topic             TEXT    NOT NULL,
    player            INTEGER NOT NULL,
    points            INTEGER NOT NULL,
    correct           INTEGER NOT NULL,
    answers           INTEGER NOT NULL,
    games             INTEGER NOT NULL,
    topic_games       INTEGER NOT NULL,
    alone_points      INTEGER NOT NULL,
    alone_correct     INTEGER NOT NULL,
    alone_answers     INTEGER NOT NULL,
    alone_games       INTEGER NOT NULL,
    alone_topic_games INTEGER NOT NULL,
    PRIMARY KEY (server, season, day, topic, player)
) STRICT, WITHOUT ROWID;
CREATE INDEX folded_by_player ON folded (player, server);

-- Running totals. Season 0: all seasons. Topic '': all topics. Player 0: nobody any more.
CREATE TABLE totals (
    server        INTEGER NOT NULL,
    season        INTEGER NOT NULL,
    topic         TEXT    NOT NULL,
    player        INTEGER NOT NULL,
    points        INTEGER NOT NULL,
    correct       INTEGER NOT NULL,
    answers       INTEGER NOT NULL,
    games         INTEGER NOT NULL,
    alone_points  INTEGER NOT NULL,
    alone_correct INTEGER NOT NULL,
    alone_answers INTEGER NOT NULL,
    alone_games   INTEGER NOT NULL,
    PRIMARY KEY (server, season, topic, player)
) STRICT, WITHOUT ROWID;
CREATE INDEX totals_by_points ON totals (server, season, topic, points);
CREATE INDEX totals_by_player ON totals (player, server, season, topic);

-- Running totals of each day, from which weeks, months and moving windows are added up.
CREATE TABLE days (
    server            INTEGER NOT NULL,
    day               INTEGER NOT NULL,
    topic             TEXT    NOT NULL,
    player            INTEGER NOT NULL,
    points            INTEGER NOT NULL,
    correct           INTEGER NOT NULL,
    answers           INTEGER NOT NULL,
    games             INTEGER NOT NULL,
    topic_games       INTEGER NOT NULL,
    alone_points      INTEGER NOT NULL,
    alone_correct     INTEGER NOT NULL,
    alone_answers     INTEGER NOT NULL,
    alone_games       INTEGER NOT NULL,
    alone_topic_games INTEGER NOT NULL,
    PRIMARY KEY (server, day, topic, player)
) STRICT, WITHOUT ROWID;
CREATE INDEX days_by_player ON days (player, server, day);

CREATE TABLE seasons (
    server   INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    begins   INTEGER NOT NULL,
    ends     INTEGER,
    due      INTEGER,
    -- Who ended it; 0 for nobody.
    ended_by INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (server, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX seasons_due ON seasons (due) WHERE ends IS NULL AND due IS NOT NULL;

CREATE TABLE study_groups (
    id         INTEGER PRIMARY KEY,
    server     INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    -- The name without capitals, by which it is told from others.
    name_key   TEXT    NOT NULL,
    created_by INTEGER NOT NULL,
    created    INTEGER NOT NULL,
    UNIQUE (server, name_key)
) STRICT;

CREATE TABLE members (
    study_group INTEGER NOT NULL REFERENCES study_groups (id) ON DELETE CASCADE,
    player      INTEGER NOT NULL,
    server      INTEGER NOT NULL,
    joined      INTEGER NOT NULL,
    PRIMARY KEY (study_group, player)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_player ON members (player, server);

-- Who is on no board.
CREATE TABLE hidden (
    player INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL
) STRICT;

CREATE VIEW answer_counts AS
SELECT game, round, server, season, day, topic, player,
    points * (1 - alone) AS points,
    CASE WHEN verdict = 'right' THEN 1 - alone ELSE 0 END AS correct,
    1 - alone AS answers,
    opens * (1 - alone) AS games,
    opens_topic * (1 - alone) AS topic_games,
    points * alone AS alone_points,
    CASE WHEN verdict = 'right' THEN alone ELSE 0 END AS alone_correct,
    alone AS alone_answers,
    opens * alone AS alone_games,
    opens_topic * alone AS alone_topic_games
FROM answers;

CREATE VIEW counts AS
SELECT server, season, day, topic, player, points, correct, answers, games, topic_games,
    alone_points, alone_correct, alone_answers, alone_games, alone_topic_games
FROM answer_counts
UNION ALL
SELECT server, season, day, topic, player, points, correct, answers, games, topic_games,
    alone_points, alone_correct, alone_answers, alone_games, alone_topic_games
FROM folded;

-- What changes when somebody joins who played alone.
CREATE VIEW moved_to_company AS
SELECT game, server, season, day, topic, player,
    alone_points AS points, alone_correct AS correct, alone_answers AS answers, alone_games AS games, alone_topic_games AS topic_games,
    -alone_points AS alone_points, -alone_correct AS alone_correct, -alone_answers AS alone_answers, -alone_games AS alone_games,
    -alone_topic_games AS alone_topic_games
FROM answer_counts
WHERE alone_answers = 1;
