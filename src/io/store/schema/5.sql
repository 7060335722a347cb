-- Readers who left the watchlist: since when, and who came in the same edit and took over what they were still to be told.
ALTER TABLE readers ADD COLUMN left_at INTEGER;
ALTER TABLE readers ADD COLUMN heirs TEXT NOT NULL DEFAULT '[]';

-- A letter that waits while its reader leaves the list, or gets another address, is withdrawn from the old one.
CREATE TABLE deliveries_anew (
    letter   INTEGER NOT NULL REFERENCES letters (id),
    address  TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'withdrawn')),
    tries    INTEGER NOT NULL DEFAULT 0,
    next_try INTEGER NOT NULL,
    answer   TEXT,
    at       INTEGER,
    reported INTEGER NOT NULL DEFAULT 0 CHECK (reported IN (0, 1)),
    PRIMARY KEY (letter, address)
) STRICT, WITHOUT ROWID;
INSERT INTO deliveries_anew (letter, address, state, tries, next_try, answer, at, reported)
    SELECT letter, address, state, tries, next_try, answer, at, reported FROM deliveries;
DROP TABLE deliveries;
ALTER TABLE deliveries_anew RENAME TO deliveries;
CREATE INDEX deliveries_waiting ON deliveries (state, next_try);
