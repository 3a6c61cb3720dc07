package dev.migrate.engine.branch;

import dev.migrate.Reconciliation.Variant;
import dev.migrate.RevisionId;
import dev.migrate.report.Conflict;
import java.util.List;

/** What can be done about a conflict of two revisions. */
interface Advice {

  /** The orders in which both fit, by what their operations mean. */
  List<List<RevisionId>> orders();

  /** Whether it depends on the database if another order works. */
  boolean isOpen();

  /** What each does after the other so that both orders end in the same schema; perhaps unknown. */
  List<Variant> reconciliation();

  /** The ways out in words and code. */
  List<String> texts(Conflict.Kind kind, Effect one, Effect other);
}
