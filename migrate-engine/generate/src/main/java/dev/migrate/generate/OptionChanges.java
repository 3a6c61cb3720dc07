package dev.migrate.generate;

import dev.migrate.operation.SetTableOption;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.Optional;

/**
 * What dialects say after the closing parenthesis of a table that stays. Options go before other
 * changes and come after them, for one may need a key: {@code WITHOUT ROWID}.
 */
final class OptionChanges {

  private OptionChanges() {}

  static void clear(Transition transition, Table after) {
    for (TableOption option : transition.now(after.name()).options()) {
      DialectName dialect = option.dialect();
      if (after.options().stream().noneMatch(kept -> kept.dialect().equals(dialect))) {
        transition.add(new SetTableOption(after.name(), dialect, Optional.empty()));
      }
    }
  }

  static void set(Transition transition, Table after) {
    for (TableOption option : after.options()) {
      if (!transition.now(after.name()).options().contains(option)) {
        transition.add(SetTableOption.to(after.name(), option));
      }
    }
  }
}
