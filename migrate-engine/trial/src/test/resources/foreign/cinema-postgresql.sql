-- A cinema with what is particular to PostgreSQL.
\restrict abc
SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TYPE public.mpaa_rating AS ENUM ('G', 'PG', 'it''s, "R"');
CREATE DOMAIN public.year AS integer CONSTRAINT year_check CHECK (VALUE >= 1901 AND VALUE <= 2155);
CREATE FUNCTION public.last_updated() RETURNS trigger LANGUAGE plpgsql AS $_$
BEGIN
  NEW.last_update = CURRENT_TIMESTAMP;
  RETURN NEW;
END $_$;
CREATE FUNCTION public.twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT CASE WHEN n > 0 THEN n * 2 END; END;
CREATE SEQUENCE public.film_film_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.language (
  language_id integer NOT NULL,
  name character(20) NOT NULL,
  last_update timestamp without time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.film (
  film_id integer DEFAULT nextval('public.film_film_id_seq'::regclass) NOT NULL,
  title character varying(255) NOT NULL,
  description text COLLATE "C",
  release_year public.year,
  language_id smallint NOT NULL,
  rental_rate numeric(4,2) DEFAULT 4.99 NOT NULL,
  rating public.mpaa_rating DEFAULT 'G'::public.mpaa_rating,
  ratings public.mpaa_rating[],
  special_features text[],
  fulltext tsvector,
  length interval DEFAULT '01:30:00'::interval,
  prices money,
  shown tstzrange,
  data jsonb DEFAULT '{"a": [1, 2]}'::jsonb NOT NULL,
  raw json,
  tag uuid DEFAULT gen_random_uuid() NOT NULL,
  poster bytea DEFAULT '\x00ff'::bytea,
  address inet,
  bits bit varying(9),
  at time(3) with time zone,
  last_update timestamp with time zone DEFAULT now() NOT NULL
);
ALTER SEQUENCE public.film_film_id_seq OWNED BY public.film.film_id;
ALTER TABLE ONLY public.language ADD CONSTRAINT language_pkey PRIMARY KEY (language_id);
ALTER TABLE ONLY public.film ADD CONSTRAINT film_pkey PRIMARY KEY (film_id);
ALTER TABLE ONLY public.film ADD CONSTRAINT film_tag UNIQUE NULLS NOT DISTINCT (tag, title) DEFERRABLE;
ALTER TABLE ONLY public.film ADD CONSTRAINT film_shown EXCLUDE USING gist (shown WITH &&);
ALTER TABLE public.film ADD CONSTRAINT film_price CHECK (rental_rate > 0) NOT VALID;
CREATE INDEX film_fulltext_idx ON public.film USING gist (fulltext);
CREATE INDEX idx_title ON public.film USING btree (title varchar_pattern_ops, (lower(title)) COLLATE "C" DESC);
CREATE INDEX film_data ON public.film USING gin (data jsonb_path_ops) WITH (fastupdate = off);
ALTER TABLE ONLY public.film ADD CONSTRAINT film_language_id_fkey FOREIGN KEY (language_id) REFERENCES public.language(language_id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE TABLE public.store (store_id serial PRIMARY KEY, manager_id integer NOT NULL UNIQUE);
CREATE TABLE public.staff (staff_id serial PRIMARY KEY, store_id integer NOT NULL REFERENCES public.store, "user" varchar(16));
ALTER TABLE public.store ADD CONSTRAINT store_manager FOREIGN KEY (manager_id) REFERENCES public.staff (staff_id) MATCH FULL;
CREATE TABLE public.payment (payment_id integer NOT NULL, payment_date timestamp NOT NULL, amount numeric) PARTITION BY RANGE (payment_date);
CREATE TABLE public.payment_2022 PARTITION OF public.payment FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
CREATE TRIGGER last_updated BEFORE UPDATE ON public.film FOR EACH ROW EXECUTE FUNCTION public.last_updated();
ALTER TABLE public.film ENABLE ROW LEVEL SECURITY;
CREATE POLICY film_policy ON public.film USING (true);
CREATE VIEW public.film_list AS SELECT f.film_id AS fid, f.title, l.name FROM public.film f LEFT JOIN public.language l ON l.language_id = f.language_id WHERE f.rating = 'G';
CREATE MATERIALIZED VIEW public.rental_by_category AS SELECT l.name, count(*) AS films FROM public.language l GROUP BY l.name;
\unrestrict abc
