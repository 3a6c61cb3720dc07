package dev.migrate.hibernate;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Hibernate tells of every start, and of every statement that SQLite does not take. */
final class HibernateLog {

  private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

  private HibernateLog() {}

  static void silence() {
    HIBERNATE.setLevel(Level.OFF);
  }
}
