/**
 * The operations of a revision as JSON text, and back: what the history stores and digests. {@link
 * dev.migrate.engine.json.RecordingJson} is the way in.
 *
 * <p>The form follows from the records of the operations by one {@link
 * dev.migrate.engine.json.Shape} for each Java type; what does not follow is in {@link
 * dev.migrate.engine.json.FormatRules}.
 *
 * <p>Depends on {@link dev.migrate.report}, the API and Jackson.
 */
@NullMarked
package dev.migrate.engine.json;

import org.jspecify.annotations.NullMarked;
