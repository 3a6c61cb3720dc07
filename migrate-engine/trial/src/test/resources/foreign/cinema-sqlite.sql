-- A cinema with what is particular to SQLite.
CREATE TABLE language (language_id SMALLINT NOT NULL PRIMARY KEY, name CHAR(20) NOT NULL, last_update TIMESTAMP NOT NULL DEFAULT (datetime('now'))) WITHOUT ROWID;
CREATE TABLE film (
  film_id INTEGER PRIMARY KEY,
  title VARCHAR(255) NOT NULL,
  description BLOB SUB_TYPE TEXT DEFAULT NULL,
  release_year VARCHAR(4) DEFAULT NULL,
  language_id SMALLINT NOT NULL,
  original_language_id SMALLINT DEFAULT NULL,
  rental_rate DECIMAL(4, 2) DEFAULT 4.99 NOT NULL,
  rating VARCHAR(10) DEFAULT 'G' CONSTRAINT known_rating CHECK (rating IN ('G', 'PG', 'it''s, "R"')),
  poster BLOB DEFAULT x'00FF',
  length UNSIGNED BIG INT,
  hidden TEXT UNIQUE ON CONFLICT REPLACE,
  CONSTRAINT film_language FOREIGN KEY (language_id) REFERENCES language (language_id) ON UPDATE CASCADE
);
CREATE INDEX film_title ON film (title DESC, length);
CREATE TABLE film_actor (
  actor_id INT NOT NULL,
  film_id INT NOT NULL,
  PRIMARY KEY (actor_id, film_id),
  CONSTRAINT fk_film_actor_film FOREIGN KEY (film_id) REFERENCES film (film_id) ON DELETE NO ACTION ON UPDATE CASCADE
);
CREATE TABLE strict_one (a INT NOT NULL, b ANY, c REAL CHECK (c > 0)) STRICT;
CREATE TABLE store (store_id INTEGER PRIMARY KEY, manager_id INTEGER NOT NULL UNIQUE REFERENCES staff (staff_id));
CREATE TABLE staff (staff_id INTEGER PRIMARY KEY, store_id INTEGER NOT NULL REFERENCES store (store_id), "user" VARCHAR(16));
CREATE TRIGGER film_trigger AFTER INSERT ON film BEGIN
  UPDATE film SET length = 1 WHERE rowid = new.rowid;
  DELETE FROM film_actor WHERE film_id = CASE WHEN new.film_id > 0 THEN 0 END;
END;
CREATE VIRTUAL TABLE film_text USING fts5(title, description);
CREATE VIEW nicer_but_slower AS SELECT f.film_id, f.title, l.name FROM film f LEFT JOIN language l ON l.language_id = f.language_id WHERE f.rating = 'G';
