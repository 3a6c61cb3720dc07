/**
 * The graph of revisions: ancestors, the canonical order, and what a target such as {@code
 * billing@head} means. Immutable; needs no database.
 *
 * <p>Depends on {@link dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.engine.graph;

import org.jspecify.annotations.NullMarked;
