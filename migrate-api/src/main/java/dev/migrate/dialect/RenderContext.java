package dev.migrate.dialect;

import dev.migrate.schema.Schema;

/**
 * What surrounds an operation that is rendered.
 *
 * @param before the schema before it
 */
public record RenderContext(Schema before) {}
