package dev.migrate.hibernate;

import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;

/**
 * Reads what Hibernate creates beside tables and sequences: enum types. For everything else there
 * are no words here, and it becomes a remark.
 */
final class AuxiliaryObjects {

  /** An enum type on PostgreSQL; on H2 a domain, where an enum type serves as well. */
  private static final Pattern ENUM =
      Pattern.compile(
          "(?is)\\s*create\\s+(?:type\\s+(?<type>\\S+)\\s+as\\s+enum|domain\\s+(?<domain>\\S+)\\s+as"
              + "\\s+\\w+(?:\\(\\d+\\))?\\s+check\\s*\\(\\s*value\\s+in)\\s*\\((?<labels>[^)]*)\\)\\s*\\)?\\s*");

  private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

  private final Map<QualifiedName, EnumType> types = new TreeMap<>();
  private final Map<String, QualifiedName> names = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();

  AuxiliaryObjects(Mapping mapping) {
    for (AuxiliaryDatabaseObject object :
        mapping.metadata().getDatabase().getAuxiliaryDatabaseObjects()) {
      if (object.appliesToDialect(mapping.hibernateDialect())) {
        for (String sql : object.sqlCreateStrings(mapping.sql())) {
          read(mapping, sql);
        }
      }
    }
    for (Namespace namespace : mapping.metadata().getDatabase().getNamespaces()) {
      namespace
          .getUserDefinedTypes()
          .forEach(
              type ->
                  remarks.add(
                      "the type "
                          + type.getName()
                          + " is not part of the revision: create it with op.execute(…) before the"
                          + " tables that use it"));
    }
    remarks.sort(Comparator.naturalOrder());
  }

  private void read(Mapping mapping, String sql) {
    Matcher type = ENUM.matcher(sql);
    if (!type.matches()) {
      remarks.add(
          "Hibernate also runs a statement that is not part of the revision; if you need it, add"
              + " op.execute(…): "
              + sql);
      return;
    }
    String domain = type.group("domain");
    String written = domain == null ? type.group("type") : domain;
    QualifiedName name = name(mapping, written);
    List<String> labels =
        LABEL
            .matcher(type.group("labels"))
            .results()
            .map(label -> label.group(1).replace("''", "'"))
            .toList();
    types.put(name, new EnumType(name, labels));
    names.put(written, name);
  }

  private static QualifiedName name(Mapping mapping, String written) {
    int dot = written.indexOf('.');
    return dot < 0
        ? QualifiedName.exactly(mapping.names().given(written))
        : QualifiedName.in(
            mapping.names().given(written.substring(0, dot)),
            mapping.names().given(written.substring(dot + 1)));
  }

  List<EnumType> enumTypes() {
    return List.copyOf(types.values());
  }

  /** The enum types by the names that columns give as their type. */
  Map<String, QualifiedName> typeNames() {
    return names;
  }

  List<String> remarks() {
    return remarks;
  }
}
