package dev.migrate.dialect.mysql;

import dev.migrate.schema.Column;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of a table, read. Immutable.
 *
 * @param values the value of each option, both as {@link #canonical} writes them
 * @param isVersioned whether MariaDB keeps the versions of its rows
 * @param partitions the words from {@code PARTITION BY} on
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-table.html">table_options in
 *     MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/create-table/#table-options">and in MariaDB</a>
 */
record MysqlTableOptions(
    Map<String, String> values, boolean isVersioned, Optional<String> partitions) {

  private static final String ENGINE = "ENGINE";
  private static final String COLLATE = "COLLATE";
  private static final String CHARSET = "CHARSET";
  private static final String ROW_FORMAT = "ROW_FORMAT";

  /** What is not an attribute of the table, or has a place of its own in the model. */
  private static final Set<String> ELSEWHERE = Set.of("COMMENT", "AUTO_INCREMENT");

  private static final Set<String> WITH_FOREIGN_KEYS = Set.of("innodb", "ndb", "ndbcluster");

  /** Their keys are hashes unless they say otherwise. */
  private static final Set<String> WITH_HASHES = Set.of("memory", "heap");

  private static final Pattern PARTITION_BY =
      Pattern.compile("\\bPARTITION\\s+BY\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern VERSIONED =
      Pattern.compile("\\bWITH\\s+SYSTEM\\s+VERSIONING\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern METHOD =
      Pattern.compile(
          "PARTITION\\s+BY\\s+((?:LINEAR\\s+)?(?:HASH|KEY)|(?:RANGE|LIST)(?:\\s+COLUMNS)?|\\w+)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern OPTION =
      Pattern.compile(
          "(?:DEFAULT\\s+)?(CHARACTER\\s+SET|(?:DATA|INDEX)\\s+DIRECTORY|`?\\w+`?)"
              + "\\s*=?\\s*"
              + "('(?:[^'\\\\]|''|\\\\.)*+'|\"[^\"]*+\"|\\([^)]*+\\)|`?[\\w.]+`?)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern NAMED_ENGINE =
      Pattern.compile("\\bENGINE\\b", Pattern.CASE_INSENSITIVE);

  /** A character of the default that every server of today has. */
  private static final int UTF8 = 4;

  /** Copies. */
  MysqlTableOptions {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  static MysqlTableOptions of(Table table, List<DialectName> dialects) {
    return read(table.optionOn(dialects).map(TableOption::sql).orElse(""));
  }

  /** Reads what stands after the closing parenthesis of {@code CREATE TABLE}. */
  static MysqlTableOptions read(String sql) {
    Matcher by = PARTITION_BY.matcher(sql);
    boolean parted = by.find();
    String options = parted ? sql.substring(0, by.start()) : sql;
    boolean versioned = VERSIONED.matcher(options).find();
    Map<String, String> values = new TreeMap<>();
    Matcher option = OPTION.matcher(VERSIONED.matcher(options).replaceAll(" "));
    while (option.find()) {
      put(values, name(option.group(1)), value(option.group(2)));
    }
    return new MysqlTableOptions(
        values, versioned, parted ? Optional.of(sql.substring(by.start())) : Optional.empty());
  }

  private static String name(String text) {
    String name = text.replace("`", "").replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    return name.equals("CHARACTER SET") ? CHARSET : name;
  }

  private static String value(String text) {
    boolean quoted = text.startsWith("'") || text.startsWith("\"");
    return quoted
        ? text.substring(1, text.length() - 1)
        : text.replace("`", "").toLowerCase(Locale.ROOT);
  }

  /** The last one counts; a collation implies the character set. */
  private static void put(Map<String, String> values, String name, String value) {
    if (ELSEWHERE.contains(name)) {
      return;
    }
    boolean word = Set.of(ENGINE, COLLATE, CHARSET, ROW_FORMAT).contains(name);
    String plain = word ? value.toLowerCase(Locale.ROOT) : value;
    if (name.equals(COLLATE) || name.equals(CHARSET)) {
      plain = MysqlCollations.plain(plain);
    }
    values.put(name, plain);
    if (values.containsKey(COLLATE)) {
      values.remove(CHARSET);
    }
    values.remove(ENGINE, "innodb");
    values.remove(ROW_FORMAT, "default");
  }

  /** The same with this collation of the columns that name none, or without any. */
  MysqlTableOptions withCollation(Optional<String> collation) {
    Map<String, String> copy = new TreeMap<>(values);
    copy.remove(CHARSET);
    copy.remove(COLLATE);
    collation.ifPresent(name -> copy.put(COLLATE, name));
    return new MysqlTableOptions(copy, isVersioned, partitions);
  }

  /** Whether the words of a table name an engine, if only the default one. */
  static boolean isEngineNamed(Table table, List<DialectName> dialects) {
    return table
        .optionOn(dialects)
        .filter(option -> NAMED_ENGINE.matcher(option.sql()).find())
        .isPresent();
  }

  /** The engine in lower case; empty for InnoDB. */
  Optional<String> engine() {
    return Optional.ofNullable(values.get(ENGINE));
  }

  boolean hasHashes() {
    return engine().filter(WITH_HASHES::contains).isPresent();
  }

  /** Whether foreign keys of and to the table hold; other engines read and forget them. */
  boolean keepsForeignKeys() {
    return engine().map(WITH_FOREIGN_KEYS::contains).orElse(true) && partitions.isEmpty();
  }

  /** The collation of columns that name none; empty if it is not stated. */
  Optional<String> collation() {
    return Optional.ofNullable(values.get(COLLATE));
  }

  /** The character set of columns that name no collation, if it is stated without a collation. */
  Optional<String> characterSet() {
    return Optional.ofNullable(values.get(CHARSET));
  }

  Optional<String> rowFormat() {
    return Optional.ofNullable(values.get(ROW_FORMAT));
  }

  /** The bytes of the longest character of a column's text. */
  int bytes(Column column) {
    return column.collation().or(this::collation).or(this::characterSet).stream()
        .flatMapToInt(name -> MysqlCollations.bytes(name).stream())
        .findFirst()
        .orElse(UTF8);
  }

  /**
   * The options as every spelling of them is compared: by name, without those that are the server's
   * defaults. The server rewrites partitions, so only their method is kept.
   *
   * @return the words; empty if there is nothing to say
   */
  Optional<String> canonical() {
    StringBuilder sql = new StringBuilder();
    values.forEach(
        (name, value) ->
            sql.append(name)
                .append('=')
                .append(value.matches("[\\w.]+|\\(.*") ? value : "'" + value + "'")
                .append(' '));
    sql.append(isVersioned ? "WITH SYSTEM VERSIONING " : "");
    partitions.ifPresent(text -> sql.append("PARTITION BY ").append(method(text)));
    String text = sql.toString().strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String method(String partitions) {
    Matcher method = METHOD.matcher(partitions);
    return method.matches()
        ? method.group(1).replaceAll("\\s+", " ").toUpperCase(Locale.ROOT)
        : partitions;
  }
}
