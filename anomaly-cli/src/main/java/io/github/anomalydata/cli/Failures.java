package io.github.anomalydata.cli;

import io.github.anomalydata.data.batch.BatchException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What a person sees when a command fails: one line that says what and where.
 *
 * <p>Bad usage and bad input end with 2. Anything else is an error of ours: it ends with 1 and
 * keeps its stack trace, which whoever mends it needs.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  static final int JOB_SAYS_NO = 1;
  static final int BAD_INPUT = 2;

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .println(
            "anomaly: "
                + oneLine(String.valueOf(e.getMessage()))
                + "; see '"
                + command.getCommandSpec().qualifiedName()
                + " --help'");
    return BAD_INPUT;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult result) {
    PrintWriter err = command.getErr();
    Exception e = inBatch(thrown);
    if (e instanceof IOException || e instanceof IllegalArgumentException) {
      err.println("anomaly: " + oneLine(message(e)));
      return BAD_INPUT;
    }
    err.println("anomaly: " + result.originalArgs() + " failed, which it never should:");
    thrown.printStackTrace(err);
    err.flush();
    return JOB_SAYS_NO;
  }

  /** A worker cannot throw what is checked: the file that it could not read is the failure. */
  private static Exception inBatch(Exception e) {
    return e instanceof BatchException && e.getCause() instanceof IOException cause ? cause : e;
  }

  /** Some messages of the JDK are nothing but a path. */
  private static String message(Exception e) {
    if (e instanceof FileSystemException file && file.getReason() == null) {
      String what =
          e instanceof NoSuchFileException
              ? "no such file"
              : e instanceof FileAlreadyExistsException ? "exists already" : "cannot be used";
      return file.getFile() + ": " + what;
    }
    return String.valueOf(e.getMessage());
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
