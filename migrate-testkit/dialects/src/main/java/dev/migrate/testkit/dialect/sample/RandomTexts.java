package dev.migrate.testkit.dialect.sample;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up a table with a condition over columns whose names are those of functions and types too,
 * and new names for its columns and itself.
 */
public final class RandomTexts {

  private static final List<String> NUMBERS = List.of("length", "abs", "sign");

  private static final List<String> TEXTS = List.of("upper", "lower");

  private static final List<String> NEW_NAMES = List.of("round", "trim", "size", "floor", "ltrim");

  private static final List<String> VALUES =
      List.of(
          "NULL, NULL, NULL, NULL, NULL",
          "0, 1, -1, 'abs', 'x'",
          "1, 1, 1, 'A', 'a'",
          "3, 2, 1, 'upper', 'UPPER'",
          "-2, 5, 0, 'it''s', 'length'",
          "2, 2, 2, 'b', 'b'",
          "5, 0, 9, '', 'LOWER'",
          "1, 4, -3, 'lower', 'abs'");

  private final Random random;
  private final String condition;
  private final String renamed;
  private final String newName;
  private final boolean renamesTable;

  public RandomTexts(long seed) {
    this.random = new Random(seed);
    this.condition = "(" + condition(3) + ") OR id = 99";
    List<String> columns = new ArrayList<>(NUMBERS);
    columns.addAll(TEXTS);
    this.renamed = pick(columns);
    this.newName = pick(NEW_NAMES);
    this.renamesTable = random.nextBoolean();
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String condition(int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? comparison() : pick(NUMBERS) + " IS NOT NULL";
    }
    return switch (random.nextInt(6)) {
      case 0 -> "NOT (" + condition(depth - 1) + ")";
      case 1 -> "(" + condition(depth - 1) + ") AND (" + condition(depth - 1) + ")";
      case 2 -> condition(depth - 1) + " OR " + condition(depth - 1);
      case 3 ->
          "CASE WHEN " + condition(depth - 1) + " THEN " + number() + " ELSE 0 END > " + number();
      default -> comparison();
    };
  }

  private String comparison() {
    return switch (random.nextInt(6)) {
      case 0 -> number() + " BETWEEN -2 AND " + number();
      case 1 -> text() + " IN ('abs', 'upper', " + text() + ")";
      case 2 -> text() + " = '" + pick(List.of("length", "UPPER", "it''s", "abs")) + "'";
      case 3 -> text() + " <> " + text() + " /* abs or upper */";
      default -> number() + pick(List.of(" > ", " <= ", "=", "<>")) + number();
    };
  }

  private String number() {
    return switch (random.nextInt(5)) {
      case 0 -> "ABS(" + pick(NUMBERS) + ")";
      case 1 -> "length(" + pick(TEXTS) + ")";
      case 2 -> "t." + pick(NUMBERS);
      case 3 -> String.valueOf(random.nextInt(4));
      default -> pick(NUMBERS);
    };
  }

  private String text() {
    return switch (random.nextInt(4)) {
      case 0 -> "UPPER(" + pick(TEXTS) + ")";
      case 1 -> "t." + pick(TEXTS);
      default -> pick(TEXTS);
    };
  }

  public void create(Operations op) {
    op.createTable(
        "t",
        column("id", integer()),
        column("length", integer()),
        column("abs", integer()),
        column("sign", integer()),
        column("upper", varchar(20)),
        column("lower", varchar(20)),
        column("more", integer()),
        primaryKey("id"),
        check(condition).named("ck"));
  }

  private String table() {
    return renamesTable ? "member" : "t";
  }

  public void rename(Operations op) {
    op.renameColumn("t", renamed, newName);
    if (renamesTable) {
      op.renameTable("t", "member");
    }
  }

  public void restate(Operations op) {
    op.alterColumn(table(), "more", type(bigint()));
  }

  public void drop(Operations op) {
    op.dropConstraint(table(), "ck");
  }

  public List<String> before() {
    return inserts("t", "id, length, abs, sign, upper, lower");
  }

  public List<String> after() {
    return inserts(
        table(),
        "id, length, abs, sign, upper, lower".replaceAll("\\b" + renamed + "\\b", newName));
  }

  /** The condition lets the last but one pass in any case, and every database refuses the last. */
  private static List<String> inserts(String table, String columns) {
    List<String> statements = new ArrayList<>();
    for (String values : VALUES) {
      statements.add("INSERT INTO " + table + " (" + columns + ") VALUES (1, " + values + ")");
    }
    statements.add("INSERT INTO " + table + " (id) VALUES (99)");
    statements.add("INSERT INTO " + table + " (id) VALUES ('none')");
    return statements;
  }
}
