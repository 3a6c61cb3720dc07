package dev.migrate.generate;

import dev.migrate.error.DefinitionException;
import dev.migrate.model.Model;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.source.JavaNames;
import dev.migrate.source.JavaStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The Java file of a class that declares a schema as a model. */
final class ModelFile {

  /** How much text one method has at most, as in {@link OperationMethods}. */
  private static final int LONGEST = 12_000;

  private static final int INDENT = 4;

  private static final Set<String> NAMED = Set.of("Model", "DeclaredTable");

  private ModelFile() {}

  static void requireName(String className) {
    if (!JavaNames.isName(className)) {
      throw new DefinitionException(
          "\"" + className + "\" is not the name of a Java class", "write a name such as AppModel");
    }
    if (NAMED.contains(className) || ClassNames.NAMED.contains(className)) {
      throw new DefinitionException(
          "a model cannot be called " + className + ", because it names a class " + className,
          "choose another name, such as AppModel");
    }
  }

  static String text(String packageName, String className, Schema schema) {
    JavaStatements statements = new JavaStatements();
    String declared = statements.use(DeclaredTable.class);
    String list = statements.use(List.class);
    List<String> methods = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<List<Table>> parts = parts(statements, schema.tables());
    for (List<Table> part : parts) {
      String name = parts.size() == 1 ? "tables" : "tables" + (names.size() + 1);
      names.add(name);
      methods.add(
          "  private static "
              + list
              + "<"
              + declared
              + "> "
              + name
              + "() {\n"
              + statements.returnedTables(part, INDENT)
              + "\n  }\n");
    }
    String model =
        "  /** The model. */\n  public static "
            + statements.use(Model.class)
            + " model() {\n"
            + statements.returnedModel(schema, names, INDENT)
            + "\n  }\n";
    StringBuilder text = new StringBuilder();
    text.append(packageName.isEmpty() ? "" : "package " + packageName + ";\n\n");
    text.append(statements.usesWords() ? "import static dev.migrate.Ddl.*;\n\n" : "");
    new TreeSet<>(statements.imports())
        .forEach(name -> text.append("import ").append(name).append(";\n"));
    text.append("\n/** The schema that the application wants. */\npublic final class ");
    text.append(className).append(" {\n\n  private ").append(className).append("() {}\n\n");
    text.append(model).append('\n').append(String.join("\n", methods));
    return text.append("}\n").toString();
  }

  private static List<List<Table>> parts(JavaStatements statements, List<Table> tables) {
    List<List<Table>> parts = new ArrayList<>();
    int length = LONGEST;
    for (Table table : tables) {
      int own = statements.returnedTables(List.of(table), INDENT).length();
      if (parts.isEmpty() || length + own > LONGEST) {
        parts.add(new ArrayList<>());
        length = 0;
      }
      parts.get(parts.size() - 1).add(table);
      length += own;
    }
    return parts.isEmpty() ? List.of(List.of()) : parts;
  }
}
