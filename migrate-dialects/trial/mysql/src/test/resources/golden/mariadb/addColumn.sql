-- plain
ALTER TABLE account ADD COLUMN email VARCHAR(320);

-- with a default and a comment
ALTER TABLE account ADD COLUMN score DECIMAL(5, 2) NOT NULL DEFAULT 1 COMMENT '0 to 100';

-- that is an identity column
-- the table note with the identity id that is the first of no key is not supported
--   database   MariaDB 12.3
--   next       make id the first column of a primary key before it becomes an identity, and alter it to noIdentity() before that key goes

-- that is computed
ALTER TABLE account ADD COLUMN next_age INTEGER GENERATED ALWAYS AS (age + 1) STORED;

-- with an enum type, named by a reserved word
ALTER TABLE account ADD COLUMN `order` ENUM('sad', 'it''s ok', 'happy');
