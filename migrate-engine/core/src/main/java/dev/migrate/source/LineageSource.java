package dev.migrate.source;

import dev.migrate.Lineage;
import dev.migrate.Reconciliation.Variant;
import dev.migrate.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where a revision stands, and what others do after others, as source. */
final class LineageSource {

  private final Words words;
  private final OperationSource operations;

  LineageSource(Words words, OperationSource operations) {
    this.words = words;
    this.operations = operations;
  }

  JavaCode of(Lineage lineage, String id, Function<RevisionId, Optional<String>> constants) {
    JavaCode code = JavaCode.on(words.imports().use(Lineage.class), "of", List.of(Layout.text(id)));
    code =
        lineage.parents().isEmpty()
            ? code.then("root")
            : code.then("after", names(lineage.parents(), constants));
    if (!lineage.dependencies().isEmpty()) {
      code = code.then("dependsOn", names(lineage.dependencies(), constants));
    }
    if (!lineage.labels().isEmpty()) {
      code = code.then("label", Words.texts(lineage.labels()));
    }
    return lineage.message().isEmpty()
        ? code
        : code.then("message", JavaText.of(lineage.message().orElseThrow()));
  }

  /** All as ids, or all as texts: the words take the one or the other. */
  private List<Layout> names(
      List<RevisionId> revisions, Function<RevisionId, Optional<String>> constants) {
    boolean hasConstant = revisions.stream().anyMatch(id -> constants.apply(id).isPresent());
    return revisions.stream()
        .map(
            id ->
                constants
                    .apply(id)
                    .map(Layout::text)
                    .orElseGet(() -> hasConstant ? id(id) : JavaText.of(id.value())))
        .toList();
  }

  private Layout id(RevisionId id) {
    String type = words.imports().use(RevisionId.class);
    return JavaCode.on(type, "of", List.of(JavaText.of(id.value()))).layout();
  }

  JavaCode of(Variant variant, Function<RevisionId, Optional<String>> constants) {
    Layout instead = operations.recorder("op", variant.operations());
    return JavaCode.on("when", "runs", names(List.of(variant.revision()), constants))
        .then(
            "after",
            Words.list(names(List.of(variant.after()), constants).get(0), List.of(instead)));
  }
}
