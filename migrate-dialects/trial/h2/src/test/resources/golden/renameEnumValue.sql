-- plain
ALTER TABLE diary ALTER COLUMN mood SET DATA TYPE ENUM('sad', 'it''s fine', 'happy') USING CASE mood WHEN 'it''s ok' THEN 'it''s fine' ELSE CAST(mood AS VARCHAR) END;

-- in several columns
ALTER TABLE diary ALTER COLUMN mood SET DATA TYPE ENUM('unhappy', 'it''s ok', 'happy') USING CASE mood WHEN 'sad' THEN 'unhappy' ELSE CAST(mood AS VARCHAR) END;
ALTER TABLE dream ALTER COLUMN mood SET DATA TYPE ENUM('unhappy', 'it''s ok', 'happy') USING CASE mood WHEN 'sad' THEN 'unhappy' ELSE CAST(mood AS VARCHAR) END;
ALTER TABLE dream ALTER COLUMN "Mood" SET DATA TYPE ENUM('unhappy', 'it''s ok', 'happy') USING CASE "Mood" WHEN 'sad' THEN 'unhappy' ELSE CAST("Mood" AS VARCHAR) END;

-- that is a default
ALTER TABLE diary ALTER COLUMN mood DROP DEFAULT;
ALTER TABLE diary ALTER COLUMN mood SET DATA TYPE ENUM('sad', 'it''s ok', 'glad') USING CASE mood WHEN 'happy' THEN 'glad' ELSE CAST(mood AS VARCHAR) END;
ALTER TABLE diary ALTER COLUMN mood SET DEFAULT 'glad';

-- in lists
-- rename label sad of enum type mood to unhappy, which the lists in column dream.moods have, is not supported
--   database   H2 2.5
--   next       add the new label, and change the rows with op.run(code(…))
