/**
 * The graph of revisions: ancestors, the canonical order, and the meaning of targets such as {@code
 * billing@head}. Has no access to a database; everything is immutable.
 *
 * <p>Depends on {@link dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.engine.graph;

import org.jspecify.annotations.NullMarked;
