-- plain
ALTER TABLE account ADD COLUMN email VARCHAR(320);

-- with a default and a comment
ALTER TABLE account ADD COLUMN score DECIMAL(5, 2) NOT NULL DEFAULT 1 COMMENT '0 to 100';

-- that numbers its rows
-- the table note with the identity id that is the first of no key is not possible
--   database   MariaDB 12.3
--   next       have a primaryKey("id") with it, and before it goes alter the column to noIdentity(); a column that is added becomes an identity when it has its key

-- that is computed
ALTER TABLE account ADD COLUMN next_age INTEGER GENERATED ALWAYS AS (age + 1) STORED;

-- with an enum type, named by a reserved word
ALTER TABLE account ADD COLUMN `order` ENUM('sad', 'it''s ok', 'happy');
