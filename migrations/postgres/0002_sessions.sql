-- Sessions that were begun at Discord's gateway: it allows 1,000 in a day, counted over restarts.
CREATE TABLE session_starts (
    at BIGINT NOT NULL
);
CREATE INDEX session_starts_by_time ON session_starts (at);
