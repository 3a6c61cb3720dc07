package dev.migrate.engine.connect;

import dev.migrate.dialect.Place;
import dev.migrate.dialect.Statement;
import dev.migrate.operation.ElementChange;
import dev.migrate.operation.RawOperation;
import dev.migrate.schema.ElementName;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Lets names of typed operations mean the schema of the call, whatever raw SQL or code has made
 * current before, and whatever schema was created; raw SQL finds what the raw SQL before it in the
 * same revision has made current. Not thread-safe; one for each call.
 */
public final class PlaceKeeper {

  private static final String PROBLEM = "the schema of the call cannot be made current";

  private final Session session;
  private Optional<Place> others = Optional.empty();
  private boolean unknown;
  private boolean home = true;
  private boolean moves;
  private boolean left;

  public PlaceKeeper(Session session) {
    this.session = session;
  }

  /** Before a revision. */
  public void begin() {
    others = Optional.empty();
    home = true;
    unknown = moves;
  }

  /** Before a typed operation. */
  public void beforeTyped() {
    if (unknown) {
      unknown = false;
      Place now = current();
      others = isHome(now) ? Optional.empty() : Optional.of(now);
      home = others.isEmpty();
    }
    if (!home) {
      session.execute(session.place().entry(), PROBLEM);
      home = true;
      left = true;
    }
  }

  /** After a typed operation: a new schema can come before the current one. */
  public void afterTyped(Statement statement) {
    boolean schema =
        !(statement.part() instanceof RawOperation)
            && statement.part().elementChanges().stream().anyMatch(PlaceKeeper::namesSchema);
    if (schema && session.place().isMovable()) {
      moves = true;
      unknown = true;
    }
  }

  /** Before raw SQL or code. */
  public void beforeForeign() {
    if (others.isPresent() && home) {
      session.execute(others.orElseThrow().restore(), PROBLEM);
      home = false;
    }
    unknown = true;
  }

  /** After the last revision: the session finds what it had before. */
  public void end() {
    if (left) {
      session.execute(session.place().restore(), PROBLEM);
    }
  }

  private boolean isHome(Place now) {
    Place of = session.place();
    boolean same = now.restore().equals(of.restore()) || now.restore().equals(of.entry());
    return same && now.schema().equals(of.schema()) && now.isAmbiguous() == of.isAmbiguous();
  }

  private Place current() {
    try {
      return session.dialect().place(session.connection());
    } catch (SQLException failure) {
      throw Session.failed("the current schema cannot be read", failure);
    }
  }

  private static boolean namesSchema(ElementChange change) {
    return change.is(ElementChange.Kind.CREATED, ElementName.Kind.SCHEMA)
        || change.is(ElementChange.Kind.RENAMED, ElementName.Kind.SCHEMA);
  }
}
