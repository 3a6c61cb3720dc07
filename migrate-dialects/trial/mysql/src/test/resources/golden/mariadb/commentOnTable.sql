-- set
ALTER TABLE team COMMENT = 'it''s us';

-- taken away
ALTER TABLE team COMMENT = '';
