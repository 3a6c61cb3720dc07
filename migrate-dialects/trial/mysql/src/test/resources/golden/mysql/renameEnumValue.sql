-- plain
ALTER TABLE diary MODIFY COLUMN mood ENUM('sad', 'it''s ok', 'happy', 'it''s fine') NOT NULL DEFAULT 'happy';
UPDATE diary SET mood = 'it''s fine' WHERE mood = 'it''s ok';
ALTER TABLE diary MODIFY COLUMN mood ENUM('sad', 'it''s fine', 'happy') NOT NULL DEFAULT 'happy';

-- in several columns
ALTER TABLE diary MODIFY COLUMN mood ENUM('sad', 'it''s ok', 'happy', 'unhappy') NOT NULL DEFAULT 'happy';
UPDATE diary SET mood = 'unhappy' WHERE mood = 'sad';
ALTER TABLE diary MODIFY COLUMN mood ENUM('unhappy', 'it''s ok', 'happy') NOT NULL DEFAULT 'happy';
ALTER TABLE dream MODIFY COLUMN mood ENUM('sad', 'it''s ok', 'happy', 'unhappy');
UPDATE dream SET mood = 'unhappy' WHERE mood = 'sad';
ALTER TABLE dream MODIFY COLUMN mood ENUM('unhappy', 'it''s ok', 'happy');
ALTER TABLE dream MODIFY COLUMN `Mood` ENUM('sad', 'it''s ok', 'happy', 'unhappy');
UPDATE dream SET `Mood` = 'unhappy' WHERE `Mood` = 'sad';
ALTER TABLE dream MODIFY COLUMN `Mood` ENUM('unhappy', 'it''s ok', 'happy');

-- that is a default
ALTER TABLE diary MODIFY COLUMN mood ENUM('sad', 'it''s ok', 'happy', 'glad') NOT NULL DEFAULT 'happy';
UPDATE diary SET mood = 'glad' WHERE mood = 'happy';
ALTER TABLE diary MODIFY COLUMN mood ENUM('sad', 'it''s ok', 'glad') NOT NULL DEFAULT 'glad';

-- in lists
ALTER TABLE diary MODIFY COLUMN mood ENUM('sad', 'it''s ok', 'happy', 'unhappy') NOT NULL DEFAULT 'happy';
UPDATE diary SET mood = 'unhappy' WHERE mood = 'sad';
ALTER TABLE diary MODIFY COLUMN mood ENUM('unhappy', 'it''s ok', 'happy') NOT NULL DEFAULT 'happy';
ALTER TABLE dream MODIFY COLUMN mood ENUM('sad', 'it''s ok', 'happy', 'unhappy');
UPDATE dream SET mood = 'unhappy' WHERE mood = 'sad';
ALTER TABLE dream MODIFY COLUMN mood ENUM('unhappy', 'it''s ok', 'happy');
