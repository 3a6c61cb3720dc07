/** Data sources that count, fail, or lend one connection. */
@NullMarked
package dev.migrate.testkit.dialect.jdbc;

import org.jspecify.annotations.NullMarked;
