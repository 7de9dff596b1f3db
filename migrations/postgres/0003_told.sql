-- Who was told, once, what is kept of them.
CREATE TABLE told (
    player BIGINT PRIMARY KEY,
    at     BIGINT NOT NULL
);
