package dev.migrate.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A condition that every row fulfils.
 *
 * @param name its name
 * @param condition the condition
 * @param isNotValid whether rows that were there before it may not fulfil it
 */
public record Check(Optional<String> name, Expression condition, boolean isNotValid)
    implements Constraint {

  /** Checks the name. */
  public Check {
    Objects.requireNonNull(condition, "condition");
    name.ifPresent(value -> Names.require("check", value));
  }

  /**
   * A condition that every row fulfils.
   *
   * @param name its name
   * @param condition the condition
   */
  public Check(Optional<String> name, Expression condition) {
    this(name, condition, false);
  }

  /**
   * Does not look at the rows that are there, so that adding it takes no time; {@code
   * validateConstraint} does so later. PostgreSQL; other databases look at once.
   *
   * @return a copy
   */
  public Check notValid() {
    return withNotValid(true);
  }

  @Override
  public Check withNotValid(boolean other) {
    return new Check(name, condition, other);
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public Check named(String other) {
    return new Check(Names.given("name", other), condition, isNotValid);
  }

  /**
   * The same check with another condition.
   *
   * @param other the condition
   * @return a copy
   */
  public Check withCondition(Expression other) {
    return new Check(name, other, isNotValid);
  }

  /** Made from a hash of the condition, which is all that tells two checks of a table apart. */
  @Override
  public String generatedName(QualifiedName table) {
    return Names.generate("ck", table.name(), List.of(Names.hash(condition.text())));
  }

  /** The condition is a text, which follows with the others of its table. */
  @Override
  public Check renamingColumn(String from, String to) {
    return this;
  }

  @Override
  public String toString() {
    return name.map(n -> n + " ").orElse("")
        + "check ("
        + condition
        + ")"
        + (isNotValid ? " not valid" : "");
  }
}
