package dev.migrate.hibernate.sample;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** Columns of every type, and what a column can say of itself. */
public final class Values {

  private Values() {}

  /** Labels that are not in the order of the alphabet. */
  public enum Status {
    OPEN,
    CLOSED,
    ARCHIVED
  }

  /** A value with several columns, some of which the owner names otherwise. */
  @Embeddable
  public static class Money {
    @Column(precision = 19, scale = 4)
    BigDecimal amount;

    @Column(length = 3)
    String currency;
  }

  /** Every basic type. */
  @Entity(name = "Measurement")
  @Table(name = "measurement")
  public static class Measurement {
    @Id Long id;
    boolean active;
    Boolean confirmed;
    byte tiny;
    short small;
    int whole;
    long big;
    float approximate;
    double exact;
    char letter;
    String text;

    @Column(length = 40, nullable = false)
    String name;

    BigDecimal price;

    @Column(precision = 12, scale = 3)
    BigDecimal ratio;

    BigInteger count;
    LocalDate onDay;
    LocalTime atHour;
    LocalDateTime moment;
    Instant instant;
    OffsetDateTime offsetTime;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime zoned;

    @Temporal(TemporalType.DATE)
    Date old;

    Duration duration;
    UUID uuid;
    byte[] bytes;

    @Column(length = 16)
    byte[] hash;

    @Lob String document;
    @Lob byte[] image;

    @Column(length = 5000)
    String large;

    @JdbcTypeCode(SqlTypes.JSON)
    String json;

    @Version int version;
  }

  /** What a column says beyond its type. */
  @Entity(name = "Offer")
  @Table(
      name = "offer",
      comment = "What is offered",
      indexes = {
        @Index(name = "ix_offer_code", columnList = "code, quantity desc"),
        @Index(columnList = "quantity"),
        @Index(name = "ux_offer_label", columnList = "label", unique = true)
      },
      uniqueConstraints = {
        @UniqueConstraint(
            name = "uq_offer_pair",
            columnNames = {"code", "label"}),
        @UniqueConstraint(columnNames = {"label", "quantity"})
      },
      check = @CheckConstraint(name = "ck_offer_quantity", constraint = "quantity < 1000"))
  @Check(constraints = "quantity <> 13")
  public static class Offer {
    @Id Long id;

    @Column(unique = true, nullable = false, length = 20)
    String code;

    @Column(unique = true, length = 20)
    String label;

    @ColumnDefault("1")
    @Check(constraints = "quantity >= 0")
    int quantity;

    @ColumnDefault("'new'")
    @Column(length = 10)
    String state;

    @ColumnDefault("current_timestamp")
    LocalDateTime created;

    @Comment("In the smallest unit")
    long price;

    @GeneratedColumn("price * quantity")
    long total;

    @Column(columnDefinition = "varchar(17) default 'q' not null")
    String defined;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.ORDINAL)
    Status rank;

    @Embedded Money money;
  }
}
