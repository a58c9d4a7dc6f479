package io.github.anomalydata.mimii;

import static io.github.anomalydata.mimii.Trees.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.audio.Channels;
import io.github.anomalydata.audio.SampleFormat;
import io.github.anomalydata.audio.WavFile;
import io.github.anomalydata.audio.WavWriter;
import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.GroupSplit;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.BatchException;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.mimii.Dcase.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.DataSet;

class MimiiDataSetIteratorTest {
  private static final LogMel LOG_MEL = LogMel.mimii2019();

  /** 8000 samples are 16 frames of 512, so 12 vectors of 5. */
  private static final int VECTORS = 12;

  @TempDir private Path folder = Path.of("");
  private Path tree = Path.of("");

  @BeforeEach
  void simulate() throws IOException {
    tree = folder.resolve("mimii");
    MimiiSimulator.withDefaults()
        .withMachines(Machine.FAN)
        .withSnrs(Snr.ZERO_DB, Snr.PLUS_6_DB)
        .withIds(1)
        .withNormal(2)
        .withAbnormal(1)
        .withSeconds(0.5)
        .write(tree, 1);
  }

  private Recordings recordings() throws IOException {
    return Mimii.open(tree).with(Snr.PLUS_6_DB);
  }

  private static AudioClip clip(Recording recording, Channels channels) throws IOException {
    try (WavFile wav = WavFile.open(recording.file())) {
      return wav.read(channels);
    }
  }

  private static DataSet only(MimiiDataSetIterator.Builder builder) throws IOException {
    try (MimiiDataSetIterator batches = builder.build()) {
      DataSet batch = batches.next();
      assertFalse(batches.hasNext());
      return batch;
    }
  }

  private MimiiDataSetIterator.Builder iterator(ClipFeatures features) throws IOException {
    return MimiiDataSetIterator.over(recordings()).features(features);
  }

  @Test
  void waveformIsChannelZeroByDefault() throws IOException {
    DataSet batch = only(iterator(ClipFeatures.waveform()));
    assertArrayEquals(new long[] {3, 1, 8000}, batch.getFeatures().shape());
    assertArrayEquals(
        clip(recordings().list().get(2), Channels.of(0)).samples(),
        batch.getFeatures().slice(2).getRow(0).toFloatVector());
  }

  @Test
  void channelsAreThoseAskedFor() throws IOException {
    DataSet all = only(iterator(ClipFeatures.waveform().with(Channels.all())));
    assertArrayEquals(new long[] {3, 8, 8000}, all.getFeatures().shape());
    assertArrayEquals(
        clip(recordings().list().get(1), Channels.all()).channel(5),
        all.getFeatures().slice(1).getRow(5).toFloatVector());
    DataSet mean = only(iterator(ClipFeatures.waveform().with(Channels.mean())));
    assertArrayEquals(
        clip(recordings().list().get(0), Channels.mean()).samples(),
        mean.getFeatures().slice(0).getRow(0).toFloatVector());
  }

  @Test
  void imagesAreLogMelSpectrograms() throws IOException {
    DataSet batch = only(iterator(ClipFeatures.images(LOG_MEL)).target(ClipTarget.NONE));
    assertArrayEquals(new long[] {3, 1, 64, 16}, batch.getFeatures().shape());
    assertArrayEquals(
        LOG_MEL.apply(clip(recordings().list().get(1), Channels.of(0))),
        batch.getFeatures().slice(1).reshape(64 * 16).toFloatVector());
    assertNull(batch.getLabels());
  }

  @Test
  void vectorsAreThoseOfTheBaseline() throws IOException {
    DataSet batch = only(MimiiDataSetIterator.over(recordings()));
    assertArrayEquals(new long[] {3 * VECTORS, 320}, batch.getFeatures().shape());
    float[] expected = LOG_MEL.vectors(clip(recordings().list().get(1), Channels.of(0)));
    for (int v = 0; v < VECTORS; v++) {
      float[] vector = Arrays.copyOfRange(expected, v * 320, (v + 1) * 320);
      assertArrayEquals(vector, batch.getFeatures().getRow(VECTORS + v).toFloatVector());
    }
    assertEquals(batch.getFeatures(), batch.getLabels());
  }

  @Test
  void targetsTellFaults() throws IOException {
    DataSet anomaly = only(iterator(ClipFeatures.waveform()).target(ClipTarget.ANOMALY));
    assertArrayEquals(new long[] {3, 1}, anomaly.getLabels().shape());
    assertArrayEquals(new float[] {0, 0, 1}, anomaly.getLabels().reshape(3).toFloatVector());
    DataSet classes = only(iterator(ClipFeatures.waveform()).target(ClipTarget.CLASS));
    assertArrayEquals(
        new float[] {1, 0, 1, 0, 0, 1}, classes.getLabels().reshape(6).toFloatVector());
    DataSet vectors = only(iterator(ClipFeatures.vectors(LOG_MEL)).target(ClipTarget.ANOMALY));
    assertEquals(VECTORS, vectors.getLabels().sumNumber().intValue());
    assertEquals(0, vectors.getLabels().getInt(2 * VECTORS - 1));
  }

  @Test
  void batchesAreTheSameForAnyNumberOfWorkers() throws IOException {
    List<DataSet> one = all(1);
    List<DataSet> four = all(4);
    assertEquals(one.size(), four.size());
    for (int i = 0; i < one.size(); i++) {
      assertEquals(one.get(i).getFeatures(), four.get(i).getFeatures());
      assertEquals(one.get(i).getExampleMetaData(), four.get(i).getExampleMetaData());
    }
  }

  private List<DataSet> all(int workers) throws IOException {
    List<DataSet> all = new ArrayList<>();
    Batching batching = Batching.of(5).withShuffle(3).withWorkers(workers);
    try (MimiiDataSetIterator batches =
        MimiiDataSetIterator.over(recordings()).batching(batching).build()) {
      batches.forEachRemaining(all::add);
    }
    return all;
  }

  @Test
  void keysTellRecordingAndFrame() throws IOException {
    Source source = ClipFeatures.vectors(LOG_MEL).over(Mimii.open(tree), ClipTarget.NONE);
    Set<SampleKey> keys = new HashSet<>();
    for (int i = 0; i < source.size(); i++) {
      keys.add(source.key(i));
    }
    assertEquals(6 * VECTORS, keys.size());
    assertEquals("MIMII/fan/id_00/normal/00000001", source.key(VECTORS + 3).group());
    assertEquals(3, source.key(VECTORS + 3).position() - source.key(VECTORS).position());
  }

  @Test
  void splitKeepsAStretchOfSoundTogetherAtEverySnr() throws IOException {
    Source source = ClipFeatures.waveform().over(Mimii.open(tree), ClipTarget.NONE);
    List<Source> parts = GroupSplit.of(0.67, 0.33).split(source, 1);
    assertEquals(4, parts.get(0).size());
    assertEquals(2, parts.get(1).size());
    assertEquals(parts.get(1).key(0).group(), parts.get(1).key(1).group());
  }

  @Test
  void provenanceTellsFileAndPlace() throws IOException {
    Source vectors = ClipFeatures.vectors(LOG_MEL).over(recordings(), ClipTarget.NONE);
    assertEquals(recordings().list().get(1).file().toString(), vectors.provenance(VECTORS).file());
    assertEquals("spectrum 3 to 7", vectors.provenance(VECTORS + 3).place());
    Source images = ClipFeatures.images(LOG_MEL).over(recordings(), ClipTarget.NONE);
    Source mean =
        ClipFeatures.images(LOG_MEL).with(Channels.mean()).over(recordings(), ClipTarget.NONE);
    assertEquals("", images.provenance(0).place());
    assertFalse(images.provenance(0).options().equals(mean.provenance(0).options()));
  }

  @Test
  void sampleIsWhatABatchHolds() throws IOException {
    Source source = ClipFeatures.vectors(LOG_MEL).over(recordings(), ClipTarget.FEATURES);
    float[] batch =
        only(MimiiDataSetIterator.over(recordings())).getFeatures().getRow(7).toFloatVector();
    assertArrayEquals(batch, source.sample(7).values("frames"));
    assertArrayEquals(batch, source.sample(7).values("target"));
    Source images = ClipFeatures.images(LOG_MEL).over(recordings(), ClipTarget.CLASS);
    assertArrayEquals(new float[] {0, 1}, images.sample(2).values("label"));
  }

  private void replace(String file, AudioClip clip) throws IOException {
    WavWriter.withDefaults()
        .with(SampleFormat.FLOAT32)
        .write(tree.resolve("6dB/fan/id_00").resolve(file), clip);
  }

  private void assertSecondIsRefused(String... words) throws IOException {
    Source source = ClipFeatures.images(LOG_MEL).over(recordings(), ClipTarget.NONE);
    assertThrown(DataFileException.class, () -> source.sample(1), words);
  }

  @Test
  void recordingOfAnotherLengthIsRefused() throws IOException {
    replace("normal/00000001.wav", AudioClip.of(new float[8 * 7999], 8, 16_000));
    assertSecondIsRefused(
        "00000001.wav", "8000 frames, as the first", "found 7999 frames at 16000 Hz");
  }

  @Test
  void recordingOfAnotherRateIsRefused() throws IOException {
    replace("normal/00000001.wav", AudioClip.of(new float[8 * 8000], 8, 44_100));
    assertSecondIsRefused("00000001.wav", "16000 Hz", "found 44100 Hz");
  }

  @Test
  void firstRecordingOfAnotherRateIsRefusedAtOnce() throws IOException {
    replace("normal/00000000.wav", AudioClip.of(new float[8 * 8000], 8, 44_100));
    assertThrown(
        DataFileException.class,
        () -> MimiiDataSetIterator.over(recordings()).build(),
        "00000000.wav",
        "found 44100 Hz");
  }

  @Test
  void otherRateIsTakenWhenAskedFor() throws IOException {
    replace("normal/00000000.wav", AudioClip.of(new float[100], 1, 44_100));
    Recordings first = Recordings.of(List.of(recordings().list().get(0)));
    assertEquals(
        100, ClipFeatures.waveform(44_100).over(first, ClipTarget.NONE).sample(0).values(0).length);
  }

  @Test
  void otherRateIsResampledWhenAskedFor() throws IOException {
    float[] constant = new float[8 * 4000];
    Arrays.fill(constant, 0.5f);
    replace("normal/00000001.wav", AudioClip.of(constant, 8, 8_000));
    Source source =
        ClipFeatures.waveform().with(OtherRate.RESAMPLED).over(recordings(), ClipTarget.NONE);
    assertEquals(0.5f, source.sample(1).values(0)[4000], 1e-3f);
    assertArrayEquals(
        clip(recordings().list().get(0), Channels.of(0)).samples(), source.sample(0).values(0));
  }

  @Test
  void rateThatCannotBeResampledIsRefused() throws IOException {
    replace("normal/00000001.wav", AudioClip.of(new float[16], 1, 1_000_000_007));
    Source source =
        ClipFeatures.waveform().with(OtherRate.RESAMPLED).over(recordings(), ClipTarget.NONE);
    assertThrown(
        DataFileException.class,
        () -> source.sample(1),
        "00000001.wav",
        "can be brought to it",
        "found 1000000007 Hz");
  }

  @Test
  void rateFarBelowThatOfTheFeaturesIsRefused() throws IOException {
    Source source =
        ClipFeatures.waveform().with(OtherRate.RESAMPLED).over(recordings(), ClipTarget.NONE);
    replace("normal/00000001.wav", AudioClip.of(new float[8 * 1000], 8, 2_000));
    assertEquals(8000, source.sample(1).values(0).length);
    replace("normal/00000001.wav", AudioClip.of(new float[8 * 1000], 8, 1_999));
    assertThrown(
        DataFileException.class,
        () -> source.sample(1),
        "at least an eighth of it",
        "found 1999 Hz");
  }

  @Test
  void rateBetweenWholeNumbersIsRefused() {
    LogMel odd = LOG_MEL.with(LOG_MEL.mel().withSampleRate(16_000.5));
    assertThrown(
        IllegalArgumentException.class, () -> ClipFeatures.images(odd), "sampleRate", "16000.5");
  }

  @Test
  void recordingWithoutTheChannelIsRefused() throws IOException {
    replace("normal/00000001.wav", AudioClip.of(new float[8000], 1, 16_000));
    Source source =
        ClipFeatures.waveform().with(Channels.of(3)).over(recordings(), ClipTarget.NONE);
    assertThrown(
        DataFileException.class, () -> source.sample(1), "00000001.wav", "Channels.of[3]", "got 3");
    Source all = ClipFeatures.waveform().with(Channels.all()).over(recordings(), ClipTarget.NONE);
    assertThrown(
        DataFileException.class, () -> all.sample(1), "8 channels, as the first recording has");
  }

  @Test
  void sampleThatIsNoNumberIsRefused() throws IOException {
    Path wav = tree.resolve("6dB/fan/id_00/normal/00000001.wav");
    replace("normal/00000001.wav", AudioClip.of(new float[8 * 8000], 8, 16_000));
    byte[] bytes = Files.readAllBytes(wav);
    int frame = bytes.length - 8 * 4;
    bytes[frame + 2] = (byte) 0xC0;
    bytes[frame + 3] = 0x7F;
    Files.write(wav, bytes);
    assertSecondIsRefused("00000001.wav", "sound that has a spectrum", "NaN");
  }

  @Test
  void emptyRecordingIsRefused() throws IOException {
    replace("normal/00000000.wav", AudioClip.of(new float[0], 8, 16_000));
    assertThrown(
        DataFileException.class,
        () -> ClipFeatures.waveform().over(recordings(), ClipTarget.NONE),
        "at least 1 frame",
        "found none");
  }

  @Test
  void damagedRecordingIsNamedByTheIterator() throws IOException {
    Files.write(tree.resolve("6dB/fan/id_00/normal/00000001.wav"), new byte[10]);
    try (MimiiDataSetIterator batches = MimiiDataSetIterator.over(recordings()).build()) {
      assertThrown(BatchException.class, batches::next, "MIMII/fan/id_00/normal/00000001");
    }
  }

  @Test
  void severalChannelsAreNoVectors() throws IOException {
    ClipFeatures features = ClipFeatures.vectors(LOG_MEL).with(Channels.of(0, 1));
    Recordings recordings = recordings();
    assertThrown(
        IllegalArgumentException.class,
        () -> features.over(recordings, ClipTarget.NONE),
        "channels: a single one for vectors, got 2");
  }

  @Test
  void channelThatIsNotThereIsRefused() throws IOException {
    ClipFeatures features = ClipFeatures.waveform().with(Channels.of(8));
    Recordings recordings = recordings();
    assertThrown(
        IllegalArgumentException.class,
        () -> features.over(recordings, ClipTarget.NONE),
        "number of channels, 8, got 8");
  }

  @Test
  void labelsAreNotGuessed() throws IOException {
    Files.createDirectories(folder.resolve("dcase/fan/test"));
    Files.copy(
        recordings().list().get(0).file(), folder.resolve("dcase/fan/test/section_00_0000.wav"));
    Recordings unlabelled = Dcase.open(folder.resolve("dcase"), Edition.DCASE_2023);
    ClipFeatures features = ClipFeatures.waveform();
    assertThrown(
        IllegalArgumentException.class,
        () -> features.over(unlabelled, ClipTarget.ANOMALY),
        "NONE or FEATURES",
        "got ANOMALY for 1");
    assertEquals(1, features.over(unlabelled, ClipTarget.FEATURES).size());
  }

  @Test
  void optionsAreTold() {
    assertTrue(
        ClipFeatures.vectors(LOG_MEL)
            .toString()
            .startsWith("ClipFeatures[VECTORS, Channels.of[0], 16000 Hz, others REFUSED, LogMel["));
    assertEquals(
        "ClipFeatures[WAVEFORM, Channels.of[0], 16000 Hz, others REFUSED]",
        ClipFeatures.waveform().toString());
    assertThrown(
        IllegalArgumentException.class, () -> ClipFeatures.waveform(0), "sampleRate", "got 0");
  }
}
