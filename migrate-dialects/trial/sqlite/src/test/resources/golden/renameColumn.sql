-- plain
ALTER TABLE account RENAME COLUMN nickname TO nick;

-- with hostile names
ALTER TABLE "a""b'c`d]e; DROP TABLE x; -- ü☃" RENAME COLUMN "a""b'c`d]e; DROP TABLE x; -- ü☃" TO "' OR 1=1";

-- with a sequence
ALTER TABLE desk RENAME COLUMN ticket TO number;
