package io.github.anomalydata.mimii;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The data sets of task 2 of the DCASE challenges, development and evaluation, from 2020 to 2024:
 * {@code machine/train/*.wav} and {@code machine/test/*.wav}, where the names of the files tell the
 * rest.
 *
 * <ul>
 *   <li>2020: {@code normal_id_00_00000000.wav}, {@code anomaly_id_00_00000000.wav}, or {@code
 *       id_01_00000000.wav} without a label
 *   <li>from 2021 on: {@code section_00_source_train_normal_0000_….wav}, with {@code target} for
 *       the other domain and {@code anomaly} for faults; {@code section_03_0000.wav} without a
 *       label. In 2021 the test folders are {@code source_test} and {@code target_test}
 *   <li>from 2022 on: {@code attributes_00.csv} beside the folders, for each section
 * </ul>
 *
 * <p>Opening reads names and attributes, no sounds.
 *
 * @see <a href="https://dcase.community">The DCASE community</a>
 */
public final class Dcase {
  private static final Pattern ID_NAME =
      Pattern.compile("(?:(?<label>normal|anomaly)_)?(?<id>id_\\d\\d)_\\d{8}\\.wav");
  private static final Pattern SECTION_NAME =
      Pattern.compile(
          "(?<id>section_\\d\\d)_(?:(?<domain>source|target)_)?(?:(?<part>train|test)_)?"
              + "(?:(?<label>normal|anomaly)_)?\\d{4}(?:_.*)?\\.wav");

  private final Edition edition;
  private final List<Recording> recordings = new ArrayList<>();

  private Dcase(Edition edition) {
    this.edition = edition;
  }

  /** A year of the challenge. */
  public enum Edition {
    /** Machines by id, one domain. */
    DCASE_2020("train", "test"),
    /** Sections, and a test folder for each domain. */
    DCASE_2021("train", "source_test", "target_test"),
    /** Sections, domains, attributes. */
    DCASE_2022("train", "test"),
    /** One section for each machine. */
    DCASE_2023("train", "test"),
    /** Attributes hidden for some machines. */
    DCASE_2024("train", "test");

    private final List<String> folders;

    Edition(String... folders) {
      this.folders = List.of(folders);
    }
  }

  /**
   * Opens a tree.
   *
   * @param folder the folder that holds those of the machines
   * @param edition the year, which the layout depends on
   * @return the recordings
   * @throws DataFileException if a folder is empty or is none of the tree, a file's name is none of
   *     the edition or tells another part than its folder, or an attributes file is malformed or
   *     has a row of a file that is not there, unless the whole folder of the part is not; the
   *     message tells what was looked for and what was found
   * @throws IOException if a folder cannot be read
   */
  public static Recordings open(Path folder, Edition edition) throws IOException {
    Dcase tree = new Dcase(edition);
    TreeFolder root = TreeFolder.list(folder);
    String rule = "a folder for each machine, such as fan or ToyCar";
    for (Path child : root.requireFolders(rule)) {
      Machine machine = Machine.find(TreeFolder.name(child)).orElseThrow(() -> root.expected(rule));
      tree.readMachine(machine, TreeFolder.list(child));
    }
    return Recordings.of(tree.recordings);
  }

  private void readMachine(Machine machine, TreeFolder folder) throws IOException {
    String rule = "folders among " + edition.folders;
    AttributesFile attributes = AttributesFile.read(folder.files());
    Set<String> names = new HashSet<>();
    Set<String> absent = new HashSet<>(edition.folders);
    for (Path child : folder.requireFolders(rule)) {
      if (!edition.folders.contains(TreeFolder.name(child))) {
        throw folder.expected(rule);
      }
      absent.remove(TreeFolder.name(child));
      for (Path wav : TreeFolder.list(child).requireFiles("WAV files", ".wav")) {
        names.add(TreeFolder.name(wav));
        recordings.add(recording(machine, TreeFolder.name(child), wav, attributes));
      }
    }
    attributes.requireFiles(names, absent);
  }

  private Recording recording(Machine machine, String folder, Path wav, AttributesFile attributes)
      throws DataFileException {
    boolean sections = edition != Edition.DCASE_2020;
    Matcher name = (sections ? SECTION_NAME : ID_NAME).matcher(TreeFolder.name(wav));
    if (!name.matches()) {
      throw new DataFileException(
          wav,
          "",
          sections
              ? "a name such as section_00_source_train_normal_0000.wav"
              : "a name such as normal_id_00_00000000.wav",
          TreeFolder.name(wav));
    }
    Part part = folder.equals("train") ? Part.TRAIN : Part.TEST;
    Domain domain = Domain.UNSTATED;
    if (sections) {
      requireSame(wav, folder, name.group("domain"), name.group("part"));
      domain = domain(name.group("domain"));
    }
    String id = name.group("id");
    String stem = name.group().substring(0, name.group().length() - ".wav".length());
    return new Recording(
        edition.name().replace('_', '-') + "/" + machine + "/" + folder + "/" + stem,
        wav,
        new MachineUnit(Snr.UNSTATED, machine, id),
        label(name.group("label")),
        part,
        domain,
        attributes.of(TreeFolder.name(wav)));
  }

  /** Refuses a file that lies in a folder of another part or domain than its name tells. */
  private static void requireSame(
      Path wav, String folder, @Nullable String domain, @Nullable String part)
      throws DataFileException {
    String wanted = folder.substring(folder.lastIndexOf('_') + 1);
    boolean domainDiffers =
        folder.contains("_") && domain != null && !folder.startsWith(domain + "_");
    if (domainDiffers || (part != null && !part.equals(wanted))) {
      throw new DataFileException(
          wav, "", "a name that tells the part its folder does", "the folder " + folder);
    }
  }

  private static Domain domain(@Nullable String name) {
    if (name == null) {
      return Domain.UNSTATED;
    }
    return name.equals("source") ? Domain.SOURCE : Domain.TARGET;
  }

  private static Label label(@Nullable String name) {
    if (name == null) {
      return Label.UNLABELLED;
    }
    return name.equals("normal") ? Label.NORMAL : Label.ABNORMAL;
  }
}
