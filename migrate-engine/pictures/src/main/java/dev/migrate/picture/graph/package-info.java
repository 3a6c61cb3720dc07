/**
 * What a picture of the revisions shows.
 *
 * <p>Depends on {@link dev.migrate.engine}, {@link dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.picture.graph;

import org.jspecify.annotations.NullMarked;
