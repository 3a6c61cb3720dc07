package dev.migrate.operation;

import dev.migrate.operation.Cell.Aspect;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement that declares no {@code reads} can look at: every table, view, sequence, enum
 * type and namespace whose name occurs anywhere in it, be it in a string literal. A statement that
 * may reach what it does not name, such as {@code CALL}, shows nothing.
 */
final class Mentioned {

  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*+");

  /** Spaces and comments, then the first word. */
  private static final Pattern FIRST =
      Pattern.compile("(?s)\\A(?:\\s|--[^\\n]*+\\n|/\\*.*?\\*/|\\()*+([\\p{L}]++)");

  /** Changes rows of tables that it names. */
  private static final Set<String> OF_ROWS =
      Set.of("insert", "update", "delete", "merge", "replace", "truncate", "with");

  /** Changes objects that it names. */
  private static final Set<String> OF_OBJECTS =
      Set.of("create", "alter", "drop", "comment", "grant", "revoke");

  private final Schema schema;
  private final String text;
  private final Set<String> words = new HashSet<>();
  private final boolean wholeTables;

  private Mentioned(Schema schema, String text, boolean wholeTables) {
    this.schema = schema;
    this.text = text.toLowerCase(Locale.ROOT);
    this.wholeTables = wholeTables || text.indexOf('*') >= 0;
    WORD.matcher(this.text).results().map(MatchResult::group).forEach(words::add);
  }

  /** What a statement mentions in any of its variants; empty if it may look at anything. */
  static Optional<Footprint> in(Expression sql, Schema schema) {
    Optional<Footprint> all = in(sql.text(), schema);
    for (String variant : sql.variants().values()) {
      Optional<Footprint> other = in(variant, schema);
      all = all.flatMap(footprint -> other.map(footprint::and));
    }
    return all;
  }

  private static Optional<Footprint> in(String text, Schema schema) {
    Matcher first = FIRST.matcher(text);
    String verb = first.find() ? first.group(1).toLowerCase(Locale.ROOT) : "";
    boolean isEscaped = text.contains("U&") || text.contains("u&");
    return isEscaped || !(OF_ROWS.contains(verb) || OF_OBJECTS.contains(verb))
        ? Optional.empty()
        : Optional.of(new Mentioned(schema, text, OF_OBJECTS.contains(verb)).footprint());
  }

  private Footprint footprint() {
    Footprint footprint = Footprint.NONE;
    for (QualifiedName name : schema.names()) {
      if (isMentioned(name.name())) {
        footprint = footprint.and(reads(name));
      }
    }
    for (String namespace : schema.namespaces()) {
      if (isMentioned(namespace)) {
        footprint = footprint.reading(Cell.namespace(namespace));
      }
    }
    return footprint;
  }

  private Footprint reads(QualifiedName name) {
    Optional<Table> table = schema.findTable(name);
    if (table.isEmpty()) {
      return schema.findView(name).isPresent()
          ? Reach.reads(schema, new DataReference(name, List.of()))
          : Footprint.within(name);
    }
    List<String> columns =
        table.get().columns().stream().map(Column::name).filter(this::isMentioned).toList();
    return columns.isEmpty() && !wholeTables
        ? Footprint.within(name).reading(Cell.of(Aspect.ROWS, name))
        : Reach.reads(schema, new DataReference(name, wholeTables ? List.of() : columns));
  }

  private boolean isMentioned(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return WORD.matcher(lower).matches()
        ? words.contains(lower)
        : lower.indexOf('"') >= 0 || lower.indexOf('`') >= 0 || text.contains(lower);
  }
}
