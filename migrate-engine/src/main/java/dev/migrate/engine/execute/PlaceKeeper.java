package dev.migrate.engine.execute;

import dev.migrate.dialect.Place;
import dev.migrate.engine.connect.Session;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Lets names of typed operations mean the schema of the call, whatever raw SQL or code has made
 * current before; raw SQL finds what the raw SQL before it in the same revision has made current.
 * Not thread-safe; one for each revision.
 */
final class PlaceKeeper {

  private final Session session;
  private boolean unknown;
  private Optional<Place> others = Optional.empty();
  private boolean home = true;

  PlaceKeeper(Session session) {
    this.session = session;
  }

  /** Before a statement of ours. */
  void beforeTyped() {
    if (unknown) {
      unknown = false;
      Place now = current();
      others = isHome(now) ? Optional.empty() : Optional.of(now);
      home = others.isEmpty();
    }
    if (!home) {
      session.execute(session.place().entry(), "the schema of the call cannot be made current");
      home = true;
    }
  }

  private boolean isHome(Place now) {
    Place of = session.place();
    boolean same = now.restore().equals(of.restore()) || now.restore().equals(of.entry());
    return same && now.isAmbiguous() == of.isAmbiguous();
  }

  private Place current() {
    try {
      return session.dialect().place(session.connection());
    } catch (SQLException failure) {
      throw Session.failed("the current schema cannot be read", failure);
    }
  }

  /** Before raw SQL or code. */
  void beforeForeign() {
    if (others.isPresent() && home) {
      session.execute(others.orElseThrow().restore(), "the schema cannot be made current again");
      home = false;
    }
    unknown = true;
  }
}
