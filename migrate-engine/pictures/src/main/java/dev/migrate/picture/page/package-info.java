/**
 * The report as one HTML page.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.picture.page;

import org.jspecify.annotations.NullMarked;
