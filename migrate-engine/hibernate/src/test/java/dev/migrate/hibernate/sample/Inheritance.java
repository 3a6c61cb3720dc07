package dev.migrate.hibernate.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;

/** All strategies of inheritance, and all generators of keys. */
public final class Inheritance {

  private Inheritance() {}

  /** What several entities have. */
  @MappedSuperclass
  public static class Named {
    @Column(name = "full_name", length = 80)
    String name;
  }

  /** One table for all. */
  @Entity(name = "Animal")
  @Table(name = "animal")
  @jakarta.persistence.Inheritance(strategy = InheritanceType.SINGLE_TABLE)
  public static class Animal extends Named {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "animal_seq")
    @SequenceGenerator(
        name = "animal_seq",
        sequenceName = "animal_numbers",
        initialValue = 100,
        allocationSize = 10)
    Long id;
  }

  /** In the table of its parent. */
  @Entity(name = "Dog")
  public static class Dog extends Animal {
    int bones;
  }

  /** In the table of its parent. */
  @Entity(name = "Cat")
  public static class Cat extends Animal {
    @Column(nullable = false)
    int lives;
  }

  /** A table for each, joined. */
  @Entity(name = "Vehicle")
  @Table(name = "vehicle")
  @jakarta.persistence.Inheritance(strategy = InheritanceType.JOINED)
  public static class Vehicle extends Named {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
  }

  /** A table that refers to that of its parent. */
  @Entity(name = "Truck")
  @Table(name = "truck")
  public static class Truck extends Vehicle {
    int capacity;
  }

  /** A table for each concrete class. */
  @Entity(name = "Shape")
  @jakarta.persistence.Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
  public abstract static class Shape {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "shape_ids")
    @TableGenerator(
        name = "shape_ids",
        table = "generator",
        pkColumnValue = "shape",
        initialValue = 7)
    Long id;
  }

  /** Has all columns itself. */
  @Entity(name = "Circle")
  @Table(name = "circle")
  public static class Circle extends Shape {
    double radius;
  }
}
