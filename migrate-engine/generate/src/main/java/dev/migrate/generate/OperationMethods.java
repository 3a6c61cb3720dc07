package dev.migrate.generate;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Row;
import dev.migrate.source.JavaStatements;
import java.util.ArrayList;
import java.util.List;

/**
 * A method that records operations. A method of Java has 64 KB at most, so a long one calls others.
 * Not thread-safe.
 */
final class OperationMethods {

  /**
   * How much text one method has. A character of these calls is compiled to less than four bytes.
   */
  private static final int LONGEST = 12_000;

  /** How many values the rows of one statement have. */
  private static final int VALUES = 1_000;

  private static final int INDENT = 4;

  private final JavaStatements statements;
  private final String method;
  private final String recorder;
  private final List<StringBuilder> bodies = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();

  OperationMethods(JavaStatements statements, String method, String recorder) {
    this.statements = statements;
    this.method = method;
    this.recorder = recorder;
  }

  void addAll(List<Operation> operations) {
    operations.forEach(operation -> add(source(operation)));
  }

  /** Adds a statement on one line. */
  void addStatement(String statement) {
    add(" ".repeat(INDENT) + statement);
  }

  private void add(String statement) {
    int last = bodies.size() - 1;
    if (last < 0
        || (bodies.get(last).length() > 0
            && bodies.get(last).length() + statement.length() > LONGEST)) {
      bodies.add(new StringBuilder());
      last++;
    }
    bodies.get(last).append(statement).append('\n');
  }

  private String source(Operation operation) {
    if (operation instanceof InsertRows insert
        && insert.rows().size() * insert.columns().size() > VALUES) {
      return inParts(insert);
    }
    return statements
        .operation(operation, recorder, INDENT)
        .orElseThrow(
            () ->
                new DefinitionException(
                    "there is no source of the operation \""
                        + operation
                        + "\", because part of it only exists as code",
                    "copy that part from the revision that has it"));
  }

  private String inParts(InsertRows insert) {
    int each = Math.max(1, VALUES / insert.columns().size());
    List<String> calls = new ArrayList<>();
    for (int from = 0; from < insert.rows().size(); from += each) {
      List<Row> part = insert.rows().subList(from, Math.min(insert.rows().size(), from + each));
      String name = method + "Rows" + (rows.size() + 1);
      calls.add(name);
      rows.add(
          "  private static List<Row> "
              + name
              + "() {\n"
              + statements.returnedRows(
                  new InsertRows(insert.table(), insert.columns(), part), INDENT)
              + "\n  }\n");
    }
    return statements.insert(insert, calls, recorder, INDENT);
  }

  /**
   * The method, and those that it calls.
   *
   * @param type the type of its parameter
   */
  String text(String type) {
    List<String> methods = new ArrayList<>();
    String head = "(" + type + " " + recorder + ") {";
    String main = "  @Override\n  public void " + method + head;
    if (bodies.isEmpty()) {
      methods.add(main + "}\n");
    } else if (bodies.size() == 1) {
      methods.add(main + "\n" + bodies.get(0) + "  }\n");
    } else {
      StringBuilder calls = new StringBuilder(main + "\n");
      for (int i = 1; i <= bodies.size(); i++) {
        calls.append("    ").append(method + i).append("(" + recorder + ");\n");
      }
      methods.add(calls + "  }\n");
      for (int i = 1; i <= bodies.size(); i++) {
        methods.add(
            "  private static void " + method + i + head + "\n" + bodies.get(i - 1) + "  }\n");
      }
    }
    methods.addAll(rows);
    return String.join("\n", methods);
  }
}
