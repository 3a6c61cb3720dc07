/**
 * Operations, rows and schemas to try on a dialect: one of each kind, and random ones.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.testkit.dialect.sample;

import org.jspecify.annotations.NullMarked;
