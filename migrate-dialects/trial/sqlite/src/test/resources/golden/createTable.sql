-- one column
CREATE TABLE team (
  id INTEGER NOT NULL CONSTRAINT pk_team PRIMARY KEY AUTOINCREMENT
);

-- with keys, indexes and comments
CREATE TABLE account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY AUTOINCREMENT,
  team_id BIGINT NOT NULL,
  login VARCHAR(64) NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  age SMALLINT,
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT ck_account_age CHECK (age >= 0)
);
CREATE INDEX ix_account_team_id_created_at ON account (team_id, created_at);
CREATE UNIQUE INDEX ux_account_newest ON account (created_at DESC, login);

-- of every type
CREATE TABLE everything (
  a_boolean BOOLEAN,
  a_smallint SMALLINT,
  an_integer INTEGER,
  a_bigint BIGINT,
  a_real REAL,
  a_double DOUBLE PRECISION,
  a_decimal DECIMAL(12, 2),
  a_varchar VARCHAR(320),
  a_char CHARACTER(2),
  a_text TEXT,
  a_binary BLOB(16),
  a_blob BLOB,
  a_date DATE,
  a_time TIME(6),
  a_short_time TIME(0),
  a_timestamp TIMESTAMP(6),
  a_milli_timestamp TIMESTAMP(3),
  an_instant TIMESTAMPTZ(6),
  a_short_instant TIMESTAMPTZ(0),
  a_uuid UUID,
  a_json JSON TEXT
);

-- with nanoseconds
CREATE TABLE watch (
  at TIMESTAMP(9)
);

-- with lists
-- the type array of integer is not supported
--   database   SQLite 3.53
--   next       make it json(), or a table of its own with a row for each element

-- with every kind of default
-- the next value of the sequence ticket is not supported
--   database   SQLite 3.53
--   next       let an identity() column number the rows

-- with numbers that only the database gives
-- the identity column invoice.id of which only the database gives the numbers is not supported
--   database   SQLite 3.53
--   next       write identity()

-- with a computed column that is kept
CREATE TABLE line (
  price INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  total INTEGER GENERATED ALWAYS AS (price * quantity) STORED
);

-- with a computed column that is not kept
CREATE TABLE line (
  price INTEGER NOT NULL,
  gross INTEGER GENERATED ALWAYS AS (price * 2) VIRTUAL
);

-- with defaults that operators compute
CREATE TABLE flag (
  a BOOLEAN DEFAULT (1 IS NOT NULL) NOT NULL,
  b BOOLEAN DEFAULT (NOT (1 > 2 AND 2 > 1)) NOT NULL,
  c BOOLEAN DEFAULT (1 IN (1, 2)) NOT NULL,
  d BOOLEAN DEFAULT ('a' LIKE 'a%') NOT NULL,
  e INTEGER DEFAULT (1 + 2 * 3) NOT NULL
);

-- with a collation
-- the collation de_DE of a column is not supported
--   database   SQLite 3.53
--   next       write collate("NOCASE"), RTRIM or BINARY, or leave collate(…) out

-- with a deferrable foreign key
CREATE TABLE member (
  team_id BIGINT,
  CONSTRAINT fk_member_team_id FOREIGN KEY (team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED
);

-- that refers to itself
CREATE TABLE category (
  id INTEGER NOT NULL,
  parent_id INTEGER,
  CONSTRAINT pk_category PRIMARY KEY (id),
  CONSTRAINT fk_category_parent_id FOREIGN KEY (parent_id) REFERENCES category (id) ON DELETE SET NULL
);

-- that refers to its own unique index
CREATE TABLE category (
  code INTEGER NOT NULL,
  parent INTEGER,
  CONSTRAINT fk_category_parent FOREIGN KEY (parent) REFERENCES category (code)
);
CREATE UNIQUE INDEX ix_category_code ON category (code);

-- that differs by dialect
CREATE TABLE note (
  body TEXT DEFAULT ('none'),
  CONSTRAINT ck_body CHECK (body <> '')
);

-- with options
CREATE TABLE note (
  id INTEGER NOT NULL,
  CONSTRAINT pk_note PRIMARY KEY (id)
) WITHOUT ROWID;

-- in the database's own types
CREATE TABLE note (
  body varchar(7) NOT NULL
);

-- with hostile names
CREATE TABLE "a""b'c`d]e; DROP TABLE x; -- ü☃" (
  "a""b'c`d]e; DROP TABLE x; -- ü☃" INTEGER NOT NULL,
  "select" VARCHAR(10),
  "Mixed Case" INTEGER,
  "1st" INTEGER,
  CONSTRAINT "Pk a""b'c`d]e; DROP TABLE x; -- ü☃" PRIMARY KEY ("a""b'c`d]e; DROP TABLE x; -- ü☃"),
  CONSTRAINT "uq_a""b'c`d]e; DROP TABLE x; -- ü☃_select" UNIQUE ("select"),
  CONSTRAINT "fk_a""b'c`d]e; DROP TABLE x; -- ü☃_1st" FOREIGN KEY ("1st") REFERENCES "a""b'c`d]e; DROP TABLE x; -- ü☃" ("a""b'c`d]e; DROP TABLE x; -- ü☃")
);
CREATE INDEX "order" ON "a""b'c`d]e; DROP TABLE x; -- ü☃" ("Mixed Case");

-- in a schema
CREATE TABLE line (
  invoice_id INTEGER,
  CONSTRAINT fk_line_invoice_id FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id)
);
CREATE INDEX ix_line_invoice_id ON billing.line (invoice_id);

-- with an enum type
-- the type array of enum mood is not supported
--   database   SQLite 3.53
--   next       make it json(), or a table of its own with a row for each element
