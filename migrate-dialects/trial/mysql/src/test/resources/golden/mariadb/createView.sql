-- plain
CREATE VIEW user AS SELECT login FROM account WHERE age > 17;
