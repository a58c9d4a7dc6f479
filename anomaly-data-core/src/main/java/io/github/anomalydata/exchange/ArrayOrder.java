package io.github.anomalydata.exchange;

/** In which order the elements of an array lie in a file. */
public enum ArrayOrder {
  /** Row-major: the last index runs fastest. */
  C,
  /** Column-major: the first index runs fastest. */
  FORTRAN
}
