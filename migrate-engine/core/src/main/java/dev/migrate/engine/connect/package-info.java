/**
 * Opens connections, finds the dialect for them, and gives them back as they were.
 *
 * <p>Depends on {@link dev.migrate.report}, the API and JDBI.
 */
@NullMarked
package dev.migrate.engine.connect;

import org.jspecify.annotations.NullMarked;
