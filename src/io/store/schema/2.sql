-- Whether the operator was told of an address that was refused for good.
ALTER TABLE deliveries ADD COLUMN reported INTEGER NOT NULL DEFAULT 0 CHECK (reported IN (0, 1));
