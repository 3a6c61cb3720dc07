-- set
COMMENT ON TABLE team IS 'it''s us';

-- taken away
COMMENT ON TABLE team IS NULL;
