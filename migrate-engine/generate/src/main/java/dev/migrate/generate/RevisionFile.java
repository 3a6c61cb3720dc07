package dev.migrate.generate;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Reconciliation;
import dev.migrate.Reconciliation.Variant;
import dev.migrate.Recording;
import dev.migrate.Recording.Downgrade;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.error.DefinitionException;
import dev.migrate.source.JavaStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The Java file of a revision, member by member. Used once; not thread-safe. */
final class RevisionFile {

  private static final int INDENT = 4;

  private final JavaStatements statements = new JavaStatements();
  private final RevisionConstants constants;
  private final List<String> members = new ArrayList<>();

  RevisionFile(RevisionConstants constants) {
    this.constants = constants;
  }

  void add(Lineage lineage) {
    String type = statements.use(Lineage.class);
    members.add(
        "  @Override\n  public "
            + type
            + " lineage() {\n"
            + statements.lineage(lineage, "ID", constants::of, INDENT)
            + "\n  }\n");
  }

  void add(Recording recording) {
    String type = statements.use(Operations.class);
    OperationMethods upgrade = new OperationMethods(statements, "upgrade", "op");
    upgrade.addAll(recording.upgrade());
    members.add(upgrade.text(type));
    Downgrade downgrade = recording.downgrade();
    if (!downgrade.equals(Downgrade.DERIVED)) {
      OperationMethods methods = new OperationMethods(statements, "downgrade", "op");
      methods.addAll(downgrade.before());
      if (downgrade.undoesUpgrade()) {
        methods.addStatement("op.undoUpgrade();");
      }
      methods.addAll(downgrade.after());
      members.add(methods.text(type));
    }
  }

  /** Adds an upgrade that somebody still has to write. */
  void addRoom() {
    statements.useWords();
    members.add(
        "  @Override\n  public void upgrade("
            + statements.use(Operations.class)
            + " op) {\n    // op.addColumn(\"account\", column(\"email\", varchar(320)));\n  }\n");
  }

  void add(List<Variant> variants) {
    if (variants.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder("  @Override\n  public void reconcile(");
    text.append(statements.use(Reconciliation.class)).append(" when) {\n");
    for (Variant variant : variants) {
      text.append(
              statements
                  .reconciliation(variant, constants::of, INDENT)
                  .orElseThrow(
                      () ->
                          new DefinitionException(
                              "there is no source of what "
                                  + variant.revision()
                                  + " does after "
                                  + variant.after()
                                  + ", because part of it only exists as code",
                              "write reconcile(…) by hand")))
          .append('\n');
    }
    members.add(text + "  }\n");
  }

  String text(String packageName, String comment, String className, RevisionId id) {
    String revision = statements.use(Revision.class);
    String type = statements.use(RevisionId.class);
    StringBuilder text = new StringBuilder();
    text.append(packageName.isEmpty() ? "" : "package " + packageName + ";\n\n");
    text.append(statements.usesWords() ? "import static dev.migrate.Ddl.*;\n\n" : "");
    NavigableSet<String> imports = new TreeSet<>(statements.imports());
    constants.imports().forEach(imports::add);
    imports.forEach(name -> text.append("import ").append(name).append(";\n"));
    text.append('\n').append(comment).append("public final class ").append(className);
    text.append(" implements ").append(revision).append(" {\n\n");
    text.append("  /** The id of this revision. */\n  public static final ").append(type);
    text.append(" ID = ").append(JavaStatements.id(id)).append(";\n\n");
    return text.append(String.join("\n", members)).append("}\n").toString();
  }
}
