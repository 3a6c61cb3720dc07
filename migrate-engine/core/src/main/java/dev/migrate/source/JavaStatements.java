package dev.migrate.source;

import dev.migrate.Lineage;
import dev.migrate.Reconciliation.Variant;
import dev.migrate.RevisionId;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The statements of one Java file, and the imports that they need. Lines are broken as
 * google-java-format breaks them. Not thread-safe.
 */
public final class JavaStatements {

  private final Imports imports = new Imports();
  private final Words words = new Words(imports);
  private final OperationSource operations = new OperationSource(words);
  private final LineageSource lineages = new LineageSource(words, operations);

  /**
   * An operation as the statement that records it.
   *
   * @param recorder the name of the variable on which it is called
   * @param indent the columns before the statement
   * @return the statement; empty if the operation has what only exists as code
   */
  public Optional<String> operation(Operation operation, String recorder, int indent) {
    return JavaSource.isKnown(operation)
        ? Optional.of(written(operations.of(recorder, operation), indent))
        : Optional.empty();
  }

  /**
   * An insert whose rows come from methods of the same class.
   *
   * @param methods the names of the methods, which return lists of rows
   */
  public String insert(InsertRows insert, List<String> methods, String recorder, int indent) {
    return written(new RowSource(words).of(recorder, insert, methods), indent);
  }

  /**
   * Rows as a statement that returns the list of them.
   *
   * @param insert has the rows
   */
  public String returnedRows(InsertRows insert, int indent) {
    return returned(new RowSource(words).list(insert.rows()), indent);
  }

  /**
   * A lineage as the statement that returns it.
   *
   * @param id the revision's own id, as an expression
   * @param constants how other revisions are named, if not by their ids
   */
  public String lineage(
      Lineage lineage, String id, Function<RevisionId, Optional<String>> constants, int indent) {
    return returned(lineages.of(lineage, id, constants), indent);
  }

  /**
   * A variant as the statement that declares it in {@code reconcile(Reconciliation when)}.
   *
   * @param constants how revisions are named, if not by their ids
   * @return the statement; empty if an operation has what only exists as code
   */
  public Optional<String> reconciliation(
      Variant variant, Function<RevisionId, Optional<String>> constants, int indent) {
    return variant.operations().stream().allMatch(JavaSource::isKnown)
        ? Optional.of(written(lineages.of(variant, constants), indent))
        : Optional.empty();
  }

  /** Tables as a statement that returns the list of their declarations. */
  public String returnedTables(List<Table> tables, int indent) {
    return returned(new ModelSource(words, operations).list(tables), indent);
  }

  /**
   * A schema as a statement that returns the model of it.
   *
   * @param methods the names of the methods that return the lists of its tables
   */
  public String returnedModel(Schema schema, List<String> methods, int indent) {
    return returned(new ModelSource(words, operations).model(schema, methods), indent);
  }

  /** An id as an expression on one line. */
  public static String id(RevisionId id) {
    return Layout.flat(JavaCode.on("RevisionId", "of", List.of(JavaText.of(id.value()))).layout());
  }

  /** Names a class in a statement of the file, so that it is imported. */
  public String use(Class<?> type) {
    return imports.use(type);
  }

  /**
   * The imports that the statements so far need.
   *
   * @return names of classes in the order of their characters
   */
  public Collection<String> imports() {
    return List.copyOf(imports.names());
  }

  /** Whether the statements so far have words of {@code Ddl}. */
  public boolean usesWords() {
    return imports.usesWords();
  }

  /** Imports the words of {@code Ddl}, though none is used yet. */
  public void useWords() {
    imports.useWords();
  }

  private static String written(JavaCode code, int indent) {
    return Layout.written(Layout.level(0, code.layout(), Layout.text(";")), indent);
  }

  private static String returned(JavaCode code, int indent) {
    List<Layout> parts = new ArrayList<>();
    parts.add(Layout.text("return "));
    parts.add(code.layout());
    parts.add(Layout.text(";"));
    return Layout.written(Layout.level(0, parts), indent);
  }
}
