-- one column
CREATE TABLE team (
  id BIGINT NOT NULL AUTO_INCREMENT,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

-- with keys, indexes and comments
CREATE TABLE account (
  id BIGINT NOT NULL AUTO_INCREMENT,
  team_id BIGINT NOT NULL,
  login VARCHAR(64) NOT NULL COMMENT 'as typed; it''s not an e-mail',
  created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  age SMALLINT,
  PRIMARY KEY (id),
  CONSTRAINT uq_account_login UNIQUE (login),
  CONSTRAINT fk_account_team_id FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT ck_account_age CHECK (age >= 0),
  INDEX ix_account_team_id_created_at (team_id, created_at),
  UNIQUE INDEX ux_account_newest (created_at DESC, login)
) ENGINE = InnoDB COMMENT = 'who may log in';

-- of every type
CREATE TABLE everything (
  a_boolean BOOLEAN,
  a_smallint SMALLINT,
  an_integer INTEGER,
  a_bigint BIGINT,
  a_real FLOAT,
  a_double DOUBLE,
  a_decimal DECIMAL(12, 2),
  a_varchar VARCHAR(320),
  a_char CHAR(2),
  a_text LONGTEXT,
  a_binary VARBINARY(16),
  a_blob LONGBLOB,
  a_date DATE,
  a_time TIME(6),
  a_short_time TIME,
  a_timestamp DATETIME(6),
  a_milli_timestamp DATETIME(3),
  an_instant TIMESTAMP(6) NULL,
  a_short_instant TIMESTAMP NULL,
  a_uuid BINARY(16),
  a_json JSON
) ENGINE = InnoDB;

-- with nanoseconds
-- the type timestamp(9) is not supported
--   database   MySQL 9.7
--   next       keep 6 digits, which are microseconds

-- with lists
-- the type array of integer is not supported
--   database   MySQL 9.7
--   next       make the column json(), or give the list a table of its own

-- with every kind of default
-- the default next value of ticket is not supported
--   database   MySQL 9.7
--   next       make the column an identity(), which MySQL numbers with AUTO_INCREMENT

-- with numbers that only the database gives
-- the column id to which only the database gives numbers is not supported
--   database   MySQL 9.7
--   next       write identity() instead of identityAlways(): rows may name a number, or leave it out

-- with a computed column that is kept
CREATE TABLE line (
  price INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  total INTEGER GENERATED ALWAYS AS (price * quantity) STORED
) ENGINE = InnoDB;

-- with a computed column that is not kept
CREATE TABLE line (
  price INTEGER NOT NULL,
  gross INTEGER GENERATED ALWAYS AS (price * 2) VIRTUAL
) ENGINE = InnoDB;

-- with defaults that operators compute
CREATE TABLE flag (
  a BOOLEAN NOT NULL DEFAULT (1 IS NOT NULL),
  b BOOLEAN NOT NULL DEFAULT (NOT (1 > 2 AND 2 > 1)),
  c BOOLEAN NOT NULL DEFAULT (1 IN (1, 2)),
  d BOOLEAN NOT NULL DEFAULT ('a' LIKE 'a%'),
  e INTEGER NOT NULL DEFAULT (1 + 2 * 3)
) ENGINE = InnoDB;

-- with a collation
-- the collation de_DE is not supported
--   database   MySQL 9.7
--   next       use one that SHOW COLLATION lists, such as utf8mb4_bin; state it for this database alone with op.on(…)

-- with a deferrable foreign key
-- the deferrable foreign key fk_member_team_id is not supported
--   database   MySQL 9.7
--   next       leave deferrable() out, and write the rows in an order that keeps the key

-- that refers to itself
CREATE TABLE category (
  id INTEGER NOT NULL,
  parent_id INTEGER,
  PRIMARY KEY (id),
  CONSTRAINT fk_category_parent_id FOREIGN KEY (parent_id) REFERENCES category (id) ON DELETE SET NULL,
  INDEX fk_category_parent_id (parent_id)
) ENGINE = InnoDB;

-- that refers to its own unique index
CREATE TABLE category (
  code INTEGER NOT NULL,
  parent INTEGER,
  CONSTRAINT fk_category_parent FOREIGN KEY (parent) REFERENCES category (code),
  UNIQUE INDEX ix_category_code (code),
  INDEX fk_category_parent (parent)
) ENGINE = InnoDB;

-- that differs by dialect
CREATE TABLE note (
  body mediumtext DEFAULT ('none'),
  CONSTRAINT ck_body CHECK (body <> '')
) ENGINE = InnoDB;

-- with options
CREATE TABLE note (
  id INTEGER NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC;

-- in the database's own types
CREATE TABLE note (
  body varchar(7) NOT NULL
) ENGINE = InnoDB;

-- with hostile names
CREATE TABLE `a"b'c``d]e; DROP TABLE x; -- ü☃` (
  `a"b'c``d]e; DROP TABLE x; -- ü☃` INTEGER NOT NULL,
  `select` VARCHAR(10) COMMENT 'a"b''c`d]e; DROP TABLE x; -- ü☃',
  `Mixed Case` INTEGER,
  `1st` INTEGER,
  PRIMARY KEY (`a"b'c``d]e; DROP TABLE x; -- ü☃`),
  CONSTRAINT `uq_a"b'c``d]e; DROP TABLE x; -- ü☃_select` UNIQUE (`select`),
  CONSTRAINT `fk_a"b'c``d]e; DROP TABLE x; -- ü☃_1st` FOREIGN KEY (`1st`) REFERENCES `a"b'c``d]e; DROP TABLE x; -- ü☃` (`a"b'c``d]e; DROP TABLE x; -- ü☃`),
  INDEX `order` (`Mixed Case`),
  INDEX `fk_a"b'c``d]e; DROP TABLE x; -- ü☃_1st` (`1st`)
) ENGINE = InnoDB COMMENT = 'a"b''c`d]e; DROP TABLE x; -- ü☃';

-- in a schema
CREATE TABLE billing.line (
  invoice_id INTEGER COMMENT 'whose',
  CONSTRAINT fk_line_invoice_id FOREIGN KEY (invoice_id) REFERENCES billing.invoice (id),
  INDEX ix_line_invoice_id (invoice_id)
) ENGINE = InnoDB;

-- with an enum type
-- the type array of enum mood is not supported
--   database   MySQL 9.7
--   next       make the column json(), or give the list a table of its own
