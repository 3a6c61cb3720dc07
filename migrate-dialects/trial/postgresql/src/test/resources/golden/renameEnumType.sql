-- plain
ALTER TYPE mood RENAME TO feeling;
