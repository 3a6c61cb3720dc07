package dev.migrate.testkit.dialect.branch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.operation.SetTableOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BranchMovesTest {

  /** Kinds of operations that no branch does, and why. */
  private static final Map<Class<? extends Operation>, String> LEFT_OUT =
      Map.of(
          RenameSchema.class, "the fork has no schema but the default one",
          DropSchema.class, "the fork has no schema but the default one",
          DropEnumType.class, "the enum type of the fork is in use",
          SetSequenceOwner.class, "only PostgreSQL has sequences with an owner",
          SetTableOption.class, "an option belongs to one dialect, elsewhere there is nothing",
          RunCode.class, "like raw SQL, it touches what it declares",
          ForDialect.class, "on its dialect there are its operations, elsewhere there is nothing");

  @Test
  void branchesDoEveryKindOfOperation() {
    Set<Class<?>> done = new HashSet<>(LEFT_OUT.keySet());
    for (BranchMoves.Move move : BranchMoves.all()) {
      Revision revision = Revision.of(Lineage.of("move").root(), move.body());
      Recording.of(revision).upgrade().forEach(operation -> done.add(operation.getClass()));
    }
    assertThat(done)
        .as("kinds of operations in BranchMoves, or left out for a reason")
        .containsExactlyInAnyOrderElementsOf(List.of(Operation.class.getPermittedSubclasses()));
  }

  @Test
  void whatIsLeftOutIsNotDone() {
    for (BranchMoves.Move move : BranchMoves.all()) {
      Revision revision = Revision.of(Lineage.of("move").root(), move.body());
      assertThat(Recording.of(revision).upgrade())
          .as(move.name())
          .noneMatch(operation -> LEFT_OUT.containsKey(operation.getClass()));
    }
  }
}
