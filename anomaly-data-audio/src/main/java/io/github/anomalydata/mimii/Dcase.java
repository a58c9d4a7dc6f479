package io.github.anomalydata.mimii;

import static io.github.anomalydata.mimii.Machine.AIR_COMPRESSOR;
import static io.github.anomalydata.mimii.Machine.BANDSAW;
import static io.github.anomalydata.mimii.Machine.BEARING;
import static io.github.anomalydata.mimii.Machine.BRUSHLESS_MOTOR;
import static io.github.anomalydata.mimii.Machine.FAN;
import static io.github.anomalydata.mimii.Machine.GEARBOX;
import static io.github.anomalydata.mimii.Machine.GRINDER;
import static io.github.anomalydata.mimii.Machine.HAIR_DRYER;
import static io.github.anomalydata.mimii.Machine.HOVERING_DRONE;
import static io.github.anomalydata.mimii.Machine.PRINTER_3D;
import static io.github.anomalydata.mimii.Machine.PUMP;
import static io.github.anomalydata.mimii.Machine.ROBOTIC_ARM;
import static io.github.anomalydata.mimii.Machine.SCANNER;
import static io.github.anomalydata.mimii.Machine.SHAKER;
import static io.github.anomalydata.mimii.Machine.SLIDER;
import static io.github.anomalydata.mimii.Machine.TOOTH_BRUSH;
import static io.github.anomalydata.mimii.Machine.TOY_CAR;
import static io.github.anomalydata.mimii.Machine.TOY_CIRCUIT;
import static io.github.anomalydata.mimii.Machine.TOY_CONVEYOR;
import static io.github.anomalydata.mimii.Machine.TOY_DRONE;
import static io.github.anomalydata.mimii.Machine.TOY_N_SCALE;
import static io.github.anomalydata.mimii.Machine.TOY_TANK;
import static io.github.anomalydata.mimii.Machine.TOY_TRAIN;
import static io.github.anomalydata.mimii.Machine.VACUUM;
import static io.github.anomalydata.mimii.Machine.VALVE;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
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
 *       the other domain and {@code anomaly} for faults; {@code section_03_0000.wav} or {@code
 *       section_03_test_0000.wav} without a label. In 2021 the test folders are {@code source_test}
 *       and {@code target_test}, and name the domain of recordings without a label
 *   <li>from 2022 on: {@code attributes_00.csv} beside the folders, for each section
 * </ul>
 *
 * <p>Opening reads names and attributes, no sounds.
 *
 * <p>The names, folders and machines are those of the organizers' baseline for all editions: N.
 * Harada et al., "First-shot anomaly sound detection for machine condition monitoring: a domain
 * generalization baseline", EUSIPCO 2023.
 *
 * @see <a
 *     href="https://github.com/nttcslab/dcase2023_task2_baseline_ae/blob/main/README_legacy.md">
 *     dcase2023_task2_baseline_ae, the data of 2020 to 2024</a>
 */
public final class Dcase {
  private static final Pattern ID_NAME =
      Pattern.compile("(?:(?<label>normal|anomaly)_)?(?<id>id_\\d\\d)_\\d{8}\\.wav");
  private static final Pattern SECTION_NAME =
      Pattern.compile(
          "(?<id>section_\\d\\d)_(?:(?<domain>source|target)_)?(?:(?<part>train|test)_)?"
              + "(?:(?<label>normal|anomaly)_)?\\d{4}(?:_.*)?\\.wav");

  private static final Set<Machine> DEVELOPMENT =
      EnumSet.of(FAN, SLIDER, VALVE, BEARING, GEARBOX, TOY_CAR, TOY_TRAIN);

  private final Edition edition;
  private final List<Recording> recordings = new ArrayList<>();

  private Dcase(Edition edition) {
    this.edition = edition;
  }

  /** A year of the challenge, and the machines of its development and evaluation data. */
  public enum Edition {
    /** Machines by id, one domain. */
    DCASE_2020(
        List.of("train", "test"), EnumSet.of(FAN, PUMP, SLIDER, VALVE, TOY_CAR, TOY_CONVEYOR)),
    /** Sections, and a test folder for each domain. */
    DCASE_2021(
        List.of("train", "source_test", "target_test"),
        EnumSet.of(FAN, GEARBOX, PUMP, SLIDER, VALVE, TOY_CAR, TOY_TRAIN)),
    /** Sections, domains, attributes. */
    DCASE_2022(List.of("train", "test"), DEVELOPMENT),
    /** One section for each machine; other machines in the evaluation data. */
    DCASE_2023(
        List.of("train", "test"),
        with(TOY_DRONE, TOY_N_SCALE, TOY_TANK, VACUUM, BANDSAW, GRINDER, SHAKER)),
    /** Attributes hidden for some machines. */
    DCASE_2024(
        List.of("train", "test"),
        with(
            PRINTER_3D,
            AIR_COMPRESSOR,
            BRUSHLESS_MOTOR,
            HAIR_DRYER,
            HOVERING_DRONE,
            ROBOTIC_ARM,
            SCANNER,
            TOOTH_BRUSH,
            TOY_CIRCUIT));

    private final List<String> folders;
    private final Set<Machine> machines;

    Edition(List<String> folders, Set<Machine> machines) {
      this.folders = folders;
      this.machines = Collections.unmodifiableSet(EnumSet.copyOf(machines));
    }

    private static Set<Machine> with(Machine... evaluation) {
      Set<Machine> machines = EnumSet.copyOf(DEVELOPMENT);
      machines.addAll(List.of(evaluation));
      return machines;
    }

    /**
     * Returns the machines.
     *
     * @return those of the development and the evaluation data, in order
     */
    public Set<Machine> machines() {
      return machines;
    }

    /**
     * Tells whether there are a source and a target domain.
     *
     * @return true from 2021 on
     */
    public boolean hasDomains() {
      return this != DCASE_2020;
    }

    /** Tells whether there are files of attributes. */
    boolean hasAttributes() {
      return compareTo(DCASE_2022) >= 0;
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
    String rule = "a folder for each machine of " + edition + ", some of " + edition.machines();
    for (Path child : root.requireFolders(rule)) {
      Machine machine =
          Machine.find(TreeFolder.name(child))
              .filter(edition.machines()::contains)
              .orElseThrow(() -> root.expected(rule));
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
