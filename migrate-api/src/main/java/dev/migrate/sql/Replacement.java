package dev.migrate.sql;

/**
 * A part of a text and what stands there instead.
 *
 * @param start where the part begins
 * @param end where it ends
 * @param text what stands there instead
 */
record Replacement(int start, int end, String text) {}
