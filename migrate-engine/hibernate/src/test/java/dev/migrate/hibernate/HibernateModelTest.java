package dev.migrate.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.SchemaException;
import dev.migrate.hibernate.sample.Names;
import dev.migrate.hibernate.sample.Relations;
import dev.migrate.hibernate.sample.Values;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Where mappings come from, how names are stored, and what is refused. */
class HibernateModelTest {

  private static Table table(DeclaredSchema declared, String name) {
    return declared.schema().table(QualifiedName.exactly(name));
  }

  @Test
  void aRunningApplicationShowsItsMappings() {
    Map<String, Object> settings =
        Map.of(
            "hibernate.boot.allow_jdbc_metadata_access", "false",
            "jakarta.persistence.database-product-name", "H2",
            "jakarta.persistence.database-major-version", "2",
            "jakarta.persistence.database-minor-version", "4");
    HibernatePersistenceConfiguration configuration =
        new HibernatePersistenceConfiguration("app").managedClasses(Values.Offer.class);
    configuration.properties(settings);
    try (EntityManagerFactory factory = configuration.createEntityManagerFactory()) {
      assertThat(HibernateModel.of(factory).declared(Dialects.H2, Schema.empty()).schema())
          .isEqualTo(
              HibernateModel.of(Values.Offer.class).declared(Dialects.H2, Schema.empty()).schema());
    }
  }

  @Test
  void mappingsAreForOneDatabase() {
    try (var registry =
        new StandardServiceRegistryBuilder()
            .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
            .applySetting("jakarta.persistence.database-product-name", "PostgreSQL")
            .build()) {
      Metadata metadata =
          new MetadataSources(registry).addAnnotatedClass(Values.Offer.class).buildMetadata();
      HibernateModel model = HibernateModel.of(metadata);
      assertThat(table(model.declared(Dialects.POSTGRESQL, Schema.empty()), "offer")).isNotNull();
      assertThatThrownBy(() -> model.declared(Dialects.H2, Schema.empty()))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("the mappings were built for another database")
          .hasMessageContaining("PostgreSQLDialect");
      assertThatThrownBy(() -> model.version("17"))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("built already");
      assertThatThrownBy(() -> model.settings(Map.of("a", "b")))
          .isInstanceOf(DefinitionException.class);
    }
  }

  @Test
  void argumentsThatMakeNoSense() {
    assertThatThrownBy(() -> HibernateModel.of(List.of())).isInstanceOf(DefinitionException.class);
    assertThatThrownBy(() -> HibernateModel.of(Values.Offer.class).version("new"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("\"new\" is not a version");
    assertThatThrownBy(() -> HibernateModel.of((Class<?>) null))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void namesAreStoredAsTheDatabaseFoldsThem() {
    HibernateModel model = HibernateModel.of(Names.CustomerOrder.class, Names.QuotedName.class);
    Table postgresql =
        table(model.declared(Dialects.POSTGRESQL, Schema.empty()), "names$customerorder");
    assertThat(postgresql.findColumn("createdby")).isPresent();
    Table mariadb = table(model.declared(Dialects.MARIADB, Schema.empty()), "Names$CustomerOrder");
    assertThat(mariadb.findColumn("createdBy")).isPresent();
    Table quoted = table(model.declared(Dialects.POSTGRESQL, Schema.empty()), "Quoted Name");
    assertThat(quoted.findColumn("order")).isPresent();
    assertThat(quoted.findColumn("Ünïcode.Näme")).isPresent();
  }

  @Test
  void theVersionOfTheDatabaseCounts() {
    HibernateModel model = HibernateModel.of(Values.Offer.class);
    assertThat(
            table(model.version("17").declared(Dialects.POSTGRESQL, Schema.empty()), "offer")
                .column("total")
                .generated()
                .orElseThrow()
                .stored())
        .isTrue();
    assertThat(
            table(model.version("18").declared(Dialects.POSTGRESQL, Schema.empty()), "offer")
                .column("total")
                .generated()
                .orElseThrow()
                .stored())
        .isFalse();
    assertThat(model.version("17").declared(Dialects.POSTGRESQL, Schema.empty()).remarks())
        .anyMatch(
            remark -> remark.matches("the model was read with Hibernate .* for PostgreSQL 17.0"));
  }

  /** Has no key. */
  @Entity
  public static class Keyless {
    String name;
  }

  @Test
  void aModelThatCannotBeBuiltIsToldInHibernatesWords() {
    assertThatThrownBy(() -> HibernateModel.of(Keyless.class).declared(Dialects.H2, Schema.empty()))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("Hibernate cannot build the model")
        .hasMessageContaining("Keyless' has no identifier")
        .hasMessageContaining("class");
  }

  /** One of two for a table. */
  @Entity(name = "First")
  @jakarta.persistence.Table(name = "twice")
  public static class First {
    @Id Long id;

    @Column(length = 10)
    String code;
  }

  /** The other one. */
  @Entity(name = "Second")
  @jakarta.persistence.Table(name = "twice")
  public static class Second {
    @Id Long id;
    int code;
  }

  @Test
  void twoEntitiesContradictEachOther() {
    assertThatThrownBy(
            () ->
                HibernateModel.of(First.class, Second.class).declared(Dialects.H2, Schema.empty()))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("column twice.code is varchar(10) in")
        .hasMessageContaining("First")
        .hasMessageContaining("and integer in");
  }

  /** Names that PostgreSQL would cut. */
  @Entity
  @jakarta.persistence.Table(
      name = "a_table_with_a_name_of_more_than_sixty_three_bytes_which_is_too_long")
  public static class Long1 {
    @Id Long id;

    @Column(name = "a_column_with_a_name_of_more_than_sixty_three_bytes_which_is_too_long")
    String text;
  }

  @Test
  void namesBeyondTheLimitAreToldAtOnce() {
    assertThatThrownBy(
            () -> HibernateModel.of(Long1.class).declared(Dialects.POSTGRESQL, Schema.empty()))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("the name a_table_with")
        .hasMessageContaining("the name a_column_with")
        .hasMessageContaining("takes at most 63");
  }

  /** Enums in the database's own words. */
  @Entity
  @jakarta.persistence.Table(name = "parcel")
  public static class Parcel {
    @Id Long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Values.Status status;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Values.Status before;
  }

  @Test
  void namedEnumTypes() {
    DeclaredSchema declared =
        HibernateModel.of(Parcel.class).declared(Dialects.POSTGRESQL, Schema.empty());
    assertThat(declared.schema().enumTypes()).hasSize(1);
    assertThat(table(declared, "parcel").column("status").type())
        .isEqualTo(new EnumReference(declared.schema().enumTypes().get(0).name()));
    assertThat(declared.remarks()).anyMatch(remark -> remark.contains("create cast"));
    assertThat(
            HibernateModel.of(Parcel.class)
                .declared(Dialects.H2, Schema.empty())
                .schema()
                .enumTypes())
        .hasSize(1);
  }

  @Test
  void typesThatTheDatabaseDoesNotHaveAreToldColumnByColumn() {
    assertThatThrownBy(
            () -> HibernateModel.of(Parcel.class).declared(Dialects.MARIADB, Schema.empty()))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("column parcel.status")
        .hasMessageContaining("column parcel.before")
        .hasMessageContaining("columnDefinition");
  }

  @Test
  void typesAreReadAsTheDatabaseReadsThem() {
    DeclaredSchema declared =
        HibernateModel.of(Values.Measurement.class).declared(Dialects.MARIADB, Schema.empty());
    Table measurement = table(declared, "measurement");
    assertThat(measurement.column("exact").type()).isEqualTo(SimpleType.DOUBLE_PRECISION);
    assertThat(measurement.column("approximate").type()).isEqualTo(SimpleType.REAL);
    assertThat(measurement.column("uuid").type()).isEqualTo(SimpleType.UUID);
    assertThat(declared.remarks())
        .contains(
            "the type bit has no portable equivalent and is written as it is: measurement.active,"
                + " measurement.confirmed");
  }

  @Test
  void whatAnotherVersionOfHibernateMayHaveChangedIsTold() {
    HibernateModel model =
        HibernateModel.of(
            Relations.Guest.class,
            Relations.Ticket.class,
            Relations.Seat.class,
            Relations.Party.class,
            Relations.Gift.class,
            Relations.Passport.class);
    Schema now = model.declared(Dialects.POSTGRESQL, Schema.empty()).schema();
    Table tags = now.table(QualifiedName.exactly("guest_tags"));
    Schema before =
        now.with(
            tags.withConstraints(
                tags.constraints().stream().filter(one -> !(one instanceof Unique)).toList()));
    assertThat(model.declared(Dialects.POSTGRESQL, now).remarks())
        .noneMatch(remark -> remark.contains("versions of Hibernate differ"));
    assertThat(model.declared(Dialects.POSTGRESQL, before).remarks())
        .anyMatch(
            remark ->
                remark.contains("the table guest_tags of")
                    && remark.contains("versions of Hibernate differ"));
  }
}
