package dev.migrate.commands;

import dev.migrate.engine.Migrator;
import dev.migrate.engine.connect.Secrets;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.function.Supplier;

/** The migrator of the application, or why there is none. */
final class SuppliedMigrator {

  private SuppliedMigrator() {}

  /**
   * Asks the application.
   *
   * @throws MigrateException if it fails, or supplies none
   */
  static Migrator from(Supplier<Migrator> supplier) {
    Migrator migrator;
    try {
      migrator = supplier.get();
    } catch (MigrateException known) {
      throw known;
    } catch (RuntimeException failure) {
      throw new Failure(failure);
    }
    if (migrator == null) {
      throw new Failure(new IllegalStateException("it returned null"));
    }
    return migrator;
  }

  private static final class Failure extends MigrateException {

    private static final long serialVersionUID = 1L;

    Failure(RuntimeException cause) {
      super(
          Facts.of("the application supplied no migrator")
              .with("problem", Secrets.hidden(chain(cause)))
              .with("left", "nothing was changed")
              .next(
                  "check the database's URL, user and password, and the code that builds the "
                      + "migrator;\n--verbose prints the stack trace"),
          cause);
    }

    /** Pools wrap what the driver reports. */
    private static String chain(Throwable failure) {
      StringBuilder text = new StringBuilder(described(failure));
      for (Throwable each = failure.getCause(); each != null; each = each.getCause()) {
        text.append("\nbecause ").append(described(each));
      }
      return text.toString();
    }

    private static String described(Throwable failure) {
      String message = failure.getMessage();
      return message == null ? failure.getClass().getSimpleName() : message;
    }
  }
}
