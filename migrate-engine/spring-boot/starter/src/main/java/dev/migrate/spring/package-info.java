/**
 * The starter for Spring Boot: finds the revisions and the data source of an application, and
 * migrates before anything reads the database. One jar serves Spring Boot 3.5 and 4.
 *
 * <p>Depends on {@link dev.migrate.commands}, {@link dev.migrate.engine}, {@link
 * dev.migrate.model}, {@link dev.migrate.report}, the API, SLF4J and Spring.
 */
@NullMarked
package dev.migrate.spring;

import org.jspecify.annotations.NullMarked;
