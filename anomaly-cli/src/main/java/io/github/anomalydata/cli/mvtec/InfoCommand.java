package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.mvtec.InspectionImage;
import io.github.anomalydata.mvtec.InspectionImages;
import io.github.anomalydata.mvtec.MaskUse;
import io.github.anomalydata.mvtec.Mvtec;
import io.github.anomalydata.mvtec.Part;
import io.github.anomalydata.mvtec.TreeCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a tree of images and tells what it holds. */
@Command(
    name = "info",
    description = {
      "Check a tree of images, every file of it, and tell what it holds.",
      "Exit code 2 if a file is broken, does not fit, or is there twice; each is named."
    },
    mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();

  @Option(names = "--no-masks", description = "Do without the masks of defects.")
  private boolean withoutMasks;

  @Option(
      names = "--whole",
      description =
          "Refuse categories that are not of the data set, or have other counts than were published.")
  private boolean whole;

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    InspectionImages images =
        data.open(
            withoutMasks ? MaskUse.IGNORED : MaskUse.REQUIRED,
            whole ? Mvtec.Completeness.AS_PUBLISHED : Mvtec.Completeness.ANY);
    PrintWriter err = spec.commandLine().getErr();
    List<DataFileException> problems = TreeCheck.problems(images, ProgressBar.on(err));
    problems.forEach(problem -> err.println(problem.getMessage()));
    print(images, problems.size());
    return problems.isEmpty() ? 0 : 2;
  }

  private void print(InspectionImages images, int problems) throws IOException {
    TextTable table = new TextTable("category", "part", "defect", "images", "masks");
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String category : images.categories()) {
      for (Part part : Part.values()) {
        Map<String, List<InspectionImage>> byDefect = new TreeMap<>();
        for (InspectionImage image : images.withCategories(category).list()) {
          if (image.part() == part) {
            byDefect.computeIfAbsent(image.defect(), defect -> new ArrayList<>()).add(image);
          }
        }
        byDefect.forEach((defect, of) -> rows.add(row(table, category, part, defect, of)));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(images + (problems == 0 ? ": all are sound" : ": " + problems + " are broken"));
    out.println();
    table.print(out);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("images", images.size());
    result.put("defects", images.defects());
    result.put("unlabelled", images.unlabelled());
    result.put("problems", problems);
    result.put("rows", rows);
    json.write(result);
  }

  private static Map<String, Object> row(
      TextTable table, String category, Part part, String defect, List<InspectionImage> images) {
    String name = part.name().toLowerCase(Locale.ROOT);
    int masks = images.stream().mapToInt(image -> image.masks().size()).sum();
    table.row(category, name, defect.isEmpty() ? "-" : defect, images.size(), masks);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("category", category);
    row.put("part", name);
    row.put("defect", defect);
    row.put("images", images.size());
    row.put("masks", masks);
    return row;
  }
}
