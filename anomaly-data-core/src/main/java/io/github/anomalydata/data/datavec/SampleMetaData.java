package io.github.anomalydata.data.datavec;

import io.github.anomalydata.data.SampleKey;
import java.net.URI;
import org.datavec.api.records.metadata.RecordMetaData;
import org.jspecify.annotations.Nullable;

/**
 * Which sample a record is, as DataVec's {@link RecordMetaData}.
 *
 * @param key the sample's key, by which it can be loaded again
 * @param provenance the file and the place it was read from, as text
 * @serial exclude
 */
public record SampleMetaData(SampleKey key, String provenance) implements RecordMetaData {

  /**
   * Returns the key and the provenance.
   *
   * @return such as {@code "FD001/train/17@130 (train_FD001.txt, lines 101-130)"}
   */
  @Override
  public String getLocation() {
    return key + " (" + provenance + ")";
  }

  /**
   * Returns no URI: a sample is part of a file, which may be an entry of an archive.
   *
   * @return null, which stands for no URI
   */
  @Override
  public @Nullable URI getURI() {
    return null;
  }

  /**
   * Returns the class of the reader.
   *
   * @return the class of {@link SourceRecordReader}
   */
  @Override
  public Class<?> getReaderClass() {
    return SourceRecordReader.class;
  }
}
