package io.github.anomalydata.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.anomalydata.Inputs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.visnow.jlargearrays.ConcurrencyUtils;

class ArraysOnlyTest {
  private static final MethodType BATCH =
      MethodType.methodType(double[].class, double[].class, int.class);

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static double[] withDefaults(Class<?> type, double[] x, int length) throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    Object options = lookup.findStatic(type, "withDefaults", MethodType.methodType(type)).invoke();
    return (double[]) lookup.findVirtual(type, "apply", BATCH).invoke(options, x, length);
  }

  @Test
  void workOnArraysOfJavaNeedsNoNd4j() throws Throwable {
    URL[] urls = {
      home(RealFft.class),
      home(DoubleFFT_1D.class),
      home(ConcurrencyUtils.class),
      home(Logger.class)
    };
    double[] x = Inputs.of("noise", 300);
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      assertThrows(
          ClassNotFoundException.class, () -> loader.loadClass("org.nd4j.linalg.factory.Nd4j"));
      assertArrayEquals(
          Spectrogram.withDefaults().apply(x, 300),
          withDefaults(loader.loadClass(Spectrogram.class.getName()), x, 300));
      assertArrayEquals(
          Welch.withDefaults().apply(x, 300),
          withDefaults(loader.loadClass(Welch.class.getName()), x, 300));
    }
  }
}
