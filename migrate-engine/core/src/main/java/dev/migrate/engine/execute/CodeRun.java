package dev.migrate.engine.execute;

import dev.migrate.dialect.Statement;
import dev.migrate.engine.connect.Session;
import dev.migrate.operation.RunCode;

/** Runs Java code of a revision on a guarded connection. */
final class CodeRun {

  private final Session session;

  CodeRun(Session session) {
    this.session = session;
  }

  void run(Statement statement) throws Exception {
    CodeConnection guarded = new CodeConnection(session);
    RunCode code = (RunCode) statement.part();
    try {
      code.body().orElseThrow().run(new ConnectionContext(guarded));
    } catch (Exception | Error failure) {
      guarded.restoreAfter(failure);
      throw failure;
    }
    guarded.restore();
    guarded.requireTransaction();
  }
}
