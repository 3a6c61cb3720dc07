package dev.migrate.testkit.dialect.contract;

import dev.migrate.testkit.dialect.sample.SampleOperations;
import dev.migrate.testkit.dialect.sample.SampleOperations.Sample;
import java.util.List;

/** What every contract that tries samples of operations asks of a dialect. */
public interface SampleContract {

  /** The sample in words that the database understands; the sample itself if it does. */
  default Sample adapt(Sample sample) {
    return sample;
  }

  /** All samples, in the dialect's words. */
  default List<Sample> samples() {
    return SampleOperations.all().stream().map(this::adapt).toList();
  }
}
