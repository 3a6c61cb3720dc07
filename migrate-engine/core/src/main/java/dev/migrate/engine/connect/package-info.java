/**
 * How a database is reached: connections taken and given back as they were, and the dialect for
 * them.
 *
 * <p>Stands on {@link dev.migrate.report}, the API and JDBI.
 */
@NullMarked
package dev.migrate.engine.connect;

import org.jspecify.annotations.NullMarked;
