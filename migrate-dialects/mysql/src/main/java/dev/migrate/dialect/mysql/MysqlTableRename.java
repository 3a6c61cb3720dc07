package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Another name for a table. The server renames foreign keys called {@code t_ibfk_…} with the table
 * t, and MySQL checks called {@code t_chk_…}; a second statement gives them their names back.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/rename-table.html">RENAME TABLE</a>
 */
final class MysqlTableRename {

  private final MysqlDefinitions definitions;
  private final RenameTable operation;
  private final Schema before;
  private final Table table;
  private final QualifiedName newName;

  MysqlTableRename(MysqlDefinitions definitions, RenameTable operation, Schema before) {
    this.definitions = definitions;
    this.operation = operation;
    this.before = before;
    this.table = before.table(operation.table());
    this.newName = operation.table().sibling(operation.newName());
  }

  List<Statement> statements() {
    String sql = alter(table.name()) + "RENAME TO " + definitions.names().name(newName);
    Map<String, String> followers = followers();
    if (followers.isEmpty()) {
      return List.of(Statement.structure(sql, operation));
    }
    Schema after = operation.applyTo(before);
    requireFree(followers, after);
    List<Operation> renamed = new ArrayList<>(List.of(operation));
    List<Operation> back = new ArrayList<>();
    List<String> drops = new ArrayList<>();
    List<String> adds = new ArrayList<>();
    followers.forEach(
        (name, follower) -> {
          Constraint constraint = after.table(newName).constraint(name);
          renamed.add(new RenameConstraint(newName, name, follower));
          back.add(new RenameConstraint(newName, follower, name));
          drops.add(definitions.drop(constraint.named(follower)).sql());
          adds.add("ADD " + definitions.constraint(constraint, after));
        });
    keepIndexes(followers, renamed, back);
    drops.addAll(adds);
    return List.of(
        MysqlCombinedStatements.structure(sql, renamed),
        MysqlCombinedStatements.structure(alter(newName) + String.join(", ", drops), back));
  }

  private String alter(QualifiedName name) {
    return "ALTER TABLE " + definitions.names().name(name) + " ";
  }

  /** The names that the server gives to constraints, by the names that they have. */
  private Map<String, String> followers() {
    Map<String, String> followers = new LinkedHashMap<>();
    for (Constraint constraint : table.constraints()) {
      String begin = table.name().name() + suffix(constraint);
      String name = constraint.requiredName();
      if (!suffix(constraint).isEmpty() && name.startsWith(begin) && !name.equals(begin)) {
        followers.put(name, newName.name() + suffix(constraint) + name.substring(begin.length()));
      }
    }
    return followers;
  }

  private String suffix(Constraint constraint) {
    if (constraint instanceof ForeignKey) {
      return "_ibfk_";
    }
    return constraint instanceof Check && !definitions.server().isMariadb() ? "_chk_" : "";
  }

  /** An index that a foreign key implies keeps its name, which for a moment is not the key's. */
  private void keepIndexes(
      Map<String, String> followers, List<Operation> renamed, List<Operation> back) {
    new MysqlKeys(table, definitions)
        .implied()
        .forEach(
            (name, columns) -> {
              if (followers.containsKey(name)) {
                List<IndexKey> keys = columns.stream().map(IndexKey::column).toList();
                renamed.add(new CreateIndex(newName, Index.of(keys).named(name)));
                back.add(0, new DropIndex(newName, name));
              }
            });
  }

  /** Names of foreign keys are one space in a database, and so are those of checks. */
  private void requireFree(Map<String, String> followers, Schema after) {
    for (Table other : after.tables()) {
      for (Constraint constraint : other.constraints()) {
        followers.forEach(
            (name, follower) -> {
              boolean taken = constraint.requiredName().equalsIgnoreCase(follower);
              if (taken && other.name().namespace().equals(newName.namespace())) {
                throw definitions.unsupported(
                    operation
                        + ", with which the server renames "
                        + name
                        + " to "
                        + follower
                        + ", as a constraint of table "
                        + other.name()
                        + " is called,",
                    "rename that constraint first, or choose another name for the table");
              }
            });
      }
    }
  }
}
