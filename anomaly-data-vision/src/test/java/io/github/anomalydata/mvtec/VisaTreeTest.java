package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.image.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisaTreeTest {
  private static final String CSV = "split_csv/1cls.csv";

  @TempDir private Path folder = Path.of("");
  private SimulatedFolder tree = new SimulatedFolder(Path.of(""), Layout.VISA);

  @BeforeEach
  void writeTree() throws IOException {
    tree = SimulatedFolder.write(folder, Layout.VISA);
  }

  @Test
  void rowsOfTheSplitAreReadWhereTheFilesAre() throws IOException {
    InspectionImages images = tree.open();

    assertEquals("12 images of 1 category, 6 of them of defects", images.toString());
    InspectionImage bad = images.withDefects("bad").list().get(0);
    assertEquals("nut/test/bad/000", bad.group());
    assertEquals(tree.path("nut/Data/Images/Anomaly/000.png"), bad.file());
    assertEquals(List.of(tree.path("nut/Data/Masks/Anomaly/000.png")), bad.masks());
    assertTrue(bad.mask(ImageSize.square(40)).count() > 0);
  }

  @Test
  void copyOfTheAuthorsScriptHasTheSameImages() throws IOException {
    Path copy = folder.resolve("1cls");
    for (InspectionImage image : tree.open().list()) {
      Path file = copy.resolve(image.group() + ".JPG");
      Files.createDirectories(file.getParent());
      Files.copy(image.file(), file);
      for (Path mask : image.masks()) {
        Path to = copy.resolve(image.group().replace("/test/", "/ground_truth/") + ".png");
        Files.createDirectories(to.getParent());
        Files.copy(mask, to);
      }
    }
    List<InspectionImage> copied = Mvtec.open(copy, Layout.VISA).list();

    assertEquals(12, copied.size());
    for (int i = 0; i < 12; i++) {
      InspectionImage original = tree.open().list().get(i);
      assertEquals(original.group(), copied.get(i).group());
      assertEquals(original.part(), copied.get(i).part());
      assertEquals(original.defect(), copied.get(i).defect());
      assertEquals(original.mask(ImageSize.square(40)), copied.get(i).mask(ImageSize.square(40)));
    }
  }

  @Test
  void linesOfTheSplitEndAsThePublishedOnesDo() throws IOException {
    List<InspectionImage> before = tree.open().list();
    tree.replace(CSV, "\n", "\r\n");

    assertEquals(before, tree.open().list());
  }

  @Test
  void everyLevelAboveZeroIsTheDefect() throws IOException {
    tree.image("nut/Data/Masks/Anomaly/000.png", 3, 200, 40);

    assertEquals(
        1600, tree.open().withDefects("bad").list().get(0).mask(ImageSize.square(40)).count());
  }

  @Test
  void categoryThatIsNotThereIsLeftOut() throws IOException {
    tree.replace(CSV, "image,mask\n", "image,mask\ncandle,train,normal,candle/a.JPG,\n");

    assertEquals(List.of("nut"), tree.open().categories());
  }

  @Test
  void categoryThatTheSplitDoesNotKnowIsNamed() throws IOException {
    tree.image("candel/Data/Images/Normal/000.png", 0, 1, 40);

    tree.assertBroken("folders of the objects of", "[nut], found [candel, nut]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "object,split | object,part | line 1: expected the columns [object, split, label",
        "nut,train,normal | nut,training,normal | line 2, split: expected train or test",
        "nut,train,normal | nut,train,good | line 2, label: expected normal or anomaly",
        "nut,test,anomaly | nut,train,anomaly | only sound products are trained on",
        "Normal/000.png, | Normal/000.png,nut/m.png | mask: expected none for a normal image",
        ",nut/Data/Masks/Anomaly/000.png | , | that of an anomaly, found nothing",
        "Masks/Anomaly/000.png | Masks/Anomaly/001.png | a file named like the image",
        "Normal/001.png | Normal/000.png | image: expected each image once",
        "nut/Data/Images/Normal/000.png | nut/../../x.png | a file in the folder nut",
        "nut/Data/Images/Normal/000.png | nut/Data/x.png | a file that is there",
        "normal,nut/Data/Images/Normal/000.png | normal | line 2"
      })
  void brokenRowsAreNamed(String from, String to, String message) throws IOException {
    tree.replace(CSV, from, to);

    tree.assertBroken("1cls.csv", message);
  }

  @Test
  void fileThatTheSplitDoesNotListIsNamed() throws IOException {
    tree.image("nut/Data/Images/Normal/099.png", 0, 1, 40);

    tree.assertBroken("Images/Normal", "1cls.csv lists, and no other", "[099.png]");
  }

  @Test
  void maskThatTheSplitDoesNotListIsNamed() throws IOException {
    tree.image("nut/Data/Masks/Anomaly/099.png", 0, 1, 40);

    tree.assertBroken("Masks/Anomaly", "1cls.csv lists, and no other", "[099.png]");
  }

  @Test
  void missingSplitIsNamed() throws IOException {
    tree.delete(CSV);

    tree.assertBroken("1cls.csv", "the split of VisA for one class", "no such file");
  }

  @Test
  void categoryAloneIsNamed() throws IOException {
    SimulatedFolder category = new SimulatedFolder(tree.path("nut"), Layout.VISA);

    category.assertBroken("the folders train, test and ground_truth of a category");
  }

  @Test
  void maskOfZerosIsAProblem() throws IOException {
    tree.image("nut/Data/Masks/Anomaly/000.png", 0, 0, 40);

    tree.assertProblem("Masks/Anomaly/000.png", "the pixels of a defect", "a mask of zeros");
  }
}
