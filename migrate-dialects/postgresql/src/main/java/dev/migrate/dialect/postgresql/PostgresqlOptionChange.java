package dev.migrate.dialect.postgresql;

import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.SetTableOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Other options of a table that is there: storage parameters and the tablespace, which {@code ALTER
 * TABLE} sets and resets. What else can follow the columns is refused. Immutable.
 *
 * @param words the words inside of the statement
 * @param operation the change
 * @param was the text before; empty for none
 * @param then the text afterwards; empty for none
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE in the
 *     manual</a>
 */
record PostgresqlOptionChange(
    PostgresqlDefinitions words, SetTableOption operation, String was, String then) {

  private static final String PARAMETER = "\\s*([\\w.]+)\\s*(?:=\\s*([\\w.+-]+|'[^']*'))?\\s*";

  private static final Pattern TEXT =
      Pattern.compile(
          "\\s*(?:WITH\\s*\\(((?:"
              + PARAMETER
              + ",)*"
              + PARAMETER
              + ")\\))?\\s*(?:\\bTABLESPACE\\s+(?<space>\\w+|\"[^\"]+\"))?\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EACH = Pattern.compile(PARAMETER);

  /** Storage parameters by their names in lower case, and a tablespace. */
  private record Options(Map<String, String> parameters, Optional<String> space) {}

  private Options read(String text) {
    Matcher whole = TEXT.matcher(text);
    if (!whole.matches()) {
      throw refused(text.strip());
    }
    Map<String, String> parameters = new TreeMap<>();
    @Nullable String list = whole.group(1);
    Matcher each = EACH.matcher(list == null ? "" : list);
    while (each.find()) {
      @Nullable String value = each.group(2);
      parameters.put(each.group(1).toLowerCase(Locale.ROOT), value == null ? "true" : value);
    }
    return new Options(parameters, Optional.ofNullable(whole.group("space")));
  }

  private UnsupportedByDialectException refused(String text) {
    return words.unsupported(
        operation + ", where \"" + text + "\" is or was more than storage parameters,",
        "create a new table with the option and copy the rows; or write raw SQL:"
            + " op.execute(sql(\"ALTER TABLE …\").onlyOn(POSTGRESQL).means(o ->"
            + " o.setTableOption(…)))");
  }

  /** The actions of {@code ALTER TABLE}; empty if the options say the same. */
  Optional<String> sql() {
    Options from = read(was);
    Options to = read(then);
    if (from.space().isPresent() && to.space().isEmpty()) {
      throw words.unsupported(
          operation + ", which leaves out the tablespace,",
          "name the one that the table moves to, such as TABLESPACE pg_default");
    }
    List<String> set = new ArrayList<>();
    to.parameters()
        .forEach(
            (name, value) -> {
              if (!value.equals(from.parameters().get(name))) {
                set.add(name + " = " + value);
              }
            });
    List<String> gone = new ArrayList<>(from.parameters().keySet());
    gone.removeAll(to.parameters().keySet());
    List<String> actions = new ArrayList<>();
    if (!set.isEmpty()) {
      actions.add("SET (" + String.join(", ", set) + ")");
    }
    if (!gone.isEmpty()) {
      actions.add("RESET (" + String.join(", ", gone) + ")");
    }
    to.space()
        .filter(space -> !to.space().equals(from.space()))
        .ifPresent(space -> actions.add("SET TABLESPACE " + space));
    return actions.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", actions));
  }
}
