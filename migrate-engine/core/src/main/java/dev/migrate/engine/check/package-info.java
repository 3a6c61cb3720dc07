/**
 * What is refused before anything runs.
 *
 * <p>Depends on {@link dev.migrate.engine.branch}, {@link dev.migrate.engine.connect}, {@link
 * dev.migrate.engine.context}, {@link dev.migrate.engine.graph}, {@link
 * dev.migrate.engine.history}, {@link dev.migrate.engine.json}, {@link dev.migrate.engine.live},
 * {@link dev.migrate.engine.plan}, {@link dev.migrate.engine.render}, {@link dev.migrate.report}
 * and the API.
 */
@NullMarked
package dev.migrate.engine.check;

import org.jspecify.annotations.NullMarked;
