-- at the end
ALTER TABLE diary MODIFY COLUMN mood ENUM('sad', 'it''s ok', 'happy', '''); DROP TABLE diary; --') NOT NULL DEFAULT 'happy';

-- in the middle
ALTER TABLE diary MODIFY COLUMN mood ENUM('sad', 'it''s ok', 'so so', 'happy') NOT NULL DEFAULT 'happy';

-- in several columns
ALTER TABLE diary MODIFY COLUMN mood ENUM('sad', 'it''s ok', 'happy', 'great') NOT NULL DEFAULT 'happy';
ALTER TABLE dream MODIFY COLUMN mood ENUM('sad', 'it''s ok', 'happy', 'great');

-- in no column
-- nothing to do
