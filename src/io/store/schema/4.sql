-- To which of the page's editions a version belongs: 0 is the reader's own.
ALTER TABLE versions ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
DROP INDEX versions_by_page;
CREATE INDEX versions_by_page ON versions (watch, part, edition, id);

-- The id of the change that told the same words for another document of the host.
ALTER TABLE changes ADD COLUMN same_as TEXT;
CREATE INDEX changes_same ON changes (same_as) WHERE same_as IS NOT NULL;

-- Passages that differ and that a named rule holds back. `content` is a whole change of one passage.
CREATE TABLE held (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    watch      TEXT NOT NULL,
    part       TEXT NOT NULL,
    platform   TEXT NOT NULL,
    rule       TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen  INTEGER NOT NULL,
    looks      INTEGER NOT NULL DEFAULT 1,
    -- 1 where the words were taken into the text, so that they differ no more.
    taken      INTEGER NOT NULL CHECK (taken IN (0, 1)),
    same_as    TEXT,
    content    BLOB NOT NULL
) STRICT;
CREATE INDEX held_by_page ON held (watch, part, last_seen);
CREATE INDEX held_by_time ON held (last_seen);
CREATE INDEX held_same ON held (same_as) WHERE same_as IS NOT NULL;
