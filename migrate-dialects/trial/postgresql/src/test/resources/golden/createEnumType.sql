-- plain
CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy');
