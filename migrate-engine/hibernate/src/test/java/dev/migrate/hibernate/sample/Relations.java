package dev.migrate.hibernate.sample;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;

/** Relations, collections, and keys of several columns. */
public final class Relations {

  private Relations() {}

  /** A key of two columns, not in the order of the alphabet. */
  @Embeddable
  public static class SeatKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "seat_row")
    int row;

    @Column(name = "hall", length = 10)
    String hall;

    @Override
    public boolean equals(Object other) {
      return other instanceof SeatKey that && row == that.row && Objects.equals(hall, that.hall);
    }

    @Override
    public int hashCode() {
      return Objects.hash(row, hall);
    }
  }

  /** Has a key of several columns. */
  @Entity(name = "Seat")
  @Table(name = "seat")
  public static class Seat {
    @EmbeddedId SeatKey key;
    boolean folding;
  }

  /** Refers to it. */
  @Entity(name = "Ticket")
  @Table(name = "ticket")
  public static class Ticket {
    @Id @GeneratedValue Long id;

    @ManyToOne(optional = false)
    Seat seat;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_ticket_guest"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Guest guest;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Guest payer;
  }

  /** Has collections of every kind. */
  @Entity(name = "Guest")
  @Table(name = "guest")
  @SecondaryTable(name = "guest_detail", pkJoinColumns = @PrimaryKeyJoinColumn(name = "guest_id"))
  public static class Guest {
    @Id @GeneratedValue Long id;

    @Column(table = "guest_detail", length = 1000)
    String notes;

    @ElementCollection
    @CollectionTable(name = "guest_phone")
    @OrderColumn(name = "position")
    @Column(length = 30)
    List<String> phones = new ArrayList<>();

    @ElementCollection Set<String> tags = new HashSet<>();

    @ElementCollection
    @MapKeyColumn(name = "attribute", length = 50)
    Map<String, String> attributes = new HashMap<>();

    @ManyToMany
    @JoinTable(name = "guest_group")
    Set<Party> parties = new HashSet<>();

    @OneToMany(mappedBy = "guest", cascade = CascadeType.ALL)
    List<Ticket> tickets = new ArrayList<>();

    @OneToMany List<Gift> gifts = new ArrayList<>();

    @OneToOne Passport passport;
  }

  /** The other side of many to many. */
  @Entity(name = "Party")
  @Table(name = "party")
  public static class Party {
    @Id @GeneratedValue Long id;

    @ManyToMany(mappedBy = "parties")
    Set<Guest> guests = new HashSet<>();
  }

  /** In a join table, once. */
  @Entity(name = "Gift")
  @Table(name = "gift")
  @SoftDelete
  public static class Gift {
    @Id @GeneratedValue Long id;
  }

  /** One to one. */
  @Entity(name = "Passport")
  @Table(name = "passport")
  public static class Passport {
    @Id @GeneratedValue Long id;

    @Column(length = 12)
    String number;
  }

  /** A key that is derived. */
  @Entity(name = "PassportScan")
  @Table(name = "passport_scan")
  public static class PassportScan {
    @Id Long id;

    @MapsId @OneToOne Passport passport;
  }
}
