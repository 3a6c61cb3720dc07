package dev.migrate.schema;

/** An element in the list that makes up a table: a column, constraint, index, comment or option. */
public sealed interface TableElement extends ModelElement
    permits Column, Constraint, Index, Comment, TableOption {}
