-- A shop with what MariaDB implies: indexes of foreign keys, character sets, synonyms.
CREATE TABLE `Artist` (`ArtistId` INT NOT NULL AUTO_INCREMENT, `Name` NVARCHAR(120), CONSTRAINT `PK_Artist` PRIMARY KEY (`ArtistId`));
CREATE TABLE `Album` (
  `AlbumId` INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `Title` NVARCHAR(160) NOT NULL,
  `ArtistId` INT NOT NULL,
  FOREIGN KEY (`ArtistId`) REFERENCES `Artist` (`ArtistId`)
) AUTO_INCREMENT = 100 COMMENT = 'it''s; an album';
CREATE TABLE `Media Type` (`Media Type Id` BIGINT PRIMARY KEY, `Na``me` VARCHAR(120) UNIQUE, `größe` FLOAT);
CREATE TABLE employee (
  employee_id SMALLINT PRIMARY KEY,
  last_name VARCHAR(20) NOT NULL,
  reports_to SMALLINT,
  birth_date DATETIME,
  hire_date DATE DEFAULT (CURRENT_DATE),
  active BOOL DEFAULT TRUE,
  CONSTRAINT employee_reports FOREIGN KEY (reports_to) REFERENCES employee (employee_id) ON DELETE SET NULL
);
CREATE TABLE customer (
  customer_id INT NOT NULL,
  first_name VARCHAR(40) NOT NULL DEFAULT 'it''s',
  email VARCHAR(60) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL COMMENT 'where''s the invoice?',
  support_rep_id SMALLINT,
  since TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  balance DECIMAL(10, 2) DEFAULT 0 CHECK (balance >= -100),
  PRIMARY KEY (customer_id),
  KEY (first_name),
  UNIQUE KEY customer_email (email (10), first_name DESC),
  CONSTRAINT ck_customer CHECK (email LIKE '%@%' AND first_name IN ('a', 'b')),
  CONSTRAINT fk_rep FOREIGN KEY (support_rep_id) REFERENCES employee (employee_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE TABLE invoice (
  number BIGINT PRIMARY KEY,
  customer_id INT NOT NULL,
  net DECIMAL(10, 2) NOT NULL,
  gross DECIMAL(12, 2) AS (net * 1.19) STORED,
  tax DECIMAL(12, 2) AS (net * 0.19) VIRTUAL,
  CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customer (customer_id)
);
CREATE VIEW debtor AS SELECT customer_id, first_name FROM customer WHERE balance < 0;
CREATE VIEW bad_debtor AS SELECT d.customer_id FROM debtor d JOIN invoice i USING (customer_id);
CREATE VIEW a_view AS SELECT customer_id FROM bad_debtor;
INSERT INTO `Artist` (`Name`) VALUES ('AC/DC; live');
