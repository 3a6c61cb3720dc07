-- at the end
ALTER TYPE mood ADD VALUE '''); DROP TABLE diary; --';

-- in the middle
ALTER TYPE mood ADD VALUE 'so so' BEFORE 'happy';

-- in several columns
ALTER TYPE mood ADD VALUE 'great';

-- in no column
ALTER TYPE mood ADD VALUE 'great';
