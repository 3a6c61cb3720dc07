package dev.migrate.generate;

import dev.migrate.dialect.ScriptStatement;
import dev.migrate.engine.call.InspectedDatabase;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.SchemaSource;
import dev.migrate.operation.Operation;
import dev.migrate.report.DatabaseException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A script that makes the schema that is wanted, for a scratch database in which it is run.
 * Immutable.
 */
public final class InspectedScript {

  private final String text;

  private InspectedScript(String text) {
    this.text = text;
  }

  static InspectedScript of(String text) {
    return new InspectedScript(text);
  }

  static InspectedScript of(Path file) {
    try {
      return new InspectedScript(Files.readString(file));
    } catch (CharacterCodingException failure) {
      throw new DefinitionException(
          "the script " + file + " is not in UTF-8", "save it in UTF-8, or pass its text");
    } catch (IOException failure) {
      throw new DefinitionException(
          "the script " + file + " cannot be read: " + failure, "correct the path");
    }
  }

  /**
   * The model that the script makes in a scratch database of the same kind as the real one.
   *
   * <p>Each time the model is asked for, the script runs there, statement by statement as the
   * vendor's client would, and what it made is dropped again. What only the database itself can
   * drop, such as its functions, stays and is named in the remarks of the model.
   *
   * @param scratch connections to an empty database; the current schema has nothing in it
   * @return the model; asking it throws {@link DefinitionException} if the script cannot be taken
   *     apart, and {@link DatabaseException} if the database is not empty, or a statement fails
   */
  public SchemaSource on(DataSource scratch) {
    Inspected database = Inspected.from(Arguments.requireGiven(scratch, "the scratch database"));
    return (dialect, recorded) ->
        database.look(
            look -> {
              Inspected.requireSame(dialect, look.dialect());
              return new Run(look).declared(recorded);
            });
  }

  /** One run in the scratch database. */
  private final class Run {

    private final InspectedDatabase database;
    private final Set<QualifiedName> before;

    Run(InspectedDatabase database) {
      this.database = database;
      this.before = database.relations();
    }

    DeclaredSchema declared(Schema recorded) {
      List<ScriptStatement> statements = database.dialect().scriptFormat().statements(text);
      requireEmpty(database.schema(Set.of()));
      try {
        statements.forEach(this::execute);
        database.goHome();
        Schema made = database.schema(namespaces());
        DeclaredSchema declared = Inspected.declared(database, made, recorded);
        List<String> remarks = new ArrayList<>(declared.remarks());
        remarks.addAll(cleaned());
        return declared.withRemarks(remarks);
      } catch (MigrateException failure) {
        try {
          database.goHome();
          cleaned();
        } catch (MigrateException second) {
          failure.addSuppressed(second);
        }
        throw failure;
      }
    }

    private void requireEmpty(Schema schema) {
      List<Object> found = new ArrayList<>(schema.names());
      found.addAll(schema.unmodelled());
      if (!found.isEmpty()) {
        throw new DatabaseException(
            Facts.of("the scratch database is not empty")
                .list("found", found)
                .with("left", "nothing of the script was executed")
                .next("pass an empty database, or empty this one; what is in it is never dropped"));
      }
    }

    private void execute(ScriptStatement statement) {
      try {
        database.execute(statement.sql());
      } catch (SQLException failure) {
        throw new DatabaseException(
            Facts.of("a statement of the script failed")
                .with("line", String.valueOf(statement.line()))
                .with("statement", statement.sql())
                .with("database", String.valueOf(failure.getMessage()))
                .with("left", "what the script had made was dropped again")
                .next("correct the script, and call again"),
            failure);
      }
    }

    /** The schemas in which the script made something, if nothing was in them. */
    private Set<String> namespaces() {
      Set<String> known = namespaces(before);
      Set<QualifiedName> made = new TreeSet<>(database.relations());
      made.removeAll(before);
      Set<String> others = namespaces(made);
      for (String name : others) {
        if (known.contains(name) && database.currentSchema().filter(name::equals).isEmpty()) {
          throw new DatabaseException(
              Facts.of("the script made something in a schema that is not empty")
                  .list("made", made)
                  .with("left", "it is still there, and the scratch database is not as it was")
                  .next("drop it, and pass a database in which the schema " + name + " is empty"));
        }
      }
      return others;
    }

    private static Set<String> namespaces(Set<QualifiedName> names) {
      return names.stream()
          .flatMap(name -> name.namespace().stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Drops what is there, and says what is left. */
    private List<String> cleaned() {
      Set<String> others = namespaces();
      Schema now = database.schema(others);
      List<Operation> drops = SchemaOperations.between(now, Schema.empty());
      try {
        if (!drops.isEmpty()) {
          database.execute(drops, now);
        }
      } catch (SQLException failure) {
        throw new DatabaseException(
            Facts.of("what the script made cannot be dropped again")
                .with("database", String.valueOf(failure.getMessage()))
                .with("left", "the scratch database is not empty")
                .next("drop the scratch database, and make a new one"),
            failure);
      }
      Schema left = database.schema(others);
      List<Object> found = new ArrayList<>(left.names());
      found.addAll(left.unmodelled());
      return found.stream().map(each -> "left in the scratch database: " + each).toList();
    }
  }
}
