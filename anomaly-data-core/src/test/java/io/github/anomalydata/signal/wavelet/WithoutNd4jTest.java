package io.github.anomalydata.signal.wavelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class WithoutNd4jTest {
  private static final String PACKAGE = "io.github.anomalydata.signal.wavelet.";

  @Test
  void arraysAreTransformedWhereThereIsNoNd4j() throws Throwable {
    URL classes = Dwt.class.getProtectionDomain().getCodeSource().getLocation();
    URL logging = Logger.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes, logging}, ClassLoader.getPlatformClassLoader())) {
      assertThrows(
          ClassNotFoundException.class,
          () -> loader.loadClass("org.nd4j.linalg.api.ndarray.INDArray"));
      // Lookups that, unlike reflection, resolve only the method they ask for.
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Class<?> wavelet = loader.loadClass(PACKAGE + "Wavelet");
      Object db2 =
          lookup
              .findStatic(wavelet, "of", MethodType.methodType(wavelet, String.class))
              .invokeWithArguments("db2");
      Map<String, String> results =
          Map.of("Dwt", "WaveletBands", "Swt", "StationaryBands", "WaveletPackets", "PacketNodes");
      for (Map.Entry<String, String> names : results.entrySet()) {
        Class<?> type = loader.loadClass(PACKAGE + names.getKey());
        Class<?> result = loader.loadClass(PACKAGE + names.getValue());
        Object transform =
            lookup
                .findStatic(type, "of", MethodType.methodType(type, wavelet))
                .invokeWithArguments(db2);
        Object bands =
            lookup
                .findVirtual(
                    type, "decompose", MethodType.methodType(result, double[].class, int.class))
                .invokeWithArguments(transform, new double[16], 1);
        Object back =
            lookup
                .findVirtual(type, "reconstruct", MethodType.methodType(double[].class, result))
                .invokeWithArguments(transform, bands);
        assertEquals(16, ((double[]) back).length);
      }
    }
  }
}
