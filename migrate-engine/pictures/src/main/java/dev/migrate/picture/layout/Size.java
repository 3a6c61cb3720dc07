package dev.migrate.picture.layout;

/** The size of a box, in pixels. */
public record Size(double width, double height) {}
