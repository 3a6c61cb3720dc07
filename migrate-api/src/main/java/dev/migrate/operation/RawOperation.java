package dev.migrate.operation;

/**
 * An operation whose work is a program that is not analyzed: SQL or Java code. What it reads and
 * writes, and how it is undone, is what its author declared.
 */
public sealed interface RawOperation permits ExecuteSql, RunCode {

  /**
   * What it looks at and changes.
   *
   * @return the declarations; {@link Declarations#NONE} if nothing was declared
   */
  Declarations declarations();

  /**
   * What a downgrade does about it.
   *
   * @return what was declared
   */
  Undo undo();
}
