package dev.migrate.hibernate;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences Hibernate, which logs every start and every statement that SQLite refuses. */
final class HibernateLog {

  private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

  private HibernateLog() {}

  static void silence() {
    HIBERNATE.setLevel(Level.OFF);
  }
}
