/** A database of a test: how to run something on it and how to look at it. */
@NullMarked
package dev.migrate.testkit.dialect.database;

import org.jspecify.annotations.NullMarked;
