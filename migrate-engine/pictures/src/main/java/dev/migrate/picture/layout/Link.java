package dev.migrate.picture.layout;

/** A line between two boxes, which are numbered from 0. */
public record Link(int from, int to) {}
