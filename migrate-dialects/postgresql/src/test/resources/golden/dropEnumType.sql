-- plain
DROP TYPE mood;
