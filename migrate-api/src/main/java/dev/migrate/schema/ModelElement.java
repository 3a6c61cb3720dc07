package dev.migrate.schema;

/** An element of a table in a model: an element of a table, or one with its former name. */
public sealed interface ModelElement permits TableElement, RenamedElement {}
