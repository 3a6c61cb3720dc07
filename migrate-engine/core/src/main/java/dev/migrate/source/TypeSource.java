package dev.migrate.source;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DataTypeVisitor;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import dev.migrate.schema.VaryingType;
import java.util.List;

/** Types of columns as source. */
final class TypeSource implements DataTypeVisitor<JavaCode> {

  private static final TimestampType TIMESTAMP = new TimestampType(6, false);
  private static final TimestampType ZONED = new TimestampType(6, true);
  private static final TimeType TIME = new TimeType(6);

  private final Words words;

  TypeSource(Words words) {
    this.words = words;
  }

  Layout of(DataType type) {
    return type.accept(this).layout();
  }

  @Override
  public JavaCode visit(SimpleType type) {
    return words.call(
        switch (type) {
          case BOOLEAN -> "bool";
          case SMALLINT -> "smallint";
          case INTEGER -> "integer";
          case BIGINT -> "bigint";
          case REAL -> "real";
          case DOUBLE_PRECISION -> "doublePrecision";
          case TEXT -> "text";
          case BLOB -> "blob";
          case DATE -> "date";
          case UUID -> "uuid";
          case JSON -> "json";
        });
  }

  @Override
  public JavaCode visit(DecimalType type) {
    return words.call("decimal", Words.number(type.precision()), Words.number(type.scale()));
  }

  @Override
  public JavaCode visit(CharacterType type) {
    return words.call(type.fixed() ? "character" : "varchar", Words.number(type.length()));
  }

  @Override
  public JavaCode visit(BinaryType type) {
    return words.call("binary", Words.number(type.length()));
  }

  @Override
  public JavaCode visit(TimeType type) {
    return type.equals(TIME) ? words.call("time") : words.call("time", Words.number(type.digits()));
  }

  @Override
  public JavaCode visit(TimestampType type) {
    String word = type.withTimeZone() ? "timestampWithTimeZone" : "timestamp";
    return type.equals(TIMESTAMP) || type.equals(ZONED)
        ? words.call(word)
        : words.call(word, Words.number(type.digits()));
  }

  @Override
  public JavaCode visit(EnumReference type) {
    return words.call("enumType", Words.name(type.type()));
  }

  /** There is no word for it: databases with types in columns alone are read so. */
  @Override
  public JavaCode visit(EnumLabels type) {
    words.imports().use(EnumLabels.class);
    words.imports().use(List.class);
    JavaCode labels = JavaCode.on("List", "of", Words.texts(type.labels()));
    return JavaCode.call("new EnumLabels", labels.layout());
  }

  @Override
  public JavaCode visit(ArrayType type) {
    return words.call("array", of(type.element()));
  }

  @Override
  public JavaCode visit(NativeType type) {
    return words.call("nativeType", JavaText.of(type.sql()));
  }

  @Override
  public JavaCode visit(VaryingType type) {
    JavaCode code = type.standard().accept(this);
    for (var variant : type.variants().entrySet()) {
      code = code.then("on", words.dialect(variant.getKey()), of(variant.getValue()));
    }
    return code;
  }
}
