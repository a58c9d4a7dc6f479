package io.github.anomalydata.mimii;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The MIMII data set: sounds of fans, pumps, slide rails and valves, normal and with faults, mixed
 * with the noise of a factory at three signal-to-noise ratios; 10 s at 16 kHz from 8 microphones.
 *
 * <p>The tree is {@code SNR/machine/id_NN/normal/*.wav} and {@code SNR/machine/id_NN/abnormal/
 * *.wav}. An SNR folder is named as the published baseline does ({@code min6dB}, {@code 0dB},
 * {@code 6dB}) or as the archives are ({@code -6_dB_fan}); without one, the SNR is what the name of
 * the opened folder tells, or unstated. The label is the exact name of the parent folder.
 *
 * <p>Opening reads names, no files. Every folder has to be one of the tree, but for hidden ones,
 * whose names begin with a dot.
 *
 * @see <a href="https://doi.org/10.5281/zenodo.3384388">H. Purohit et al. (2019), MIMII dataset,
 *     doi:10.5281/zenodo.3384388</a>
 */
public final class Mimii {
  private static final Pattern ID = Pattern.compile("id_\\d\\d");

  private final List<Recording> recordings = new ArrayList<>();
  private final Map<String, Path> files = new HashMap<>();

  private Mimii() {}

  /** What a tree must hold. */
  public enum Completeness {
    /** Any number of recordings: a part of the data set, or a simulated one. */
    ANY,
    /**
     * Of each machine that is there, all four ids with as many normal and abnormal recordings as
     * were published.
     */
    AS_PUBLISHED
  }

  /**
   * Opens a tree with any number of recordings.
   *
   * @param folder the folder that holds those of the SNRs, or those of the machines
   * @return the recordings
   * @throws DataFileException if a folder is empty or is none of the tree; the message tells what
   *     was looked for and what was found
   * @throws IOException if a folder cannot be read
   */
  public static Recordings open(Path folder) throws IOException {
    return open(folder, Completeness.ANY);
  }

  /**
   * Opens a tree.
   *
   * @param folder the folder that holds those of the SNRs, or those of the machines
   * @param completeness what the tree must hold
   * @return the recordings
   * @throws DataFileException if a folder is empty or is none of the tree, or recordings are
   *     missing; the message tells what was looked for and what was found
   * @throws IOException if a folder cannot be read
   */
  public static Recordings open(Path folder, Completeness completeness) throws IOException {
    Mimii tree = new Mimii();
    tree.readRoot(TreeFolder.list(folder));
    Recordings recordings = Recordings.of(tree.recordings);
    if (completeness == Completeness.AS_PUBLISHED) {
      requirePublished(folder, recordings);
    }
    return recordings;
  }

  private static DataFileException expectedRoot(TreeFolder root) {
    return root.expected(
        "a folder for each SNR, such as 6dB or 6_dB_fan, or for each machine, one of "
            + Machine.MIMII);
  }

  private void readRoot(TreeFolder root) throws IOException {
    if (root.folders().isEmpty()) {
      throw expectedRoot(root);
    }
    for (Path child : root.folders()) {
      String name = TreeFolder.name(child);
      if (Snr.ofFolder(name) != Snr.UNSTATED) {
        readSnr(Snr.ofFolder(name), TreeFolder.list(child));
      } else if (isMachine(name)) {
        Snr snr = Snr.ofFolder(TreeFolder.name(root.path().toAbsolutePath().normalize()));
        readMachine(snr, Machine.of(name), TreeFolder.list(child));
      } else {
        throw expectedRoot(root);
      }
    }
  }

  private static boolean isMachine(String name) {
    return Machine.find(name).filter(Machine.MIMII::contains).isPresent();
  }

  private void readSnr(Snr snr, TreeFolder folder) throws IOException {
    String rule = "a folder for each machine, one of " + Machine.MIMII;
    for (Path child : folder.requireFolders(rule)) {
      if (!isMachine(TreeFolder.name(child))) {
        throw folder.expected(rule);
      }
      readMachine(snr, Machine.of(TreeFolder.name(child)), TreeFolder.list(child));
    }
  }

  private void readMachine(Snr snr, Machine machine, TreeFolder folder) throws IOException {
    String rule = "a folder for each machine's id, such as id_00";
    for (Path child : folder.requireFolders(rule)) {
      String id = TreeFolder.name(child);
      if (!ID.matcher(id).matches()) {
        throw folder.expected(rule);
      }
      readUnit(new MachineUnit(snr, machine, id), TreeFolder.list(child));
    }
  }

  private void readUnit(MachineUnit unit, TreeFolder folder) throws IOException {
    String rule = "the folders normal and abnormal";
    for (Path child : folder.requireFolders(rule)) {
      Label label =
          switch (TreeFolder.name(child)) {
            case "normal" -> Label.NORMAL;
            case "abnormal" -> Label.ABNORMAL;
            default -> throw folder.expected(rule);
          };
      for (Path wav : TreeFolder.list(child).requireFiles("WAV files", ".wav")) {
        add(unit, label, child, wav);
      }
    }
  }

  private void add(MachineUnit unit, Label label, Path folder, Path wav) throws DataFileException {
    String name = TreeFolder.name(wav);
    String place = unit.machine() + "/" + unit.id() + "/" + TreeFolder.name(folder) + "/";
    Path first = files.putIfAbsent(unit.snr() + "/" + place + name, wav);
    if (first != null) {
      throw new DataFileException(
          wav, "", "each recording once", "the same recording in " + first.getParent());
    }
    String group = "MIMII/" + place + name.substring(0, name.length() - ".wav".length());
    recordings.add(
        new Recording(group, wav, unit, label, Part.UNSTATED, Domain.UNSTATED, Map.of()));
  }

  private static void requirePublished(Path folder, Recordings recordings)
      throws DataFileException {
    Set<MachineUnit> wanted = new TreeSet<>();
    for (MachineUnit unit : recordings.units()) {
      for (String id : PublishedCounts.of(unit.machine()).keySet()) {
        wanted.add(new MachineUnit(unit.snr(), unit.machine(), id));
      }
    }
    if (!wanted.equals(new TreeSet<>(recordings.units()))) {
      throw new DataFileException(
          folder, "", "the published machines " + wanted, recordings.units().toString());
    }
    for (Recordings part : recordings.byUnit()) {
      MachineUnit unit = part.units().get(0);
      PublishedCounts published = PublishedCounts.of(unit).orElseThrow();
      PublishedCounts found = PublishedCounts.found(part);
      if (!found.equals(published)) {
        throw new DataFileException(
            folder, unit.toString(), published + ", as published", found.toString());
      }
    }
  }
}
