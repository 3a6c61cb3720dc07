CREATE TABLE account (id INT NOT NULL PRIMARY KEY, name VARCHAR(50));
INSERT INTO account (id, name) VALUES (1, 'ada'), (2, 'bob');
