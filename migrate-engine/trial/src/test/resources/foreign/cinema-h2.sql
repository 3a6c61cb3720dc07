-- A cinema with what is particular to H2.
CREATE DOMAIN year_number AS SMALLINT CHECK (VALUE > 1890);
CREATE TABLE language (language_id TINYINT PRIMARY KEY, name CHAR(20) NOT NULL, last_update TIMESTAMP(0) DEFAULT LOCALTIMESTAMP NOT NULL);
CREATE TABLE film (
  film_id SMALLINT GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5),
  title VARCHAR(128) NOT NULL,
  description CLOB,
  release_year year_number,
  language_id TINYINT NOT NULL,
  original_language_id TINYINT,
  rental_rate DECIMAL(4, 2) DEFAULT 4.99 NOT NULL,
  rating ENUM('G', 'PG', 'it''s, "R"') DEFAULT 'G',
  special_features VARCHAR(20) ARRAY[4],
  fulltext JSON DEFAULT JSON '{"a": [1, 2]}',
  length INTERVAL HOUR TO MINUTE,
  poster VARBINARY(1000) DEFAULT X'00FF',
  tag UUID DEFAULT RANDOM_UUID() NOT NULL,
  token BINARY(16),
  sound BLOB,
  at TIME(3) WITH TIME ZONE,
  CONSTRAINT film_key PRIMARY KEY (film_id),
  CONSTRAINT film_tag UNIQUE (tag, title),
  CONSTRAINT film_language FOREIGN KEY (language_id) REFERENCES language (language_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT film_original FOREIGN KEY (original_language_id) REFERENCES language (language_id) ON DELETE SET DEFAULT
);
CREATE INDEX film_title ON film (title DESC, length NULLS FIRST);
CREATE TABLE film_actor (
  actor_id INTEGER NOT NULL,
  film_id SMALLINT NOT NULL,
  PRIMARY KEY (actor_id, film_id),
  FOREIGN KEY (film_id) REFERENCES film (film_id) ON DELETE CASCADE
);
-- Two tables that refer to each other.
CREATE TABLE store (store_id INTEGER PRIMARY KEY, manager_id INTEGER NOT NULL UNIQUE);
CREATE TABLE staff (staff_id INTEGER PRIMARY KEY, store_id INTEGER NOT NULL REFERENCES store (store_id), "user" VARCHAR(16) INVISIBLE);
ALTER TABLE store ADD CONSTRAINT store_manager FOREIGN KEY (manager_id) REFERENCES staff (staff_id);
CREATE FORCE TRIGGER film_trigger AFTER INSERT ON film FOR EACH ROW CALL "no.such.Trigger";
CREATE ALIAS twice AS $$ int twice(int n) { return n * 2; } $$;
CREATE VIEW nicer_but_slower AS SELECT f.film_id, f.title, l.name FROM film f LEFT JOIN language l ON l.language_id = f.language_id WHERE f.rating = 'G';
