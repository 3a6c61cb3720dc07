-- plain
ALTER VIEW adult RENAME TO grown_up;
