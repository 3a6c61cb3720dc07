package dev.migrate.dialect.h2;

import dev.migrate.dialect.UnfinishedCopy;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the copies that H2 left of tables. To add a column, to drop one or to change its type, H2
 * fills a table {@code T_COPY_3_0}, where 3 is the number of the session, drops T and renames the
 * copy; each of these steps is committed. A constraint or index of T has the copy's name as a
 * prefix until the end. Once T is gone, the copy is complete.
 */
final class H2UnfinishedCopies {

  /** A name as it is stored, in its schema. */
  private record Stored(String schema, String name) {

    String quoted() {
      return quote(schema) + "." + quote(name);
    }
  }

  /** What belongs to a copy or refers to it: its kind, itself, and the table that has it. */
  private record Part(String kind, Stored name, Stored table) {}

  /** H2 shortens the name of the table by what it appends at most. */
  private static final int LONGEST_BASE = 256 - (7 + 2 * 11);

  private static final String TABLES =
      "SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
          + " WHERE TABLE_TYPE = 'BASE TABLE'";

  /** Foreign keys of other tables to it come first: without them it can be dropped. */
  private static final String PARTS =
      """
      SELECT 'REFERENCE' kind, f.CONSTRAINT_SCHEMA, f.CONSTRAINT_NAME, f.TABLE_SCHEMA, f.TABLE_NAME
        FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r
        JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS k
          ON k.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA
         AND k.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME
        JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS f
          ON f.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA AND f.CONSTRAINT_NAME = r.CONSTRAINT_NAME
       WHERE k.TABLE_SCHEMA = ?1 AND k.TABLE_NAME = ?2
         AND NOT (f.TABLE_SCHEMA = ?1 AND f.TABLE_NAME = ?2)
      UNION ALL
      SELECT 'CONSTRAINT', CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME
        FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
       WHERE TABLE_SCHEMA = ?1 AND TABLE_NAME = ?2
      UNION ALL
      SELECT 'INDEX', INDEX_SCHEMA, INDEX_NAME, TABLE_SCHEMA, TABLE_NAME
        FROM INFORMATION_SCHEMA.INDEXES
       WHERE TABLE_SCHEMA = ?1 AND TABLE_NAME = ?2 AND NOT IS_GENERATED
      UNION ALL
      SELECT 'TRIGGER', TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE
        FROM INFORMATION_SCHEMA.TRIGGERS
       WHERE EVENT_OBJECT_SCHEMA = ?1 AND EVENT_OBJECT_TABLE = ?2
      """;

  private static final String BROKEN_VIEWS =
      "SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS"
          + " WHERE STATUS = 'INVALID'";

  private final Connection connection;
  private final H2Names names;

  H2UnfinishedCopies(Connection connection, H2Names names) {
    this.connection = connection;
    this.names = names;
  }

  /** The copies that a session made of these tables. */
  List<UnfinishedCopy> of(String session, Set<QualifiedName> tables) throws SQLException {
    Set<Stored> there = stored(TABLES);
    String number = session.replaceFirst("/.*", "");
    List<UnfinishedCopy> found = new ArrayList<>();
    for (QualifiedName table : tables) {
      Stored original =
          new Stored(
              table.namespace().map(names::stored).orElse(names.defaultSchema()),
              names.stored(table.name()));
      Pattern name = copyName(original, number);
      for (Stored copy : there) {
        if (copy.schema().equals(original.schema()) && name.matcher(copy.name()).matches()) {
          copy(table, original, copy, there.contains(original)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Pattern copyName(Stored table, String session) {
    String name = table.name();
    String base = name.substring(0, Math.min(name.length(), LONGEST_BASE));
    return Pattern.compile(Pattern.quote(base + "_COPY_" + session + "_") + "[0-9]+");
  }

  private Optional<UnfinishedCopy> copy(
      QualifiedName table, Stored original, Stored copy, boolean isOriginalThere)
      throws SQLException {
    List<Part> parts = parts(copy);
    String prefix = copy.name() + "_";
    if (isOriginalThere && parts.stream().anyMatch(part -> !isOf(part, prefix))) {
      return Optional.empty(); // somebody's own table
    }
    return Optional.of(
        new UnfinishedCopy(
            names.model(copy.schema(), copy.name()),
            table,
            isOriginalThere ? List.of() : completion(original, copy, parts),
            removal(copy, parts)));
  }

  private static boolean isOf(Part part, String prefix) {
    return part.name().name().startsWith(prefix);
  }

  private List<String> completion(Stored original, Stored copy, List<Part> parts)
      throws SQLException {
    String prefix = copy.name() + "_";
    List<String> statements = new ArrayList<>();
    for (Part part : parts) {
      if (isOf(part, prefix)) {
        String name = quote(part.name().name().substring(prefix.length()));
        switch (part.kind()) {
          case "TRIGGER" -> {
            return List.of(); // H2 cannot rename triggers
          }
          case "INDEX" ->
              statements.add("ALTER INDEX " + part.name().quoted() + " RENAME TO " + name);
          default ->
              statements.add(
                  "ALTER TABLE "
                      + part.table().quoted()
                      + " RENAME CONSTRAINT "
                      + quote(part.name().name())
                      + " TO "
                      + name);
        }
      }
    }
    // The table is last: until then, what is left to do is found again.
    statements.add("ALTER TABLE " + copy.quoted() + " RENAME TO " + quote(original.name()));
    brokenViews(original)
        .forEach(view -> statements.add("ALTER VIEW " + view.quoted() + " RECOMPILE"));
    return statements;
  }

  private static List<String> removal(Stored copy, List<Part> parts) {
    List<String> statements = new ArrayList<>();
    for (Part part : parts) {
      if (part.kind().equals("REFERENCE")) {
        statements.add(
            "ALTER TABLE "
                + part.table().quoted()
                + " DROP CONSTRAINT "
                + quote(part.name().name()));
      }
    }
    statements.add("DROP TABLE " + copy.quoted() + " RESTRICT");
    return statements;
  }

  /** The views that broke with the table, those that read others after them. */
  private List<Stored> brokenViews(Stored table) throws SQLException {
    record View(Stored name, String query) {}
    List<View> broken = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(BROKEN_VIEWS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        broken.add(
            new View(
                new Stored(rows.getString(1), rows.getString(2)),
                Optional.ofNullable(rows.getString(3)).orElse("")));
      }
    }
    List<Stored> reached = new ArrayList<>(List.of(table));
    for (int i = 0; i < reached.size(); i++) {
      String name = reached.get(i).quoted();
      for (View view : broken) {
        if (view.query().contains(name) && !reached.contains(view.name())) {
          reached.add(view.name());
        }
      }
    }
    return reached.subList(1, reached.size());
  }

  private Set<Stored> stored(String query) throws SQLException {
    Set<Stored> stored = new LinkedHashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        stored.add(new Stored(rows.getString(1), rows.getString(2)));
      }
    }
    return stored;
  }

  private List<Part> parts(Stored copy) throws SQLException {
    List<Part> parts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(PARTS)) {
      statement.setString(1, copy.schema());
      statement.setString(2, copy.name());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          parts.add(
              new Part(
                  rows.getString(1),
                  new Stored(rows.getString(2), rows.getString(3)),
                  new Stored(rows.getString(4), rows.getString(5))));
        }
      }
    }
    return parts;
  }

  private static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
