/** Measures the library against hand-written JDBC. */
@NullMarked
package dev.migrate.benchmark;

import org.jspecify.annotations.NullMarked;
