package io.github.anomalydata.report;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/** Tables of a page. */
final class HtmlTable {
  private static final Links NONE = new Links(Map.of());

  private HtmlTable() {}

  /**
   * The entries of a gallery by their names.
   *
   * @param ids the identifiers of their elements
   */
  record Links(Map<String, String> ids) {
    /** Returns the links to the first gallery of a section, of which the page has some before. */
    static Links of(Section section, int before) {
      Map<String, String> ids = new HashMap<>();
      for (Block block : section.blocks()) {
        if (block instanceof Gallery gallery) {
          for (int i = 0; i < gallery.entries().size(); i++) {
            ids.putIfAbsent(gallery.entries().get(i).name(), "gallery-" + before + "-" + i);
          }
          break;
        }
      }
      return new Links(ids);
    }
  }

  static void write(Table table, Links links, Writer out) throws IOException {
    out.write("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
    out.write(Html.escape(table.title()));
    out.write("\"><table><caption>" + Html.isolate(table.title()) + "</caption>\n<thead><tr>");
    for (Table.Column column : table.columns()) {
      out.write("<th scope=\"col\"" + kind(column) + ">" + Html.isolate(column.name()) + "</th>");
    }
    out.write("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < table.rows(); row++) {
      out.write("<tr>");
      for (int i = 0; i < table.columns().size(); i++) {
        cell(table.columns().get(i), row, i == 0 ? links : NONE, out);
      }
      out.write("</tr>\n");
    }
    out.write("</tbody></table></div>\n");
  }

  private static String kind(Table.Column column) {
    return column instanceof Table.Numbers ? " class=\"number\"" : "";
  }

  private static void cell(Table.Column column, int row, Links links, Writer out)
      throws IOException {
    String text = Html.isolate(column.text(row));
    String link = links.ids().get(column.text(row));
    if (column instanceof Table.Numbers numbers) {
      double value = numbers.values()[row];
      out.write("<td class=\"number\" data-value=\"" + value + "\">" + text + "</td>");
    } else if (column instanceof Table.Marks marks) {
      Mark mark = marks.marks().get(row);
      out.write("<td data-value=\"" + mark.ordinal() + "\"><span class=\"mark ");
      out.write(PlotJson.word(mark) + "\">" + text + "</span></td>");
    } else if (link != null) {
      out.write("<th scope=\"row\"><a href=\"#" + link + "\">" + text + "</a></th>");
    } else {
      out.write("<td>" + text + "</td>");
    }
  }
}
