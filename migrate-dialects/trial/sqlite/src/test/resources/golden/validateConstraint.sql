-- foreign key
-- nothing to do

-- check
-- nothing to do
