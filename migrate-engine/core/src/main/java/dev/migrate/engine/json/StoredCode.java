package dev.migrate.engine.json;

import dev.migrate.operation.CodeBody;
import dev.migrate.operation.CodeContext;

/** Stands for code that a history knows to exist and nothing more. */
enum StoredCode implements CodeBody {
  /** The only one. */
  INSTANCE;

  @Override
  public void run(CodeContext context) {
    throw new IllegalStateException("the history stores the label of code, not the code");
  }
}
