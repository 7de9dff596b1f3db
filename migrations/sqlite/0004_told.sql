-- Who was told, once, what is kept of them.
CREATE TABLE told (
    player INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL
) STRICT;
