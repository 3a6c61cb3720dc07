package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.Facts;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the types that Hibernate writes: the dialect reads them as it reads native types, so that
 * there is one table of synonyms.
 */
final class TypeTexts {

  private static final QualifiedName PROBE = QualifiedName.exactly("probe");

  private final Dialect dialect;
  private final Map<String, QualifiedName> enumTypes;
  private final Map<String, DataType> read = new HashMap<>();
  private final Map<String, List<String>> unread = new TreeMap<>();

  /**
   * @param enumTypes the enum types of the mappings, by the names that columns give as their type
   */
  TypeTexts(Dialect dialect, Map<String, QualifiedName> enumTypes) {
    this.dialect = dialect;
    this.enumTypes = Map.copyOf(enumTypes);
  }

  /**
   * The type that a text means.
   *
   * @param where the column, for a remark if the text stays as it is
   */
  DataType read(String text, String where) {
    DataType type = read.computeIfAbsent(text, this::meant);
    if (type instanceof NativeType) {
      unread.computeIfAbsent(text, other -> new ArrayList<>()).add(where);
    }
    return type;
  }

  private DataType meant(String text) {
    Optional<DataType> enumType = enumType(text);
    if (enumType.isPresent()) {
      return enumType.get();
    }
    NativeType asIs = new NativeType(text);
    Table probe = Table.of(PROBE, List.of(Column.of("c", asIs)));
    DataType known =
        dialect.canonical(Schema.empty().with(probe)).tables().get(0).columns().get(0).type();
    return known instanceof NativeType || isKept(text, known) ? asIs : known;
  }

  /** SQLite keeps the word, and Hibernate's validation expects its own: NUMERIC, not DECIMAL. */
  private boolean isKept(String text, DataType known) {
    boolean other =
        known instanceof DecimalType
            || (known == SimpleType.TEXT && !text.equalsIgnoreCase("text"));
    return other && HibernateTarget.of(dialect).equals(Optional.of(HibernateTarget.SQLITE));
  }

  private Optional<DataType> enumType(String text) {
    String array = " array";
    return text.endsWith(array)
        ? named(text.substring(0, text.length() - array.length())).map(ArrayType::new)
        : named(text).map(type -> type);
  }

  private Optional<EnumReference> named(String text) {
    return Optional.ofNullable(enumTypes.get(text)).map(EnumReference::new);
  }

  /** The texts that stay as they are, and where. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    unread.forEach(
        (text, columns) ->
            remarks.add(
                "the type "
                    + text
                    + " has no portable equivalent and is written as it is: "
                    + Facts.shown(columns)));
    return remarks;
  }
}
