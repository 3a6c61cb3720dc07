-- set
-- nothing to do

-- taken away
-- nothing to do
