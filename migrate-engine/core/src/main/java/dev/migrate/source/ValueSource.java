package dev.migrate.source;

import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.DefaultValueVisitor;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.VaryingDefault;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Constants, defaults and SQL expressions as source. */
final class ValueSource implements DefaultValueVisitor<JavaCode> {

  private final Words words;

  ValueSource(Words words) {
    this.words = words;
  }

  /** A value where a word takes constants as they are. */
  Layout of(DefaultValue value) {
    return value instanceof Literal constant ? constant(constant) : value.accept(this).layout();
  }

  /** A text of SQL where a word takes it as it is or as an expression. */
  Layout text(Expression expression) {
    return expression.variants().isEmpty() ? JavaText.of(expression.text()) : of(expression);
  }

  @Override
  public JavaCode visit(Literal value) {
    return words.call("literal", constant(value));
  }

  private Layout constant(Literal value) {
    String text = value.text();
    return switch (value.kind()) {
      case NULL -> Layout.text("null");
      case BOOLEAN -> Layout.text(text);
      case TEXT -> JavaText.of(text);
      case NUMBER -> number(text);
      case DATE -> parsed(LocalDate.class, "parse", text);
      case TIME -> parsed(LocalTime.class, "parse", text);
      case TIMESTAMP -> parsed(LocalDateTime.class, "parse", text);
      case TIMESTAMP_WITH_TIME_ZONE -> parsed(Instant.class, "parse", text);
      case UUID -> parsed(UUID.class, "fromString", text);
      case BYTES -> {
        words.imports().use(Base64.class);
        yield JavaCode.on("Base64", "getDecoder", List.of())
            .then("decode", JavaText.of(text))
            .layout();
      }
    };
  }

  private Layout number(String text) {
    BigDecimal number = new BigDecimal(text);
    boolean whole = number.scale() <= 0 && number.precision() < 19;
    return whole
        ? Words.number(number.longValueExact())
        : JavaCode.call("new " + words.imports().use(BigDecimal.class), JavaText.of(text)).layout();
  }

  private Layout parsed(Class<?> type, String method, String text) {
    return JavaCode.on(words.imports().use(type), method, List.of(JavaText.of(text))).layout();
  }

  @Override
  public JavaCode visit(CurrentTimestamp value) {
    return words.call("currentTimestamp");
  }

  @Override
  public JavaCode visit(CurrentDate value) {
    return words.call("currentDate");
  }

  @Override
  public JavaCode visit(NextValue value) {
    return words.call("nextValue", Words.name(value.sequence()));
  }

  @Override
  public JavaCode visit(Expression value) {
    JavaCode code = words.call("expression", JavaText.of(value.text()));
    for (var variant : value.variants().entrySet()) {
      code = code.then("on", words.dialect(variant.getKey()), JavaText.of(variant.getValue()));
    }
    return code;
  }

  @Override
  public JavaCode visit(VaryingDefault value) {
    JavaCode code = value.standard().accept(this);
    for (var variant : value.variants().entrySet()) {
      Layout other = variant.getValue().accept(this).layout();
      code = code.then("on", words.dialect(variant.getKey()), other);
    }
    return code;
  }
}
