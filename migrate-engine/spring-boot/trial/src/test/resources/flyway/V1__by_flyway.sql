CREATE TABLE by_flyway (id int);
