package dev.migrate.commands.text;

import dev.migrate.Recording;
import dev.migrate.operation.Operation;
import java.util.List;

/** What a revision recorded, in words. */
public final class RecordingText {

  private RecordingText() {}

  /** Prints its upgrade and its downgrade. */
  public static void print(Recording recording, Page page) {
    page.text("upgrade", Paint.STRONG);
    print(recording.upgrade(), page);
    page.text("downgrade", Paint.STRONG);
    Recording.Downgrade downgrade = recording.downgrade();
    print(downgrade.before(), page);
    if (downgrade.undoesUpgrade()) {
      page.text("  undo the upgrade");
    } else if (downgrade.before().isEmpty()) {
      page.text("  nothing");
    }
    print(downgrade.after(), page);
  }

  private static void print(List<Operation> operations, Page page) {
    operations.forEach(operation -> page.text(operation.toString().indent(2).stripTrailing()));
  }
}
