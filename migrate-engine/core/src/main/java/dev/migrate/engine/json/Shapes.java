package dev.migrate.engine.json;

import dev.migrate.operation.CodeBody;
import dev.migrate.schema.Column;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the shape of a Java type. The list of types is closed: others are refused. */
final class Shapes {

  private static final ClassValue<Shape> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return create(type);
        }
      };

  private Shapes() {}

  static Shape of(Class<?> type) {
    return OF_CLASS.get(type);
  }

  static Shape of(Type type) {
    if (type instanceof Class<?> plain) {
      return of(plain);
    }
    Type[] of = ((ParameterizedType) type).getActualTypeArguments();
    Type container = ((ParameterizedType) type).getRawType();
    if (container == Optional.class) {
      return new OptionalShape(of(of[0]));
    } else if (container == List.class) {
      return new ListShape(of(of[0]));
    } else if (container == Set.class) {
      return new SetShape(of(of[0]));
    } else if (container == Map.class && of(of[0]) instanceof TextShape key) {
      return new MapShape(key, of(of[1]));
    }
    throw unknown(type);
  }

  private static Shape create(Class<?> type) {
    if (type == String.class) {
      return TextShape.STRING;
    } else if (type == QualifiedName.class) {
      return TextShape.QUALIFIED_NAME;
    } else if (type == DialectName.class) {
      return TextShape.DIALECT_NAME;
    } else if (type == boolean.class) {
      return new BooleanShape();
    } else if (type == int.class) {
      return new NumberShape(Integer.MIN_VALUE, Integer.MAX_VALUE);
    } else if (type == long.class || type == Long.class) {
      return new NumberShape(Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (type == Literal.class) {
      return new LiteralShape();
    } else if (type == CodeBody.class) {
      return new CodeShape();
    } else if (type == Column.class) {
      return new ColumnShape();
    } else if (type.isEnum()) {
      return new EnumShape(type);
    } else if (type.isRecord()) {
      return new RecordShape(type);
    } else if (type.isInterface()) {
      return new KindShape(type);
    }
    throw unknown(type);
  }

  private static IllegalStateException unknown(Type type) {
    return new IllegalStateException(
        type.getTypeName() + " has no form in JSON; add one to Shapes");
  }
}
