package io.github.anomalydata.mvtec;

import java.util.random.RandomGenerator;

/** What can be wrong with a simulated product. */
enum SimulatedDefect {
  /** A thin bright line. */
  SCRATCH {
    @Override
    Look on(Surface surface, RandomGenerator random) {
      double length = 0.18 + 0.14 * random.nextDouble();
      double width = 0.016 + 0.008 * random.nextDouble();
      Shape line = Shape.stroke(surface.place(random), length, width, random);
      return (u, v, rgb) -> {
        surface.colour(u, v, rgb);
        if (line.contains(u, v) && surface.isProduct(u, v)) {
          Shading.blend(rgb, 244, 238, 228, 0.75);
        }
      };
    }
  },

  /** A hole with a torn edge. */
  HOLE {
    @Override
    Look on(Surface surface, RandomGenerator random) {
      Shape hole = Shape.blob(surface.place(random), 0.035 + 0.03 * random.nextDouble(), random);
      return (u, v, rgb) -> {
        surface.colour(u, v, rgb);
        if (hole.contains(u - 0.006, v - 0.006)) {
          Shading.set(rgb, 14, 12, 11, 1);
        } else if (hole.contains(u, v)) {
          Shading.blend(rgb, 235, 220, 200, 0.6);
        }
      };
    }
  },

  /** A spot of something spilt, through which the surface is seen. */
  STAIN {
    @Override
    Look on(Surface surface, RandomGenerator random) {
      Shape spot = Shape.blob(surface.place(random), 0.05 + 0.04 * random.nextDouble(), random);
      double red = 40 + 180 * random.nextInt(2);
      double green = red == 40 ? 50 + 30 * random.nextDouble() : 190;
      return (u, v, rgb) -> {
        surface.colour(u, v, rgb);
        if (spot.contains(u, v) && surface.isProduct(u, v)) {
          Shading.blend(rgb, red, green, 110, 0.55);
        }
      };
    }
  },

  /** A region pushed aside. */
  BENT {
    @Override
    Look on(Surface surface, RandomGenerator random) {
      double[] centre = surface.place(random);
      double radius = 0.11 + 0.04 * random.nextDouble();
      double angle = 2 * Math.PI * random.nextDouble();
      double push = 0.45 * radius;
      double across = push * StrictMath.cos(angle);
      double down = push * StrictMath.sin(angle);
      return (u, v, rgb) -> {
        double du = (u - centre[0]) / radius;
        double dv = (v - centre[1]) / radius;
        double inside = Math.max(0, 1 - du * du - dv * dv);
        surface.colour(u - across * inside * inside, v - down * inside * inside, rgb);
      };
    }
  },

  /** A part that is not there: a thread, a wire, a corner. */
  MISSING {
    @Override
    Look on(Surface surface, RandomGenerator random) {
      Shape part = surface.part(random);
      return (u, v, rgb) -> {
        if (part.contains(u, v)) {
          surface.beneath(u, v, rgb);
        } else {
          surface.colour(u, v, rgb);
        }
      };
    }
  };

  /** What is seen at a place in fractions of the picture. */
  @FunctionalInterface
  interface Look {
    void colour(double u, double v, double[] rgb);
  }

  /** Draws how a product looks with such a defect: the same but for the defect. */
  abstract Look on(Surface surface, RandomGenerator random);
}
