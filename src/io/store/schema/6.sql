-- Which installation this history belongs to; marks outside of the database say that there is one.
CREATE TABLE installation (
    id       TEXT NOT NULL,
    begun_at INTEGER NOT NULL
) STRICT;

-- The rounds of the last year. Where `ended_at` is missing, a round is under way or was killed. Rounds in a row that had
-- nothing to do share a row: `times` counts them.
CREATE TABLE rounds (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    began_at INTEGER NOT NULL,
    ended_at INTEGER,
    times    INTEGER NOT NULL DEFAULT 1,
    quiet    INTEGER NOT NULL DEFAULT 0 CHECK (quiet IN (0, 1)),
    report   TEXT
) STRICT;
CREATE INDEX rounds_by_time ON rounds (began_at);
