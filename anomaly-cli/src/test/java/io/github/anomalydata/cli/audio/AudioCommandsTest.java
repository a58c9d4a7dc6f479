package io.github.anomalydata.cli.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.audio.Channels;
import io.github.anomalydata.audio.Resampler;
import io.github.anomalydata.audio.WavFile;
import io.github.anomalydata.audio.WavWriter;
import io.github.anomalydata.audio.spectral.BandNormalization;
import io.github.anomalydata.audio.spectral.Decibels;
import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.audio.spectral.MelScale;
import io.github.anomalydata.cli.Main;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.signal.Padding;
import io.github.anomalydata.signal.WindowFunction;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioCommandsTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private AudioClip clip = AudioClip.of(new float[0], 1, 1);

  @BeforeEach
  void writeClip() throws IOException {
    float[] samples = new float[12_000];
    for (int i = 0; i < 6000; i++) {
      samples[i] = (float) (0.5 * Math.sin(0.4 * i));
      samples[6000 + i] = (float) (0.1 * Math.sin(1.3 * i) + 0.3 * Math.sin(0.002 * i * i));
    }
    WavWriter.withDefaults().write(file("in.wav"), AudioClip.of(samples, 2, 16_000));
    try (WavFile wav = WavFile.open(file("in.wav"))) {
      clip = wav.read(Channels.all());
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private int mel(String... options) {
    String[] args = {"audio", "mel", file("in.wav").toString(), "-o", file("out.npy").toString()};
    return run(Stream.concat(Arrays.stream(args), Arrays.stream(options)).toArray(String[]::new));
  }

  private void assertMel(float[] expected, int[] shape, String... options) throws IOException {
    assertEquals(0, mel(options), err::toString);
    NumericArray array = Npy.read(file("out.npy"));
    assertArrayEquals(shape, array.shape());
    double[] actual = array.doubles();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i]);
    }
  }

  @Test
  void presetGivesItsFeaturesOfEveryChannel() throws IOException {
    assertMel(LogMel.mimii2019().apply(clip), new int[] {2, 64, 12}, "--preset", "mimii2019");
    assertTrue(out.toString().contains("2, 64, 12"), out::toString);
  }

  @Test
  void vectorsAreThoseOfTheBaseline() throws IOException {
    assertMel(
        LogMel.dcase2020().vectors(clip), new int[] {2, 8, 640}, "--preset=dcase2020", "--vectors");
  }

  @Test
  void optionsOfLibrosaChangeThePreset() throws IOException {
    LogMel expected =
        LogMel.of(
            LogMel.librosa()
                .mel()
                .withSampleRate(16_000)
                .withFftLength(512)
                .withHopLength(200)
                .withWindowLength(400)
                .with(WindowFunction.hamming())
                .withCentring(false)
                .with(Padding.EDGE)
                .withPower(1)
                .withBands(20)
                .withFrequencies(100, 7000)
                .with(MelScale.HTK)
                .with(BandNormalization.NONE),
            Decibels.ofPower().withLeast(1e-6).withReferenceOfMaximum().withTop(40));
    assertMel(
        expected.apply(clip.channel(1), 6000),
        new int[] {1, 20, 28},
        ("--sr 16000 --n_fft 512 --hop_length 200 --win_length 400 --window hamming --center false"
                + " --pad_mode edge --power 1 --n_mels 20 --fmin 100 --fmax 7000 --htk true"
                + " --norm none --amin 1e-6 --ref max --top_db 40 --channel 1")
            .split(" "));
  }

  @Test
  void meanOfChannelsIsTakenWhenAsked() throws IOException {
    float[] mean = new float[6000];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (((double) clip.channel(0)[i] + clip.channel(1)[i]) / 2);
    }
    assertMel(
        LogMel.mimii2019().withStackedFrames(2).vectors(mean, 6000),
        new int[] {1, 11, 128},
        "--preset=mimii2019",
        "--channel=mean",
        "--vectors",
        "--frames=2");
  }

  @Test
  void otherRateIsRefusedUnlessResamplingIsAskedFor() throws IOException {
    assertEquals(2, mel());
    assertTrue(err.toString().contains("22050 Hz, got 16000 Hz; --resample"), err::toString);
    AudioClip resampled = Resampler.of(16_000, 22_050).apply(clip);
    assertMel(LogMel.librosa().apply(resampled), new int[] {2, 128, 17}, "--resample");
  }

  @Test
  void plotShowsWhereTheSoundIs() throws IOException {
    Path png = file("pictures/out.png");
    assertEquals(0, mel("--preset=mimii2019", "--plot", png.toString()), err::toString);
    BufferedImage image = ImageIO.read(png.toFile());
    // The tone of 1019 Hz is in band 21 of 64.
    int loud = image.getRGB(92 + 390, 40 + 384 - (int) (21.5 * 6));
    int quiet = image.getRGB(92 + 390, 40 + 20);
    assertTrue((loud >> 8 & 0xFF) > 0xC0, () -> Integer.toHexString(loud));
    assertTrue((quiet >> 8 & 0xFF) < 0x60, () -> Integer.toHexString(quiet));
    assertNotEquals(0xFFFFFFFF, image.getRGB(92 + 780 + 30, 60));
  }

  @Test
  void plotOfSilenceIsDrawn() throws IOException {
    WavWriter.withDefaults().write(file("in.wav"), AudioClip.of(new float[3000], 1, 16_000));
    assertEquals(0, mel("--preset=dcase2020", "--plot", file("out.png").toString()));
    assertTrue(Files.size(file("out.png")) > 1000);
  }

  @Test
  void emptyBandsAreSaid() {
    assertEquals(0, mel("--preset=torchaudio"), err::toString);
    assertTrue(out.toString().contains("4 bands lie between two bins"), out::toString);
  }

  @Test
  void resultIsWrittenAsJson() throws IOException {
    Path json = file("out.json");
    assertEquals(0, mel("--preset=mimii2019", "--json", json.toString()), err::toString);
    JsonNode result = new ObjectMapper().readTree(json.toFile());
    assertEquals("[2,64,12]", result.get("shape").toString());
    assertEquals(16_000, result.get("sampleRate").asInt());
    assertEquals(LogMel.mimii2019().toString(), result.get("features").asText());
  }

  @Test
  void badOptionsAreOneLine() {
    for (String option :
        new String[] {
          "--plot=a.jpg", "--ref=loud", "--top_db=-1", "--channel=left", "--channel=2"
        }) {
      err.getBuffer().setLength(0);
      assertEquals(2, mel("--preset=mimii2019", option), option);
      assertEquals(1, err.toString().lines().count(), err::toString);
    }
    assertFalse(Files.exists(file("out.npy")));
    assertEquals(2, run("audio", "mel", file("in.wav").toString(), "-o", "out.txt"));
    assertEquals(2, run("audio"));
    assertTrue(err.toString().contains("info or mel"), err::toString);
  }

  @Test
  void infoTellsWhatAFileHolds() throws IOException {
    Path json = file("info.json");
    String in = file("in.wav").toString();
    assertEquals(0, run("audio", "info", in, in, "--json", json.toString()), err::toString);
    assertTrue(
        out.toString().matches("(?s).*16000 +2 +6000 +0\\.375 +PCM\\S* +16 +0.*"), out::toString);
    JsonNode files = new ObjectMapper().readTree(json.toFile()).get("files");
    assertEquals(2, files.size());
    assertEquals(0.375, files.get(1).get("seconds").asDouble());
  }

  @Test
  void infoOfATruncatedFileEndsWithOne() throws IOException {
    byte[] whole = Files.readAllBytes(file("in.wav"));
    Files.write(file("cut.wav"), Arrays.copyOf(whole, whole.length - 400));
    assertEquals(1, run("audio", "info", file("cut.wav").toString()), err::toString);
    assertTrue(out.toString().contains("5900"), out::toString);
    assertEquals(2, run("audio", "info", file("no.wav").toString()));
  }
}
