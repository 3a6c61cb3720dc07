package dev.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What operations say about the elements that they change is what they do to the schema. */
class ElementChangesTest {

  private static final Schema BEFORE = OperationSamples.SCHEMA;

  static Stream<Arguments> samples() {
    return OperationsTest.samples();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void eachChangeTakesPlace(String name, Operation operation) {
    Schema after = after(operation);
    for (ElementChange change : operation.elementChanges()) {
      boolean renamed = change.kind() == Kind.RENAMED;
      assertThat(BEFORE.has(change.element()))
          .as(change + " before")
          .isEqualTo(change.kind() != Kind.CREATED);
      assertThat(after.has(change.element()))
          .as(change + " after")
          .isEqualTo(change.kind() != Kind.DROPPED && !renamed);
      assertThat(after.has(change.after()))
          .as(change + " after, by its new name")
          .isEqualTo(change.kind() != Kind.DROPPED);
      assertThat(after.equals(BEFORE)).as(change.toString()).isEqualTo(change.kind().isOfRows());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void whatComesAndGoesIsNamed(String name, Operation operation) {
    Set<ElementName> gone = new HashSet<>();
    Set<ElementName> come = new HashSet<>();
    for (ElementChange change : operation.elementChanges()) {
      if (change.kind() == Kind.DROPPED || change.kind() == Kind.RENAMED) {
        gone.add(change.element());
      }
      if (change.kind() == Kind.CREATED || change.kind() == Kind.RENAMED) {
        come.add(change.after());
      }
    }
    Schema after = after(operation);
    assertThat(elements(BEFORE).filter(element -> !after.has(element)))
        .allMatch(element -> gone.stream().anyMatch(its -> takesAlong(its, element)));
    assertThat(elements(after).filter(element -> !BEFORE.has(element)))
        .allMatch(element -> come.stream().anyMatch(its -> takesAlong(its, element)));
    assertThat(after.equals(BEFORE) || !operation.elementChanges().isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void whatTakesDataAwayNamesTheLoss(String name, Operation operation) {
    boolean losing =
        operation.elementChanges().stream()
            .anyMatch(
                change ->
                    change.is(Kind.DROPPED, ElementName.Kind.TABLE)
                        || change.is(Kind.DROPPED, ElementName.Kind.COLUMN)
                        || change.kind() == Kind.ROWS_UPDATED
                        || change.kind() == Kind.ROWS_DELETED);
    if (losing && !bringsBack(operation)) {
      assertThat(operation.dataLoss(BEFORE)).isNotEmpty();
    }
  }

  @Test
  void whatDeclaresItsEffectsIsRaw() {
    for (Class<?> kind : Operation.class.getPermittedSubclasses()) {
      boolean declares =
          Stream.of(kind.getRecordComponents())
              .map(RecordComponent::getType)
              .anyMatch(type -> type == Declarations.class || type == Undo.class);
      assertThat(RawOperation.class.isAssignableFrom(kind)).as(kind.getName()).isEqualTo(declares);
    }
  }

  @Test
  void onlyARenamedElementHasAnotherName() {
    ElementName one = ElementName.table(QualifiedName.of("one"));
    ElementName other = ElementName.table(QualifiedName.of("other"));
    assertThatThrownBy(() -> new ElementChange(Kind.DROPPED, one, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("table one is DROPPED and becomes table other");
  }

  /** Whether undoing brings the rows back that were deleted. */
  private static boolean bringsBack(Operation operation) {
    return operation instanceof DeleteRows && operation.inverse(BEFORE).obstacle().isEmpty();
  }

  /** A group does on its dialect what it does not do elsewhere. */
  private static Schema after(Operation operation) {
    return operation instanceof ForDialect group
        ? Operation.applyAll(group.operations(), BEFORE)
        : operation.applyTo(BEFORE);
  }

  /** A schema takes along what is in it, a table its parts, and both owned sequences. */
  private static boolean takesAlong(ElementName changed, ElementName element) {
    if (changed.kind() == ElementName.Kind.SCHEMA) {
      return element.equals(changed)
          || element.object().namespace().equals(Optional.of(changed.object().name()));
    }
    return changed.contains(element)
        || BEFORE.sequencesOwnedBy(changed.object(), changed.part()).stream()
            .map(Sequence::name)
            .map(ElementName::sequence)
            .anyMatch(element::equals);
  }

  private static Stream<ElementName> elements(Schema schema) {
    return Stream.of(
            schema.namespaces().stream().map(ElementName::namespace),
            schema.enumTypes().stream().map(type -> ElementName.enumType(type.name())),
            schema.sequences().stream().map(sequence -> ElementName.sequence(sequence.name())),
            schema.views().stream().map(view -> ElementName.view(view.name())),
            schema.tables().stream().flatMap(ElementChangesTest::elements))
        .flatMap(each -> each);
  }

  private static Stream<ElementName> elements(Table table) {
    QualifiedName name = table.name();
    return Stream.of(
            Stream.of(ElementName.table(name)),
            table.columns().stream().map(column -> ElementName.column(name, column.name())),
            table.constraints().stream()
                .map(rule -> ElementName.constraint(name, rule.requiredName())),
            table.indexes().stream().map(index -> ElementName.index(name, index.requiredName())))
        .flatMap(each -> each);
  }
}
