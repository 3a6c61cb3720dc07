/**
 * The report as one HTML page.
 *
 * <p>Depends on {@link dev.migrate.picture.graph}, {@link dev.migrate.picture.schema}, {@link
 * dev.migrate.picture.svg}, {@link dev.migrate.picture.text}, {@link dev.migrate.report} and the
 * API.
 */
@NullMarked
package dev.migrate.picture.page;

import org.jspecify.annotations.NullMarked;
