/**
 * The operations of a revision as JSON text, and back: what the history stores and digests. Alone
 * imports Jackson.
 *
 * <p>{@link dev.migrate.engine.json.RecordingJson} is the way in. The form follows from the records
 * of the operations by one {@link dev.migrate.engine.json.Shape} for each Java type; what does not
 * follow stands in {@link dev.migrate.engine.json.FormatRules}. Stands on {@link
 * dev.migrate.operation}, {@link dev.migrate.schema} and {@link dev.migrate.report}.
 */
@NullMarked
package dev.migrate.engine.json;

import org.jspecify.annotations.NullMarked;
