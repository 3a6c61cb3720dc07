package dev.migrate.dialect.h2;

import dev.migrate.schema.ElementName;
import dev.migrate.schema.UnmodelledElement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what H2's catalogue shows and the model cannot hold. Mutable, not thread-safe. */
final class H2Unmodelled {

  private final H2Names names;
  private final List<UnmodelledElement> elements = new ArrayList<>();
  private final Set<String> materialized = new HashSet<>();

  H2Unmodelled(H2Names names) {
    this.names = names;
  }

  List<UnmodelledElement> elements() {
    return elements;
  }

  /** The schema and name of views that are tables in truth. */
  boolean isMaterialized(String schema, String name) {
    return materialized.contains(schema + "." + name);
  }

  void readObject(ResultSet row) throws SQLException {
    String kind = row.getString(1);
    String name = names.model(row.getString(2), row.getString(3)).toString();
    String table = row.getString(4);
    String detail = String.valueOf(row.getString(5));
    if (kind.equals("materialized view")) {
      materialized.add(row.getString(2) + "." + row.getString(3));
    }
    if (table == null) {
      elements.add(UnmodelledElement.object(kind, name, detail));
    } else {
      ElementName owner = ElementName.table(names.model(row.getString(2), table));
      elements.add(UnmodelledElement.object(kind, name, owner, detail));
    }
  }

  /** An object whose name no statement of this library can write. */
  void unwritable(String kind, String name) {
    String detail = "its name is in lower case, and is written in upper case";
    elements.add(UnmodelledElement.object(kind.toLowerCase(Locale.ROOT), name, detail));
  }

  /** A right is of a table, a view or a whole schema, and called after who has it. */
  void readGrant(ResultSet row) throws SQLException {
    if (row.getString(2).isEmpty()) {
      String detail = row.getString(4) + " on schema " + names.model(row.getString(1));
      elements.add(UnmodelledElement.object("grant", row.getString(3), detail));
      return;
    }
    ElementName owner = ElementName.table(names.model(row.getString(1), row.getString(2)));
    elements.add(UnmodelledElement.object("grant", row.getString(3), owner, row.getString(4)));
  }

  /** Attributes of a column: identity options, and what H2 has beyond the standard. */
  void readColumn(ElementName column, ResultSet row) throws SQLException {
    String start = row.getString(12);
    if (start != null) {
      String options =
          (start.equals("1") ? "" : " START WITH " + start)
              + (row.getString(13).equals("1") ? "" : " INCREMENT BY " + row.getString(13))
              + ("YES".equals(row.getString(14)) ? " CYCLE" : "");
      attribute(column, "identity options", options.strip());
    }
    attribute(column, "on update", row.getString(15));
    attribute(column, "visibility", row.getBoolean(16) ? "" : "INVISIBLE");
    attribute(column, "default on null", row.getBoolean(17) ? "ON NULL" : "");
  }

  /** Comments of constraints and indexes, and how they treat NULL, if this version reports it. */
  void readAttributes(ElementName element, ResultSet row) throws SQLException {
    attribute(element, "comment", row.getString("REMARKS"));
    if ("ALL".equals(nullsDistinct(row))) {
      attribute(element, "nulls", "ALL DISTINCT");
    }
  }

  /** Whether NULL equals NULL in a unique constraint or index. */
  static boolean isNullsNotDistinct(ResultSet row) throws SQLException {
    return "NO".equals(nullsDistinct(row));
  }

  private static @Nullable String nullsDistinct(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (columns.getColumnLabel(i).equalsIgnoreCase("NULLS_DISTINCT")) {
        return row.getString(i);
      }
    }
    return null;
  }

  void attribute(ElementName element, String name, @Nullable String detail) {
    if (detail != null && !detail.isEmpty()) {
      elements.add(UnmodelledElement.attribute(element, name, detail));
    }
  }
}
