package dev.migrate.generate;

import dev.migrate.testkit.UrlDataSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Databases within this JVM, gone with their last connection. */
enum MemoryEngine implements TestEngine {
  H2 {
    @Override
    public DataSource emptyDatabase() {
      return UrlDataSource.h2();
    }

    @Override
    public List<String> emptying() {
      return List.of("DROP ALL OBJECTS");
    }

    @Override
    public String foreignKeys(boolean enforced) {
      return "SET REFERENTIAL_INTEGRITY " + (enforced ? "TRUE" : "FALSE");
    }
  },

  SQLITE {
    @Override
    public DataSource emptyDatabase() {
      String url = "jdbc:sqlite:file:/law" + NUMBER.incrementAndGet() + "?vfs=memdb";
      return new UrlDataSource(url, "", "");
    }

    @Override
    public List<String> collations() {
      return List.of("NOCASE", "RTRIM");
    }

    @Override
    public String foreignKeys(boolean enforced) {
      return "PRAGMA foreign_keys = " + (enforced ? "ON" : "OFF");
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();
}
