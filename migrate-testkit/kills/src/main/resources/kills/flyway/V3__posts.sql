CREATE TABLE post (id INT NOT NULL PRIMARY KEY, author_id INT, CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES account (id));
INSERT INTO post (id, author_id) VALUES (1, 3);
ALTER TABLE account DROP COLUMN name;
