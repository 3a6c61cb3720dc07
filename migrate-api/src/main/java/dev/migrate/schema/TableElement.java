package dev.migrate.schema;

/** What can stand in the list that makes up a table. */
public sealed interface TableElement permits Column, Constraint, Index, Comment, TableOption {}
