package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.image.Resize;
import io.github.anomalydata.mvtec.InspectionImage;
import io.github.anomalydata.mvtec.InspectionImages;
import io.github.anomalydata.mvtec.Part;
import io.github.anomalydata.report.Axis;
import io.github.anomalydata.report.Chart;
import io.github.anomalydata.report.Digits;
import io.github.anomalydata.report.Gallery;
import io.github.anomalydata.report.Mark;
import io.github.anomalydata.report.Picture;
import io.github.anomalydata.report.Plot;
import io.github.anomalydata.report.Report;
import io.github.anomalydata.report.Section;
import io.github.anomalydata.report.Table;
import io.github.anomalydata.report.Tone;
import io.github.anomalydata.report.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a tree of images holds, as a report. */
final class MvtecPages {
  private static final Digits WHOLE = Digits.decimals(0);
  private static final int SIDE = 256;
  private static final int NAMED = 5;

  private MvtecPages() {}

  static Report of(InspectionImages images, List<DataFileException> problems) throws IOException {
    Report report =
        Report.of("Images of products")
            .withSubtitle(images.toString())
            .with(verdict(problems))
            .withFact("images", WHOLE.format(images.size()))
            .withFact("categories", WHOLE.format(images.categories().size()))
            .withFact("defective", WHOLE.format(images.defects()))
            .withFact("without a label", WHOLE.format(images.unlabelled()))
            .with(balance(images));
    if (!problems.isEmpty()) {
      report =
          report.with(
              Section.of(
                  "Broken files",
                  Table.of("Broken files")
                      .withText(
                          "problem",
                          problems.stream().map(p -> String.valueOf(p.getMessage())).toList())));
    }
    Set<String> broken =
        problems.stream().map(p -> String.valueOf(p.file())).collect(Collectors.toSet());
    return report.with(samples(images, broken));
  }

  private static Verdict verdict(List<DataFileException> problems) {
    if (problems.isEmpty()) {
      return Verdict.of(Mark.GOOD, "All files can be read", "Every image and mask was read.");
    }
    List<String> reasons = new ArrayList<>();
    problems.stream()
        .limit(NAMED)
        .forEach(problem -> reasons.add(String.valueOf(problem.getMessage())));
    if (problems.size() > NAMED) {
      reasons.add("and " + (problems.size() - NAMED) + " more, in the table below");
    }
    return new Verdict(
        Mark.ALARM,
        problems.size() + (problems.size() == 1 ? " file is broken" : " files are broken"),
        reasons);
  }

  private record Kind(String category, Part part, String defect) {
    static Kind of(InspectionImage image) {
      return new Kind(image.category(), image.part(), image.defect());
    }
  }

  private static Section balance(InspectionImages images) {
    Map<Kind, List<InspectionImage>> kinds = new LinkedHashMap<>();
    for (InspectionImage image : images.list()) {
      kinds.computeIfAbsent(Kind.of(image), kind -> new ArrayList<>()).add(image);
    }
    Table table =
        Table.of("Images by kind")
            .withText("category", kinds.keySet().stream().map(Kind::category).toList())
            .withText(
                "part",
                kinds.keySet().stream()
                    .map(kind -> kind.part().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .toList())
            .withText("defect", kinds.keySet().stream().map(MvtecPages::defect).toList())
            .withNumbers("images", WHOLE, kinds.values().stream().mapToDouble(List::size).toArray())
            .withNumbers(
                "masks",
                WHOLE,
                kinds.values().stream()
                    .mapToDouble(of -> of.stream().mapToInt(i -> i.masks().size()).sum())
                    .toArray());
    Chart chart =
        Chart.ofCategories(
                "Images by category",
                Axis.ofCategories("category", images.categories()),
                Axis.of("images"))
            .withBars("sound", Tone.BLUE, counts(images, false))
            .withBars("defective", Tone.ORANGE, counts(images, true));
    return Section.of("Class balance", chart, table);
  }

  private static String defect(Kind kind) {
    return kind.defect().isEmpty() ? "not known" : kind.defect();
  }

  private static double[] counts(InspectionImages images, boolean defective) {
    return images.categories().stream()
        .mapToDouble(
            category ->
                images.list().stream()
                    .filter(i -> i.category().equals(category) && i.isLabelled())
                    .filter(i -> i.isDefective() == defective)
                    .count())
        .toArray();
  }

  /** Returns one image of each defect of each category, but no broken one. */
  private static Section samples(InspectionImages images, Set<String> broken) throws IOException {
    Gallery gallery = Gallery.of("One image of each kind");
    for (String category : images.categories()) {
      Map<String, InspectionImage> first = new TreeMap<>();
      for (InspectionImage image : images.list()) {
        boolean sound =
            !broken.contains(image.file().toString())
                && image.masks().stream().noneMatch(mask -> broken.contains(mask.toString()));
        if (image.category().equals(category) && sound) {
          first.putIfAbsent(image.defect(), image);
        }
      }
      List<Plot> pictures = new ArrayList<>();
      for (InspectionImage image : first.values()) {
        pictures.add(picture(image));
      }
      gallery = gallery.with(category, pictures.toArray(Plot[]::new));
    }
    return Section.of("Samples", gallery)
        .withText("Red is where a mask says that the defect is; the box takes it off.");
  }

  private static Picture picture(InspectionImage of) throws IOException {
    Image image = Image.open(of.file());
    Resize smaller = Resize.shorterSide(Math.min(SIDE, Math.min(image.width(), image.height())));
    String title = of.defect().isEmpty() ? "not known" : of.defect();
    Picture picture =
        Picture.of(
            title,
            of.file().getFileName() + ", " + image.width() + " × " + image.height() + " pixels",
            Pixels.png(smaller.apply(image)));
    if (of.masks().isEmpty()) {
      return picture;
    }
    Mask mask = of.mask(image.size());
    return picture.withOverlay("mask", Pixels.overlay(smaller.apply(mask)));
  }
}
