-- Raw bodies, each kept once by its SHA-256. Where `base` is set, `data` is a zstd frame against that body, which is a whole one.
CREATE TABLE bodies (
    sha256 TEXT PRIMARY KEY,
    base   TEXT REFERENCES bodies (sha256),
    size   INTEGER NOT NULL,
    data   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What a platform served, when and how.
CREATE TABLE snapshots (
    id         INTEGER PRIMARY KEY,
    watch      TEXT NOT NULL,
    part       TEXT NOT NULL,
    fetched_at INTEGER NOT NULL,
    url        TEXT NOT NULL,
    redirects  TEXT NOT NULL,
    status     INTEGER NOT NULL,
    headers    TEXT NOT NULL,
    origin     TEXT NOT NULL,
    sha256     TEXT NOT NULL REFERENCES bodies (sha256)
) STRICT;
CREATE INDEX snapshots_by_page ON snapshots (watch, part, fetched_at);
CREATE INDEX snapshots_by_body ON snapshots (sha256);

-- What a page said: always made from a snapshot.
CREATE TABLE versions (
    id          INTEGER PRIMARY KEY,
    watch       TEXT NOT NULL,
    part        TEXT NOT NULL,
    snapshot    INTEGER NOT NULL REFERENCES snapshots (id),
    seen_at     INTEGER NOT NULL,
    extractor   TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    document    BLOB NOT NULL
) STRICT;
CREATE INDEX versions_by_page ON versions (watch, part, id);

-- Changes, oldest first by `seq`. `content` is the whole change; the columns beside it are for searching.
CREATE TABLE changes (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    watch       TEXT NOT NULL,
    part        TEXT NOT NULL,
    platform    TEXT NOT NULL,
    from_version INTEGER NOT NULL REFERENCES versions (id),
    to_version  INTEGER NOT NULL REFERENCES versions (id),
    detected_at INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    tier        TEXT NOT NULL,
    -- 0 for changes that nobody is to be mailed about (imports).
    to_tell     INTEGER NOT NULL,
    content     BLOB NOT NULL
) STRICT;
CREATE INDEX changes_by_watch ON changes (watch, seq);
CREATE INDEX changes_by_time ON changes (detected_at);

-- One row a page: how its last look went and what is remembered of it.
CREATE TABLE pages (
    watch            TEXT NOT NULL,
    part             TEXT NOT NULL,
    looked_at        INTEGER NOT NULL,
    outcome          TEXT NOT NULL,
    read_at          INTEGER,
    unreadable_since INTEGER,
    -- Set when the blind spot was noticed; its end is a notice of its own.
    blind_since      INTEGER,
    etag             TEXT,
    last_modified    TEXT,
    -- The bytes whose words are those of the base version, so that the same bytes need no reading.
    settled_sha256   TEXT,
    memory           BLOB NOT NULL,
    PRIMARY KEY (watch, part)
) STRICT, WITHOUT ROWID;

-- What is learned of a host over all its documents.
CREATE TABLE hosts (
    host   TEXT PRIMARY KEY,
    memory BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Differences that were held back, counted by class and day.
CREATE TABLE noise (
    watch   TEXT NOT NULL,
    part    TEXT NOT NULL,
    class   TEXT NOT NULL,
    day     INTEGER NOT NULL,
    count   INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (watch, part, class, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX noise_by_day ON noise (day);

-- Blind spots and pages that are back.
CREATE TABLE notices (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    watch  TEXT NOT NULL,
    part   TEXT NOT NULL,
    at     INTEGER NOT NULL,
    notice TEXT NOT NULL,
    -- 0 where nobody is to be mailed about it (imports).
    to_tell INTEGER NOT NULL
) STRICT;

-- How far each recipient has been told.
CREATE TABLE readers (
    name        TEXT PRIMARY KEY,
    -- All changes up to here were told or do not concern them.
    change_seq  INTEGER NOT NULL,
    notice_seq  INTEGER NOT NULL,
    digest_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which letter told which change to whom.
CREATE TABLE told (
    change  TEXT NOT NULL REFERENCES changes (id),
    reader  TEXT NOT NULL,
    letter  INTEGER NOT NULL REFERENCES letters (id),
    PRIMARY KEY (change, reader, letter)
) STRICT, WITHOUT ROWID;

-- The outbox: a letter is here before anyone tries to send it.
CREATE TABLE letters (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id  TEXT NOT NULL UNIQUE,
    reader      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    composed_at INTEGER NOT NULL,
    content     BLOB NOT NULL
) STRICT;

-- One row an address of a letter.
CREATE TABLE deliveries (
    letter   INTEGER NOT NULL REFERENCES letters (id),
    address  TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused')),
    tries    INTEGER NOT NULL DEFAULT 0,
    next_try INTEGER NOT NULL,
    answer   TEXT,
    at       INTEGER,
    PRIMARY KEY (letter, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX deliveries_waiting ON deliveries (state, next_try);

-- What people decided about a change; nothing is ever overwritten.
CREATE TABLE decisions (
    id       INTEGER PRIMARY KEY,
    change   TEXT NOT NULL REFERENCES changes (id),
    decision TEXT NOT NULL,
    note     TEXT,
    by_whom  TEXT,
    due      TEXT,
    at       INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_by_change ON decisions (change, id);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE (ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions BEGIN SELECT RAISE (ABORT, 'decisions are append-only'); END;
