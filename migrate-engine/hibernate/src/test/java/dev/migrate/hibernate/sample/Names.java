package dev.migrate.hibernate.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.View;
import org.hibernate.envers.Audited;

/** Names in all cases, words that are reserved, and tables that come from elsewhere. */
public final class Names {

  private Names() {}

  /** Names as Hibernate derives them from Java. */
  @Entity
  public static class CustomerOrder {
    @Id @GeneratedValue Long orderId;
    String createdBy;

    @ManyToOne QuotedName quotedName;
  }

  /** Names in quotes. */
  @Entity
  @Table(name = "`Quoted Name`")
  public static class QuotedName {
    @Id Long id;

    @Column(name = "`order`")
    int order;

    @Column(name = "\"Ünïcode.Näme\"")
    String unicode;
  }

  /** Has a table of revisions, and one of changes. */
  @Entity
  @Audited
  @Table(name = "contract")
  public static class Contract {
    @Id @GeneratedValue Long id;
    String title;
  }

  /** A view. */
  @Entity
  @Immutable
  @Table(name = "contract_title")
  @View(query = "select c.id, c.title from contract c")
  public static class ContractTitle {
    @Id Long id;
    String title;
  }
}
