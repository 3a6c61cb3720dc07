/**
 * The calls of a migrator, each from its first look at the database to its outcome. {@link
 * dev.migrate.engine.call.MigrationRun} is the place to start reading.
 *
 * <p>Depends on {@link dev.migrate.engine.branch}, {@link dev.migrate.engine.check}, {@link
 * dev.migrate.engine.connect}, {@link dev.migrate.engine.context}, {@link
 * dev.migrate.engine.execute}, {@link dev.migrate.engine.graph}, {@link
 * dev.migrate.engine.history}, {@link dev.migrate.engine.json}, {@link dev.migrate.engine.lease},
 * {@link dev.migrate.engine.live}, {@link dev.migrate.engine.plan}, {@link
 * dev.migrate.engine.render}, {@link dev.migrate.engine.resume}, {@link dev.migrate.model}, {@link
 * dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.engine.call;

import org.jspecify.annotations.NullMarked;
