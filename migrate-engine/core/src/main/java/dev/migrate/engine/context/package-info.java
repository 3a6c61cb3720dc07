/** What one call works with: what the migrator was built with, the connection, the history. */
@NullMarked
package dev.migrate.engine.context;

import org.jspecify.annotations.NullMarked;
