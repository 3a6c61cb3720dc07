-- type
ALTER TABLE account MODIFY COLUMN age BIGINT DEFAULT 0;

-- type, with a conversion
-- another type for the column account.nickname using char_length(nickname) is not supported
--   database   MariaDB 12.3
--   next       before it, op.execute(sql("UPDATE account SET nickname = char_length(nickname)").writes("account", "nickname")), and leave using(…) out

-- takes no NULL
ALTER TABLE account MODIFY COLUMN age INTEGER NOT NULL DEFAULT 0;

-- takes NULL
ALTER TABLE account MODIFY COLUMN login VARCHAR(64);

-- default
ALTER TABLE account MODIFY COLUMN login VARCHAR(64) NOT NULL DEFAULT 'it''s me';

-- no default
ALTER TABLE account MODIFY COLUMN age INTEGER;

-- becomes an identity column
-- the table note with the identity id that is the first of no key is not supported
--   database   MariaDB 12.3
--   next       make id the first column of a primary key before it becomes an identity, and alter it to noIdentity() before that key goes

-- becomes an identity column, always generated
-- the column id to which only the database gives numbers is not supported
--   database   MariaDB 12.3
--   next       write identity() instead of identityAlways(): rows may name a number, or leave it out

-- is no longer an identity column
ALTER TABLE account MODIFY COLUMN id BIGINT NOT NULL;

-- comment
ALTER TABLE account MODIFY COLUMN age INTEGER DEFAULT 0 COMMENT 'it''s in years';

-- no comment
ALTER TABLE note MODIFY COLUMN body LONGTEXT;

-- collation
-- the collation de_DE is not supported
--   database   MariaDB 12.3
--   next       use one that SHOW COLLATION lists, such as utf8mb4_bin; state it for this database alone with op.on(…)

-- no collation
-- nothing to do

-- everything at once
ALTER TABLE account MODIFY COLUMN age BIGINT NOT NULL DEFAULT 12 COMMENT 'in months';

-- number and back to an ordinary column
ALTER TABLE account MODIFY COLUMN id VARCHAR(20) NOT NULL DEFAULT 'none';

-- type of a computed column
ALTER TABLE line MODIFY COLUMN gross BIGINT GENERATED ALWAYS AS (price * 2) STORED;

-- type to an enum type
SELECT DISTINCT 'rows of account have a text in the column nickname that is not a label of its new type; give them another one before, with op.update(…)' AS problem, nickname AS text FROM account WHERE nickname NOT IN ('sad', 'it''s ok', 'happy');
ALTER TABLE account MODIFY COLUMN nickname ENUM('sad', 'it''s ok', 'happy');
