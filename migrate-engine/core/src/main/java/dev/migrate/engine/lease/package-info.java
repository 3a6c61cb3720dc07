/**
 * A lease on the history, for clusters whose session locks are known to one server alone.
 *
 * <p>Depends on {@link dev.migrate.engine.connect}, {@link dev.migrate.engine.context}, {@link
 * dev.migrate.engine.execute}, {@link dev.migrate.engine.history}, {@link dev.migrate.report} and
 * the API.
 */
@NullMarked
package dev.migrate.engine.lease;

import org.jspecify.annotations.NullMarked;
