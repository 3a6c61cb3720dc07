-- A shop with what PostgreSQL implies: serial, names of constraints, rewritten texts.
CREATE TABLE artist (artist_id SERIAL PRIMARY KEY, name VARCHAR(120));
CREATE TABLE album (
  album_id INT GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 2) PRIMARY KEY,
  title TEXT NOT NULL,
  artist_id INT NOT NULL REFERENCES artist
);
CREATE TABLE "Media Type" ("Media Type Id" BIGSERIAL PRIMARY KEY, "Na""me" VARCHAR(120) UNIQUE, "größe" REAL);
CREATE TABLE employee (
  employee_id SMALLINT PRIMARY KEY,
  last_name VARCHAR(20) NOT NULL,
  reports_to SMALLINT REFERENCES employee ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  birth_date TIMESTAMP,
  hire_date DATE DEFAULT CURRENT_DATE
);
CREATE TABLE customer (
  customer_id INT,
  first_name VARCHAR(40) NOT NULL DEFAULT 'it''s',
  email VARCHAR(60) NOT NULL,
  support_rep_id SMALLINT,
  since TIMESTAMPTZ(3) DEFAULT now(),
  active BOOLEAN DEFAULT TRUE,
  balance NUMERIC(10, 2) DEFAULT 0 CHECK (balance >= -100),
  CONSTRAINT pk_customer PRIMARY KEY (customer_id),
  CONSTRAINT ck_customer CHECK (email LIKE '%@%' AND first_name IN ('a', 'b')),
  FOREIGN KEY (support_rep_id) REFERENCES employee ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX ifk_customer_rep ON customer USING hash (support_rep_id);
CREATE UNIQUE INDEX customer_email ON customer (lower(email), first_name DESC NULLS LAST) INCLUDE (balance) WHERE active;
CREATE SEQUENCE invoice_number START WITH 1000 INCREMENT BY 10 MAXVALUE 99999 CYCLE CACHE 5;
CREATE TABLE invoice (
  number BIGINT DEFAULT nextval('invoice_number') PRIMARY KEY,
  customer_id INT NOT NULL REFERENCES customer,
  net NUMERIC(10, 2) NOT NULL,
  gross NUMERIC(12, 2) GENERATED ALWAYS AS (net * 1.19) STORED,
  lines VARCHAR(20)[]
);
ALTER SEQUENCE invoice_number OWNED BY invoice.number;
CREATE VIEW debtor AS SELECT customer_id, first_name FROM customer WHERE balance < 0;
CREATE VIEW bad_debtor AS SELECT d.* FROM debtor d JOIN invoice i USING (customer_id);
CREATE VIEW a_view AS SELECT customer_id FROM bad_debtor;
COMMENT ON TABLE customer IS 'who buys; "quoted" */ \u0041';
COMMENT ON COLUMN customer.email IS 'where''s the invoice?';
INSERT INTO artist (name) VALUES ('AC/DC; live');
