-- What the looks at a page showed, stretch by stretch: looks that follow each other within a day and come to the same are one row.
-- `shows` is empty where the reader's own edition was read, else the trouble, or the edition in its place, as JSON.
CREATE TABLE sights (
    id       INTEGER PRIMARY KEY,
    watch    TEXT NOT NULL,
    part     TEXT NOT NULL,
    from_at  INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    looks    INTEGER NOT NULL,
    shows    TEXT NOT NULL
) STRICT;
CREATE INDEX sights_by_page ON sights (watch, part, id);

-- Which reminder of which change a reader has had.
CREATE TABLE reminded (
    change TEXT NOT NULL REFERENCES changes (id),
    reader TEXT NOT NULL,
    -- The day that it was about, and how many days ahead it was sent.
    day    TEXT NOT NULL,
    ahead  INTEGER NOT NULL,
    PRIMARY KEY (change, reader, day, ahead)
) STRICT, WITHOUT ROWID;
