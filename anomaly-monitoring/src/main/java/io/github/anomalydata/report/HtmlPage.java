package io.github.anomalydata.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A report as one page of HTML. Text and tables are plain elements, which need no script; the data
 * of charts follow as JSON, which a script draws. A policy in the head lets the page run nothing
 * but that script and load nothing at all.
 */
final class HtmlPage {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().build().setCharacterEscapes(new Html.ScriptEscapes());

  private final Writer out;
  private final List<Plot> drawn = new ArrayList<>();
  private int galleries;

  private HtmlPage(Writer out) {
    this.out = out;
  }

  static void write(Report report, OutputStream stream) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    HtmlPage page = new HtmlPage(out);
    page.head(report);
    page.body(report);
    out.flush();
  }

  private void head(Report report) throws IOException {
    line("<!doctype html>");
    line("<html lang=\"en\"><head><meta charset=\"utf-8\">");
    line(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
            + Assets.source(Assets.LIBRARY)
            + " "
            + Assets.source(Assets.SCRIPT)
            + "; style-src "
            + Assets.source(Assets.STYLE)
            + "; img-src data:; base-uri 'none'; form-action 'none'\">");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    line("<meta name=\"color-scheme\" content=\"light dark\">");
    line("<meta name=\"referrer\" content=\"no-referrer\">");
    line("<title>" + Html.escape(report.title()) + "</title>");
    line("<style>" + Assets.STYLE + "</style></head>");
  }

  private void body(Report report) throws IOException {
    line("<body>");
    line("<header>");
    line("<div class=\"top\"><h1>" + Html.isolate(report.title()) + "</h1>");
    line("<button type=\"button\" id=\"theme\" hidden>Theme</button></div>");
    if (!report.subtitle().isEmpty()) {
      line("<p class=\"subtitle\">" + Html.isolate(report.subtitle()) + "</p>");
    }
    if (report.verdict().isPresent()) {
      verdict(report.verdict().get());
    }
    facts(report);
    contents(report);
    line("</header>");
    line("<main>");
    for (int i = 0; i < report.sections().size(); i++) {
      section(report.sections().get(i), i);
    }
    line("</main>");
    line("<footer><p>Made by Anomaly Data. Plots by uPlot. Times are in UTC.</p></footer>");
    line("<noscript><p>Plots are drawn by a script; tables are complete.</p></noscript>");
    line("<script type=\"application/json\" id=\"plots\">" + json() + "</script>");
    line("<script>" + Assets.LIBRARY + "</script>");
    line("<script>" + Assets.SCRIPT + "</script>");
    line("</body></html>");
  }

  private void verdict(Verdict verdict) throws IOException {
    String mark = PlotJson.word(verdict.mark());
    line("<section class=\"verdict " + mark + "\" aria-label=\"Verdict\">");
    line("<p class=\"headline\">" + Html.isolate(verdict.headline()) + "</p>");
    if (!verdict.reasons().isEmpty()) {
      line("<ul>");
      for (String reason : verdict.reasons()) {
        line("<li>" + Html.isolate(reason) + "</li>");
      }
      line("</ul>");
    }
    line("</section>");
  }

  private void facts(Report report) throws IOException {
    if (report.facts().isEmpty()) {
      return;
    }
    line("<dl class=\"facts\">");
    for (var fact : report.facts().entrySet()) {
      line(
          "<div><dt>"
              + Html.isolate(fact.getKey())
              + "</dt><dd>"
              + Html.isolate(fact.getValue())
              + "</dd></div>");
    }
    line("</dl>");
  }

  private void contents(Report report) throws IOException {
    if (report.sections().size() < 2) {
      return;
    }
    line("<nav aria-label=\"Sections\"><ul>");
    for (int i = 0; i < report.sections().size(); i++) {
      String title = Html.isolate(report.sections().get(i).title());
      line("<li><a href=\"#section-" + i + "\">" + title + "</a></li>");
    }
    line("</ul></nav>");
  }

  private void section(Section section, int number) throws IOException {
    line("<section id=\"section-" + number + "\">");
    line("<h2>" + Html.isolate(section.title()) + "</h2>");
    if (!section.text().isEmpty()) {
      line("<p class=\"text\">" + Html.isolate(section.text()) + "</p>");
    }
    HtmlTable.Links links = HtmlTable.Links.of(section, galleries);
    boolean inGrid = false;
    for (Block block : section.blocks()) {
      // Plots that follow one another stand side by side.
      if (block instanceof Plot != inGrid) {
        line(inGrid ? "</div>" : "<div class=\"grid\">");
        inGrid = !inGrid;
      }
      if (block instanceof Plot plot) {
        figure(plot);
      } else if (block instanceof Table table) {
        HtmlTable.write(table, links, out);
      } else if (block instanceof Gallery gallery) {
        gallery(gallery);
      }
    }
    line(inGrid ? "</div></section>" : "</section>");
  }

  private void gallery(Gallery gallery) throws IOException {
    String id = "gallery-" + galleries++;
    line("<div class=\"gallery\" id=\"" + id + "\">");
    line("<div class=\"tools\"><h3>" + Html.isolate(gallery.title()) + "</h3></div>");
    for (int i = 0; i < gallery.entries().size(); i++) {
      Gallery.Entry entry = gallery.entries().get(i);
      line("<section class=\"entry\" id=\"" + id + "-" + i + "\" tabindex=\"-1\">");
      line("<h4>" + Html.isolate(entry.name()) + "</h4>");
      line("<div class=\"grid\">");
      for (Plot plot : entry.plots()) {
        figure(plot);
      }
      line("</div></section>");
    }
    line("</div>");
  }

  private void figure(Plot plot) throws IOException {
    String title = Html.isolate(plot.title());
    String description = Html.isolate(plot.description());
    if (plot instanceof Picture picture) {
      line("<figure class=\"picture\"><figcaption>" + title + "</figcaption>");
      line("<div class=\"layers\">");
      image(picture.image(), picture.description(), "");
      if (!picture.overlayName().isEmpty()) {
        image(picture.overlay(), picture.overlayName(), " class=\"overlay\"");
      }
      line("</div>");
    } else {
      line("<figure data-plot=\"" + drawn.size() + "\"><figcaption>" + title + "</figcaption>");
      line("<div class=\"plot\"></div>");
      drawn.add(plot);
    }
    if (!plot.description().equals(plot.title())) {
      line("<p class=\"description\">" + description + "</p>");
    }
    line("</figure>");
  }

  private void image(byte[] png, String alternative, String attributes) throws IOException {
    line(
        "<img"
            + attributes
            + " alt=\""
            + Html.escape(alternative)
            + "\" src=\"data:image/png;base64,"
            + Base64.getEncoder().encodeToString(png)
            + "\">");
  }

  private String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      PlotJson plots = new PlotJson(json, PackedColumn::write);
      json.writeStartArray();
      for (Plot plot : drawn) {
        plots.write(plot);
      }
      json.writeEndArray();
    }
    return text.toString();
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
