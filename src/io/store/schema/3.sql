-- What the watchlist could say better. `seen`: once, and to be seen again before anybody is told.
CREATE TABLE proposals (
    id         TEXT PRIMARY KEY,
    state      TEXT NOT NULL CHECK (state IN ('seen', 'open', 'accepted', 'declined')),
    found_at   INTEGER NOT NULL,
    decided_at INTEGER,
    content    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The links of policy hubs. `known` is 0 until a link was seen at two looks in a row.
CREATE TABLE hub_links (
    watch      TEXT NOT NULL,
    url        TEXT NOT NULL,
    title      TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    known      INTEGER NOT NULL CHECK (known IN (0, 1)),
    PRIMARY KEY (watch, url)
) STRICT, WITHOUT ROWID;
