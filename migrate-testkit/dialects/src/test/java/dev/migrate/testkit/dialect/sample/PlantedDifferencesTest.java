package dev.migrate.testkit.dialect.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.ColumnName;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import dev.migrate.testkit.dialect.sample.PlantedDifferences.Plant;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A new attribute of the model has to be planted, or drift is not known to find it. */
class PlantedDifferencesTest {

  /** What is compared as one value. */
  private static final Set<Class<?>> VALUES =
      Set.of(
          DataType.class,
          DefaultValue.class,
          QualifiedName.class,
          ColumnName.class,
          Expression.class,
          DialectName.class);

  @Test
  void everyComponentOfTheModelIsPlanted() {
    Set<String> components = new TreeSet<>();
    for (Class<?> object : List.of(Table.class, View.class, Sequence.class, EnumType.class)) {
      find(object, components);
    }
    Set<String> planted = new TreeSet<>();
    for (Plant plant : PlantedDifferences.all()) {
      planted.add(plant.type().getSimpleName() + "." + plant.component());
    }
    assertThat(planted).containsExactlyElementsOf(components);
  }

  private static void find(Class<?> type, Set<String> components) {
    if (VALUES.contains(type)
        || type.isEnum()
        || !Table.class.getPackage().equals(type.getPackage())) {
      return;
    } else if (type.isSealed()) {
      List.of(type.getPermittedSubclasses()).forEach(permitted -> find(permitted, components));
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      if (components.add(type.getSimpleName() + "." + component.getName())) {
        Type declared = component.getGenericType();
        find(
            declared instanceof ParameterizedType generic
                ? (Class<?>) generic.getActualTypeArguments()[0]
                : component.getType(),
            components);
      }
    }
  }

  @Test
  void bothSidesDiffer() {
    for (Plant plant : PlantedDifferences.all()) {
      assertThat(SchemaDifference.between(plant.declared(), plant.live()).isEmpty())
          .as(plant.toString())
          .isFalse();
    }
  }
}
