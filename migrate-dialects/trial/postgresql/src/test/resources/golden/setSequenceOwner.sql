-- a column
ALTER SEQUENCE ticket OWNED BY team.id;

-- none
ALTER SEQUENCE ticket OWNED BY NONE;
