-- The key that codes in letters are signed with: made once.
CREATE TABLE reply_key (
    only    INTEGER PRIMARY KEY CHECK (only = 1),
    key     BLOB NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- Codes that came back and decided something: each is good once.
CREATE TABLE used_codes (
    code   TEXT PRIMARY KEY,
    change TEXT NOT NULL,
    reader TEXT NOT NULL,
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How far mailboxes were read. `unmarked` are numbers of messages that were dealt with and are still to be marked there, as JSON.
CREATE TABLE mailboxes (
    name     TEXT PRIMARY KEY,
    validity INTEGER NOT NULL,
    uid      INTEGER NOT NULL,
    unmarked TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whether a reader got the letter on what is watched. Whoever was a reader before there was one needs none.
ALTER TABLE readers ADD COLUMN welcomed INTEGER NOT NULL DEFAULT 1 CHECK (welcomed IN (0, 1));
