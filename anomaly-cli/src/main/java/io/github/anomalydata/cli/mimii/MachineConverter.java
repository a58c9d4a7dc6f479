package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.mimii.Machine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a machine's folder. */
final class MachineConverter implements ITypeConverter<Machine> {
  @Override
  public Machine convert(String value) {
    try {
      return Machine.of(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
