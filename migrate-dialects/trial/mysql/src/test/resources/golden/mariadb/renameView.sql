-- plain
RENAME TABLE adult TO grown_up;
