/** What keeps the guide true: snippets that compile and run, and the rules of the architecture. */
package dev.migrate.docs;
