-- A cinema with what is particular to MariaDB and MySQL.
/*!40101 SET @saved_sql_mode=@@SQL_MODE, SQL_MODE='STRICT_TRANS_TABLES' */;
CREATE TABLE language (
  language_id TINYINT UNSIGNED NOT NULL AUTO_INCREMENT,
  name CHAR(20) NOT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (language_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE film (
  film_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  title VARCHAR(128) NOT NULL,
  description TEXT DEFAULT NULL,
  release_year YEAR DEFAULT NULL,
  language_id TINYINT UNSIGNED NOT NULL,
  original_language_id TINYINT UNSIGNED DEFAULT NULL,
  rental_duration TINYINT UNSIGNED NOT NULL DEFAULT 3,
  rental_rate DECIMAL(4,2) NOT NULL DEFAULT 4.99,
  rating ENUM('G','PG','it''s, "R"') DEFAULT 'G',
  special_features SET('Trailers','Commentaries','Deleted Scenes') DEFAULT NULL,
  flags BIT(3) DEFAULT b'101',
  data JSON DEFAULT '{"a": [1, 2]}',
  tag UUID DEFAULT UUID(),
  token BINARY(16) DEFAULT X'00000000000000000000000000000000',
  poster MEDIUMBLOB,
  location POINT NOT NULL,
  at TIME(3),
  small TINYINT(1) NOT NULL DEFAULT 1,
  zeros INT(5) ZEROFILL,
  PRIMARY KEY (film_id),
  KEY idx_title (title),
  KEY idx_fk_language_id (language_id),
  KEY idx_fk_original_language_id (original_language_id),
  SPATIAL KEY idx_location (location),
  FULLTEXT KEY idx_title_description (title, description),
  CONSTRAINT fk_film_language FOREIGN KEY (language_id) REFERENCES language (language_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_film_language_original FOREIGN KEY (original_language_id) REFERENCES language (language_id) ON DELETE RESTRICT ON UPDATE CASCADE
) ENGINE=InnoDB ROW_FORMAT=COMPRESSED DEFAULT CHARSET=utf8mb4;
CREATE TABLE store (store_id TINYINT UNSIGNED NOT NULL PRIMARY KEY, manager_id TINYINT UNSIGNED NOT NULL, UNIQUE KEY idx_unique_manager (manager_id));
CREATE TABLE staff (
  staff_id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  store_id TINYINT UNSIGNED NOT NULL,
  `user` VARCHAR(16),
  CONSTRAINT fk_staff_store FOREIGN KEY (store_id) REFERENCES store (store_id)
);
ALTER TABLE store ADD CONSTRAINT fk_store_staff FOREIGN KEY (manager_id) REFERENCES staff (staff_id);
CREATE TABLE payment (payment_id INT NOT NULL, paid DATE NOT NULL, PRIMARY KEY (payment_id, paid)) PARTITION BY RANGE (YEAR(paid)) (PARTITION old VALUES LESS THAN (2022), PARTITION new VALUES LESS THAN MAXVALUE);
CREATE SEQUENCE ticket START WITH 10 INCREMENT BY 5;
DELIMITER ;;
CREATE TRIGGER ins_film AFTER INSERT ON film FOR EACH ROW BEGIN
  DELETE FROM staff WHERE staff_id = 0;
  DELETE FROM store WHERE store_id = 0;
END;;
CREATE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC BEGIN RETURN n * 2; END;;
DELIMITER ;
CREATE VIEW film_list AS SELECT f.film_id AS fid, f.title, l.name FROM film f LEFT JOIN language l ON l.language_id = f.language_id WHERE f.rating = 'G';
/*!40101 SET SQL_MODE=@saved_sql_mode */;
