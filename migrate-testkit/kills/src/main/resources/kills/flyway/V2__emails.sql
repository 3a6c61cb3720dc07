ALTER TABLE account ADD COLUMN email VARCHAR(100);
CREATE INDEX ix_email ON account (email);
INSERT INTO account (id, email) VALUES (3, 'c@example.org');
