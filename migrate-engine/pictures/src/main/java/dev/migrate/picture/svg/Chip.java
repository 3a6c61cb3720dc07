package dev.migrate.picture.svg;

/**
 * A short mark on a revision. Immutable.
 *
 * @param style the class of its text
 */
record Chip(String text, String style) {}
