package dev.migrate.engine.merge;

import dev.migrate.dialect.NameSpaces;
import dev.migrate.dialect.NameSpaces.Kind;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.Cell;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which operations take or free names that a database may keep apart. */
final class Claims {

  /** A name of something that belongs to a table. */
  private record Claim(Kind kind, QualifiedName table, String name) {}

  private Claims() {}

  /**
   * In whose space two operations take the same name.
   *
   * @return what shares the space in words; empty if the database keeps the two apart
   */
  static Optional<String> clash(NameSpaces spaces, Cell name, Deed one, Deed other) {
    List<Claim> mine = claims(one, name);
    List<Claim> others = claims(other, name);
    if (mine.isEmpty() || others.isEmpty()) {
      List<Claim> parts = mine.isEmpty() ? others : mine;
      boolean apart =
          parts.stream().anyMatch(claim -> spaces.allows(claim.kind(), Kind.TABLE, false));
      Kind kind = parts.isEmpty() ? Kind.TABLE : parts.get(0).kind();
      return apart ? Optional.empty() : Optional.of(spaces.describe(kind, Kind.TABLE, false));
    }
    for (Claim claim : mine) {
      for (Claim rival : others) {
        boolean sameTable = lower(claim.table()).equals(lower(rival.table()));
        if (!spaces.allows(claim.kind(), rival.kind(), sameTable)) {
          return Optional.of(spaces.describe(claim.kind(), rival.kind(), sameTable));
        }
      }
    }
    return Optional.empty();
  }

  private static String lower(QualifiedName name) {
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /** What of this name an operation takes or frees; none if it is no part of a table. */
  private static List<Claim> claims(Deed deed, Cell name) {
    List<Claim> claims = new ArrayList<>();
    try {
      collect(deed.operation(), deed.before(), claims);
    } catch (MigrateException unknown) {
      return List.of();
    }
    String wanted = name.object().map(QualifiedName::name).orElse("");
    claims.removeIf(claim -> !claim.name().toLowerCase(Locale.ROOT).equals(wanted));
    return claims;
  }

  private static void collect(Operation operation, Schema before, List<Claim> claims) {
    if (operation instanceof CreateTable create) {
      collect(create.table(), claims);
    } else if (operation instanceof DropTable drop) {
      collect(before.table(drop.table()), claims);
    } else if (operation instanceof AddConstraint add) {
      claims.add(claim(add.table(), add.constraint()));
    } else if (operation instanceof DropConstraint drop) {
      claims.add(claim(drop.table(), before.table(drop.table()).constraint(drop.constraint())));
    } else if (operation instanceof RenameConstraint rename) {
      Constraint was = before.table(rename.table()).constraint(rename.constraint());
      claims.add(claim(rename.table(), was));
      claims.add(claim(rename.table(), was.named(rename.newName())));
    } else if (operation instanceof CreateIndex create) {
      claims.add(new Claim(Kind.INDEX, create.table(), create.index().requiredName()));
    } else if (operation instanceof DropIndex drop) {
      claims.add(new Claim(Kind.INDEX, drop.table(), drop.index()));
    } else if (operation instanceof RenameIndex rename) {
      claims.add(new Claim(Kind.INDEX, rename.table(), rename.index()));
      claims.add(new Claim(Kind.INDEX, rename.table(), rename.newName()));
    } else if (operation instanceof ExecuteSql raw) {
      Schema schema = before;
      for (Operation meant : raw.meaning()) {
        collect(meant, schema, claims);
        schema = meant.applyTo(schema);
      }
    } else if (operation instanceof AddColumn add) {
      collect(add.table(), add.column(), claims);
    } else if (operation instanceof DropColumn drop) {
      collect(drop.table(), before.table(drop.table()).column(drop.column()), claims);
    }
  }

  private static void collect(Table table, List<Claim> claims) {
    claims.add(new Claim(Kind.TABLE, table.name(), table.name().name()));
    table.columns().forEach(column -> collect(table.name(), column, claims));
    for (Constraint constraint : table.constraints()) {
      claims.add(claim(table.name(), constraint));
    }
    for (Index index : table.indexes()) {
      claims.add(new Claim(Kind.INDEX, table.name(), index.requiredName()));
    }
  }

  private static void collect(QualifiedName table, Column column, List<Claim> claims) {
    if (column.identityMode().isPresent()) {
      claims.add(new Claim(Kind.IDENTITY, table, table.name() + "_" + column.name() + "_seq"));
    }
  }

  private static Claim claim(QualifiedName table, Constraint constraint) {
    Kind kind =
        constraint instanceof Check
            ? Kind.CHECK
            : constraint instanceof ForeignKey ? Kind.FOREIGN_KEY : Kind.KEY;
    return new Claim(kind, table, constraint.requiredName());
  }
}
