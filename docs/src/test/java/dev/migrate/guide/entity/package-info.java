/** The code that the README and the guide show. */
package dev.migrate.guide.entity;
