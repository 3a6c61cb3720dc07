/** Measures the library against hand-written JDBC and Flyway. */
@NullMarked
package dev.migrate.benchmark;

import org.jspecify.annotations.NullMarked;
