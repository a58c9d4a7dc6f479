package io.github.anomalydata.internal.simd;

import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses between the two twins of a kernel. */
public final class Twins {
  private static final Logger LOG = LoggerFactory.getLogger(Twins.class);
  private static final String MODULE = "jdk.incubator.vector";
  private static final boolean VECTORS = ModuleLayer.boot().findModule(MODULE).isPresent();

  static {
    if (!VECTORS) {
      LOG.info(
          "Kernels run without SIMD: start Java with --add-modules {} for the faster ones", MODULE);
    }
  }

  private Twins() {}

  /**
   * Returns whether vector twins run: whether the JVM was started with {@code --add-modules
   * jdk.incubator.vector}.
   *
   * @return whether they do
   */
  public static boolean vectors() {
    return VECTORS;
  }

  /**
   * Returns the vector twin of a kernel where the JVM has the Vector API, and the plain one
   * otherwise.
   *
   * @param <K> the kernel
   * @param kernel the kernel's interface, {@code X}; its vector twin is {@code vector.VectorX}
   * @param plain makes the plain twin
   * @return the twin to use
   */
  public static <K> K faster(Class<K> kernel, Supplier<? extends K> plain) {
    return VECTORS ? vector(kernel) : plain.get();
  }

  /**
   * Returns the vector twin of a kernel.
   *
   * @param <K> the kernel
   * @param kernel the kernel's interface, {@code X}; its twin is {@code vector.VectorX}
   * @return the vector twin
   * @throws IllegalStateException if the JVM runs without the Vector API
   */
  static <K> K vector(Class<K> kernel) {
    if (!VECTORS) {
      throw new IllegalStateException("The JVM was started without --add-modules " + MODULE);
    }
    String twin = kernel.getPackageName() + ".vector.Vector" + kernel.getSimpleName();
    try {
      return kernel.cast(Class.forName(twin).getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new IllegalStateException("No vector twin " + twin + " of " + kernel.getName(), cause);
    }
  }
}
