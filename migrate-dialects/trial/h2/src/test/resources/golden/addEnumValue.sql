-- at the end
ALTER TABLE diary ALTER COLUMN mood SET DATA TYPE ENUM('sad', 'it''s ok', 'happy', '''); DROP TABLE diary; --');

-- in the middle
ALTER TABLE diary ALTER COLUMN mood SET DATA TYPE ENUM('sad', 'it''s ok', 'so so', 'happy');

-- in several columns
ALTER TABLE diary ALTER COLUMN mood SET DATA TYPE ENUM('sad', 'it''s ok', 'happy', 'great');
ALTER TABLE dream ALTER COLUMN mood SET DATA TYPE ENUM('sad', 'it''s ok', 'happy', 'great');
ALTER TABLE dream ALTER COLUMN moods SET DATA TYPE ENUM('sad', 'it''s ok', 'happy', 'great') ARRAY;

-- in no column
-- nothing to do
