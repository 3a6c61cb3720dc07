package dev.migrate.dialect.mysql;

import dev.migrate.dialect.mysql.MysqlStoredTable.Part;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.UnmodelledElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue has and the model cannot hold. Not thread-safe; used once by {@link
 * MysqlCatalogue}.
 */
final class MysqlUnmodelled {

  private static final Pattern PARSER =
      Pattern.compile("KEY (`(?:[^`]|``)+`) .*WITH PARSER `?(\\w+)`?");

  private final List<UnmodelledElement> elements = new ArrayList<>();
  private final Map<String, List<String>> grants = new LinkedHashMap<>();
  private final Map<String, ElementName> granted = new LinkedHashMap<>();

  List<UnmodelledElement> elements() {
    List<UnmodelledElement> all = new ArrayList<>(elements);
    grants.forEach(
        (key, privileges) ->
            all.add(
                UnmodelledElement.object(
                    "grant",
                    key.substring(0, key.indexOf('\0')),
                    Objects.requireNonNull(granted.get(key)),
                    String.join(", ", privileges))));
    return all;
  }

  /** A trigger, a routine, an event; or a right, of which each grantee has several. */
  void object(String kind, String name, @Nullable ElementName owner, String detail) {
    if (kind.equals("grant") && owner != null) {
      String key = name + "\0" + owner;
      granted.put(key, owner);
      grants.computeIfAbsent(key, any -> new ArrayList<>()).add(detail);
    } else {
      elements.add(
          owner == null
              ? UnmodelledElement.object(kind, name, detail)
              : UnmodelledElement.object(kind, name, owner, detail));
    }
  }

  private void attribute(ElementName owner, String name, String detail) {
    elements.add(UnmodelledElement.attribute(owner, name, detail));
  }

  /** Other users than the definer see other rows, and may write others. */
  void view(
      ElementName view, String checkOption, String security, String definer, String algorithm) {
    if (!checkOption.equals("NONE")) {
      attribute(view, "check option", checkOption);
    }
    if (!security.equals("DEFINER")) {
      attribute(view, "security", security);
    }
    if (!algorithm.equals("UNDEFINED")) {
      attribute(view, "algorithm", algorithm);
    }
    if (!definer.isEmpty()) {
      object("definer", definer, view, "");
    }
  }

  void generatedKey(MysqlStoredTable table) {
    object(
        "generated primary key",
        MysqlStoredColumn.GENERATED_KEY,
        ElementName.table(table.name()),
        "");
  }

  /** Attributes of keys and indexes. */
  void indexes(MysqlStoredTable table) {
    List<String> modelled =
        table.modelledIndexes().stream().map(index -> index.requiredName()).toList();
    table
        .indexes()
        .forEach(
            (name, parts) -> {
              boolean index = modelled.contains(name);
              ElementName owner =
                  index
                      ? ElementName.index(table.name(), name)
                      : ElementName.constraint(table.name(), name);
              Part first = parts.values().iterator().next();
              if (!first.comment().isEmpty()) {
                attribute(owner, "comment", first.comment());
              }
              parser(table, name).ifPresent(parser -> attribute(owner, "parser", parser));
              if (!index) {
                table.keyMethod(name).ifPresent(type -> attribute(owner, "index type", type));
                prefixes(parts.values()).ifPresent(text -> attribute(owner, "prefixes", text));
              }
            });
  }

  private static Optional<String> parser(MysqlStoredTable table, String index) {
    return table
        .creation()
        .lines()
        .map(PARSER::matcher)
        .filter(Matcher::find)
        .filter(found -> found.group(1).equals("`" + index.replace("`", "``") + "`"))
        .map(found -> found.group(2))
        .findFirst();
  }

  /** A primary key over the beginnings of columns. */
  private static Optional<String> prefixes(Collection<Part> parts) {
    boolean whole = parts.stream().map(Part::key).allMatch(key -> key.prefix() == 0);
    List<String> keys = parts.stream().map(Part::key).map(IndexKey::toString).toList();
    return whole ? Optional.empty() : Optional.of(String.join(", ", keys));
  }
}
