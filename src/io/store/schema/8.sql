-- Whether a reader got the letter on what is watched. Whoever was a reader before there was one needs none.
ALTER TABLE readers ADD COLUMN welcomed INTEGER NOT NULL DEFAULT 1 CHECK (welcomed IN (0, 1));
