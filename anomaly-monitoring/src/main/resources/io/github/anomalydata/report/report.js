(() => {
  "use strict";

  const plots = JSON.parse(document.getElementById("plots").textContent);
  const root = document.documentElement;
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // Colours.

  const probe = make("i", { hidden: true });
  document.body.append(probe);
  let colours = new Map();
  const colour = (name) => {
    if (!colours.has(name)) {
      probe.style.color = `var(--${name})`;
      colours.set(name, getComputedStyle(probe).color);
    }
    return colours.get(name);
  };
  const fade = (name, alpha) => colour(name).replace("rgb(", "rgba(").replace(")", `, ${alpha})`);

  // Numbers.

  const unpack = (column) => {
    if (Array.isArray(column)) {
      return column;
    }
    const bytes = Uint8Array.from(atob(column.f32 ?? column.f64), (c) => c.charCodeAt(0));
    const values = column.f32 ? new Float32Array(bytes.buffer) : new Float64Array(bytes.buffer);
    return Array.from(values, (value) => (Number.isFinite(value) ? value : null));
  };
  const exponent = (text) => text.replace(/\.?0*e\+?/, "e").replace("-", "−").replace("e-", "e−");
  const number = (value) => {
    if (value == null) {
      return "–";
    }
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-4 || size >= 1e9)) {
      return exponent(value.toExponential(2));
    }
    const decimals = size >= 1000 ? 0 : Math.max(0, 3 - Math.floor(Math.log10(size || 1)));
    return String(Number(value.toFixed(Math.min(decimals, 8)))).replace("-", "−");
  };
  const time = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
  const show = (axis, value) => {
    if (value == null) {
      return "";
    }
    if (axis.scale === "time") {
      return time(value);
    }
    return axis.scale === "categories" ? (axis.categories[value] ?? "") : number(value);
  };

  // Axes.

  const FONT = "12px system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif";
  const shorten = (text) => {
    const letters = Array.from(text);
    return letters.length > 16 ? letters.slice(0, 15).join("") + "…" : text;
  };
  const ticks = (axis) => (u, splits, at, space, increment) => {
    if (axis.scale === "categories") {
      return splits.map((i) => (Number.isInteger(i) ? shorten(axis.categories[i] ?? "") : ""));
    }
    const largest = Math.max(...splits.map(Math.abs));
    if (largest >= 1e6 || (largest > 0 && largest < 1e-3)) {
      return splits.map((v) => (v == null ? "" : v === 0 ? "0" : exponent(v.toExponential(2))));
    }
    const decimals = increment ? Math.max(0, Math.ceil(-Math.log10(increment) - 1e-9)) : 0;
    const digits = increment && Number(increment.toFixed(decimals)) !== increment ? decimals + 1 : decimals;
    return splits.map((v) => {
      if (v == null) {
        return "";
      }
      const text = axis.scale === "logarithmic" ? String(Number(v.toPrecision(3))) : v.toFixed(digits);
      return text.replace("-", "−");
    });
  };
  const pad = (value) => String(value).padStart(2, "0");
  // The date stands under the first tick of a day, the year under the first of all.
  const timeTicks = (u, splits) => {
    const step = splits.length > 1 ? splits[1] - splits[0] : 0;
    let last = "";
    return splits.map((seconds) => {
      const at = new Date(seconds * 1000);
      const day = `${at.getUTCFullYear()}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`;
      if (step >= 86400) {
        const year = day.slice(0, 4) === last ? "" : day.slice(0, 4);
        last = day.slice(0, 4);
        return `${day.slice(5)}\n${year}`;
      }
      const clock = `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
      const text = step < 60 ? `${clock}:${pad(at.getUTCSeconds())}` : clock;
      const date = day === last ? "" : day;
      last = day;
      return `${text}\n${date}`;
    });
  };
  const pen = document.createElement("canvas").getContext("2d");
  const widest = (texts) => {
    pen.font = FONT;
    return Math.max(0, ...(texts ?? []).map((text) => pen.measureText(text ?? "").width));
  };
  const axisOptions = (axis, isVertical) => {
    const slanted = !isVertical && axis.scale === "categories" && axis.categories.length > 4;
    const options = {
      scale: isVertical ? "y" : "x",
      side: isVertical ? 3 : 2,
      label: axis.label || null,
      labelSize: axis.label ? 24 : 0,
      labelGap: isVertical ? 4 : 0,
      font: FONT,
      labelFont: FONT,
      gap: 5,
      stroke: () => colour("soft"),
      grid: { stroke: () => colour("grid"), width: 1, show: isVertical || axis.scale !== "categories" },
      ticks: { stroke: () => colour("rule"), width: 1, size: 5 },
      size: (u, values) => (isVertical || slanted ? Math.ceil(widest(values) * (slanted ? 0.72 : 1)) + 14 : axis.scale === "time" ? 44 : 30),
    };
    if (axis.scale === "time") {
      options.space = 84;
      options.values = timeTicks;
    } else {
      options.values = ticks(axis);
      options.space = isVertical ? 34 : 64;
    }
    if (axis.scale === "categories") {
      options.splits = () => axis.categories.map((name, i) => i);
      options.rotate = slanted ? 42 : 0;
    }
    return options;
  };
  const padded = (u, low, high) => {
    if (low == null) {
      return [0, 1];
    }
    const space = high > low ? (high - low) * 0.06 : Math.abs(low) * 0.1 || 0.5;
    return [low - space, high + space];
  };
  const fromZero = (u, low, high) =>
    low == null ? [0, 1] : low >= 0 && low <= high * 0.5 ? [0, high > 0 ? high * 1.06 : 1] : padded(u, low, high);
  const standing = (u, low, high) => {
    const [from, to] = low == null ? [0, 1] : [Math.min(0, low), Math.max(0, high)];
    return from === to ? [0, 1] : [from * 1.06, to * 1.06];
  };
  const decades = (u, low, high) =>
    low == null || low <= 0 ? [0.1, 1] : [low * 0.8, high * 1.25];
  const scaleOptions = (axis, range) => {
    if (axis.scale === "time") {
      return { time: true, range: (u, low, high) => (low < high ? [low, high] : [low - 1, high + 1]) };
    }
    if (axis.scale === "logarithmic") {
      return { time: false, distr: 3, range: decades };
    }
    if (axis.scale === "categories") {
      return { time: false, range: () => [-0.6, axis.categories.length - 0.4] };
    }
    return { time: false, range };
  };

  // Charts.

  const stepped = uPlot.paths.stepped({ align: 1 });
  const none = () => null;
  const seriesOptions = (series, axis, bars) => {
    const options = {
      label: series.name,
      stroke: () => colour(series.tone),
      width: 1.75,
      points: { show: false },
      spanGaps: false,
      value: (u, value) => show(axis, value),
    };
    switch (series.style) {
      case "dashed":
        return Object.assign(options, { dash: [5, 4], width: 1.25 });
      case "steps":
        return Object.assign(options, { paths: stepped });
      case "filled-steps":
        return Object.assign(options, { paths: stepped, fill: () => fade(series.tone, 0.16), width: 1.5 });
      case "points": {
        const points = {
          show: true,
          size: 7,
          width: 1,
          stroke: () => colour(series.tone),
          fill: () => fade(series.tone, 0.45),
        };
        return Object.assign(options, { paths: none, points });
      }
      case "bars": {
        const place = bars.indexOf(series);
        const align = bars.length === 1 ? 0 : place === 0 ? -1 : 1;
        const paths = uPlot.paths.bars({ align, size: [bars.length === 1 ? 0.6 : 0.36, 46] });
        return Object.assign(options, { paths, fill: () => fade(series.tone, 0.75), width: 0 });
      }
      default:
        return options;
    }
  };
  const limit = (u, line) => {
    const { ctx, bbox } = u;
    const at = Math.round(u.valToPos(line.value, line.vertical ? "x" : "y", true));
    const inside = line.vertical
      ? at >= bbox.left && at <= bbox.left + bbox.width
      : at >= bbox.top && at <= bbox.top + bbox.height;
    if (!inside) {
      return;
    }
    const ratio = devicePixelRatio;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = colour(line.tone);
    ctx.lineWidth = 1.25 * ratio;
    ctx.setLineDash([6 * ratio, 4 * ratio]);
    ctx.font = FONT.replace("12px", `${11 * ratio}px`);
    const write = (x, y) => {
      ctx.save();
      ctx.setLineDash([]);
      ctx.lineWidth = 4 * ratio;
      ctx.lineJoin = "round";
      ctx.strokeStyle = colour("card");
      ctx.strokeText(line.name, x, y);
      ctx.restore();
      ctx.fillText(line.name, x, y);
    };
    ctx.beginPath();
    if (line.vertical) {
      ctx.moveTo(at, bbox.top);
      ctx.lineTo(at, bbox.top + bbox.height);
      ctx.stroke();
      const left = at + ctx.measureText(line.name).width + 8 * ratio > bbox.left + bbox.width;
      ctx.textAlign = left ? "right" : "left";
      ctx.textBaseline = "top";
      write(at + (left ? -5 : 5) * ratio, bbox.top + 3 * ratio);
    } else {
      ctx.moveTo(bbox.left, at);
      ctx.lineTo(bbox.left + bbox.width, at);
      ctx.stroke();
      ctx.textAlign = "right";
      const below = at - 16 * ratio < bbox.top;
      ctx.textBaseline = below ? "top" : "bottom";
      write(bbox.left + bbox.width - 4 * ratio, at + (below ? 3 : -3) * ratio);
    }
    ctx.restore();
  };
  const alarms = (u, spans) => {
    const { ctx, bbox } = u;
    ctx.save();
    ctx.fillStyle = fade("red", 0.13);
    for (const [from, to] of spans) {
      const left = Math.max(bbox.left, u.valToPos(from, "x", true));
      const right = Math.min(bbox.left + bbox.width, u.valToPos(to, "x", true));
      if (right > left) {
        ctx.fillRect(left, bbox.top, Math.max(2, right - left), bbox.height);
      }
    }
    ctx.restore();
  };
  // Of scattered points the nearest is shown, not the one above or below.
  const nearest = (u, series, index, x) => {
    const y = u.cursor.top;
    const [places, ...rows] = u.data;
    let best = index;
    let least = Infinity;
    rows.forEach((values, k) => {
      if (!u.series[k + 1].points.scattered) {
        return;
      }
      for (let i = 0; i < places.length; i++) {
        if (values[i] != null) {
          const d = (u.valToPos(places[i], "x") - u.cursor.left) ** 2 + (u.valToPos(values[i], "y") - y) ** 2;
          if (d < least) {
            least = d;
            best = i;
          }
        }
      }
    });
    return best;
  };
  const common = (width, height) => ({
    width,
    height,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    padding: [10, 18, 0, 0],
    cursor: { y: false, points: { size: 7 }, drag: { x: true, y: false } },
    legend: { live: true },
  });
  const drawChart = (plot, width, height) => {
    const data = [plot.places, ...plot.series.map((series) => series.values)].map(unpack);
    const bars = plot.series.filter((series) => series.style === "bars");
    const scattered = plot.series.some((series) => series.style === "points");
    const grounded = plot.series.some((series) => ["filled-steps", "bars"].includes(series.style));
    const zero = plot.series.some((series) => series.style === "steps");
    const name = plot.names.length > 0 ? { label: "name", value: (u, v, s, i) => (i == null ? "" : `${plot.names[i]} at ${show(plot.horizontal, v)}`) } : {};
    const options = {
      ...common(width, height),
      scales: {
        x: scaleOptions(plot.horizontal, scattered ? padded : (u, low, high) => (low < high ? [low, high] : padded(u, low, high))),
        y: scaleOptions(plot.vertical, grounded ? standing : zero ? fromZero : padded),
      },
      axes: [axisOptions(plot.horizontal, false), axisOptions(plot.vertical, true)],
      series: [
        { label: plot.horizontal.label || "place", value: (u, value) => show(plot.horizontal, value), ...name },
        ...plot.series.map((series) => seriesOptions(series, plot.vertical, bars)),
      ],
      hooks: {
        drawClear: [(u) => alarms(u, plot.alarms)],
        draw: [(u) => plot.limits.forEach((line) => limit(u, line))],
      },
    };
    const heights = plot.limits.filter((line) => !line.vertical).map((line) => line.value);
    if (heights.length > 0 && plot.vertical.scale === "linear") {
      const range = options.scales.y.range;
      options.scales.y.range = (u, low, high) =>
        range(u, Math.min(low ?? heights[0], ...heights), Math.max(high ?? heights[0], ...heights));
    }
    if (scattered) {
      options.series.forEach((series, k) => {
        if (k > 0 && plot.series[k - 1].style === "points") {
          series.points.scattered = true;
        }
      });
      options.cursor.dataIdx = nearest;
    }
    return { options, data };
  };

  // Heat maps.

  const RAMP = [
    [68, 1, 84], [71, 44, 122], [59, 81, 139], [44, 113, 142], [33, 144, 141],
    [39, 173, 129], [92, 200, 99], [170, 220, 50], [253, 231, 37],
  ];
  const ramp = (share) => {
    const place = Math.min(Math.max(share, 0), 1) * (RAMP.length - 1);
    const below = Math.min(Math.floor(place), RAMP.length - 2);
    return RAMP[below].map((v, i) => v + (place - below) * (RAMP[below + 1][i] - v));
  };
  const shades = (values, columns, low, high) => {
    const rows = values.length / columns;
    const canvas = make("canvas", { width: columns, height: rows });
    const context = canvas.getContext("2d");
    const image = context.createImageData(columns, rows);
    values.forEach((value, i) => {
      if (value != null) {
        const row = rows - 1 - Math.floor(i / columns);
        const shade = ramp(high > low ? (value - low) / (high - low) : 0.5);
        image.data.set([...shade, 255], (row * columns + (i % columns)) * 4);
      }
    });
    context.putImageData(image, 0, 0);
    return canvas;
  };
  const drawHeatMap = (plot, width, height, place) => {
    const values = unpack(plot.values);
    const columns = values.length / plot.rows;
    const present = values.filter((value) => value != null);
    const low = present.reduce((a, b) => Math.min(a, b), Infinity);
    const high = present.reduce((a, b) => Math.max(a, b), -Infinity);
    const image = shades(values, columns, low, high);
    const key = make("canvas", { width: 64, height: 1 });
    key.getContext("2d").drawImage(shades(Array.from({ length: 64 }, (v, i) => i / 63), 64, 0, 1), 0, 0);
    const readout = make("p", { className: "readout" });
    place.append(make("p", { className: "scale" }, number(low), key, `${number(high)} ${plot.quantity}`), readout);
    const [left, right] = plot.across;
    const [bottom, top] = plot.up;
    const named = (axis, value, cell) => (axis.scale === "categories" ? (axis.categories[cell] ?? "") : show(axis, value));
    const categories = (axis, from, to, count) =>
      axis.scale !== "categories" ? {} : {
        splits: () => axis.categories.map((name, i) => from + ((i + 0.5) * (to - from)) / count),
        values: () => axis.categories.map(shorten),
      };
    const options = {
      ...common(width, height),
      scales: {
        x: { time: plot.horizontal.scale === "time", range: (u, a, b) => (a < b ? [a, b] : [left, right]) },
        y: { range: () => [bottom, top] },
      },
      axes: [
        { ...axisOptions(plot.horizontal, false), ...categories(plot.horizontal, left, right, columns), grid: { show: false } },
        { ...axisOptions(plot.vertical, true), ...categories(plot.vertical, bottom, top, plot.rows), grid: { show: false } },
      ],
      series: [{}, { paths: none, points: { show: false } }],
      legend: { show: false },
      hooks: {
        drawClear: [
          (u) => {
            const x = u.valToPos(left, "x", true);
            const y = u.valToPos(top, "y", true);
            u.ctx.save();
            u.ctx.beginPath();
            u.ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
            u.ctx.clip();
            u.ctx.imageSmoothingEnabled = false;
            u.ctx.drawImage(image, x, y, u.valToPos(right, "x", true) - x, u.valToPos(bottom, "y", true) - y);
            u.ctx.restore();
          },
        ],
        setCursor: [
          (u) => {
            const x = u.posToVal(u.cursor.left, "x");
            const y = u.posToVal(u.cursor.top, "y");
            const column = Math.floor(((x - left) / (right - left)) * columns);
            const row = Math.floor(((y - bottom) / (top - bottom)) * plot.rows);
            const inside = u.cursor.left >= 0 && column >= 0 && column < columns && row >= 0 && row < plot.rows;
            readout.textContent = inside
              ? `${plot.horizontal.label} ${named(plot.horizontal, x, column)}, ${plot.vertical.label} ` +
                `${named(plot.vertical, y, row)}: ${number(values[row * columns + column])}`
              : "";
          },
        ],
      },
    };
    return { options, data: [[left, right], [bottom, top]] };
  };

  // Figures are drawn when they come into sight.

  const HEIGHT = 270;
  const open = [];
  const draw = (figure) => {
    if (figure.dataset.drawn) {
      return;
    }
    const plot = plots[figure.dataset.plot];
    const place = figure.querySelector(".plot");
    const width = () => Math.max(200, place.clientWidth);
    const named = plot.type === "heatmap" ? plot.vertical.categories.length : 0;
    const height = Math.max(place.clientWidth < 420 ? 230 : HEIGHT, named * 18 + 110);
    const drawn = plot.type === "chart" ? drawChart : drawHeatMap;
    const { options, data } = drawn(plot, width(), height, place);
    const target = make("div");
    place.prepend(target);
    const chart = new uPlot(options, data, target);
    chart.root.setAttribute("role", "img");
    chart.root.setAttribute("aria-label", `${plot.title}. ${plot.description}`);
    figure.dataset.drawn = "true";
    open.push(chart);
    new ResizeObserver(() => {
      if (place.clientWidth > 0 && Math.abs(chart.width - width()) > 1) {
        chart.setSize({ width: width(), height });
      }
    }).observe(place);
    if (plot.type === "chart") {
      figure.append(valuesOf(plot));
    }
  };
  const valuesOf = (plot) => {
    const details = make("details", {}, make("summary", { textContent: "Values" }));
    details.addEventListener("toggle", () => {
      if (!details.open || details.childElementCount > 1) {
        return;
      }
      const columns = [plot.places, ...plot.series.map((series) => series.values)].map(unpack);
      const heads = [plot.horizontal.label, ...plot.series.map((series) => series.name)];
      if (plot.names.length > 0) {
        columns.unshift(plot.names);
        heads.unshift("name");
      }
      const offset = plot.names.length > 0 ? 1 : 0;
      const cell = (k, i) =>
        k < offset ? columns[k][i] : show(k === offset ? plot.horizontal : plot.vertical, columns[k][i]);
      const rows = columns[0].map((v, i) =>
        make("tr", {}, ...columns.map((c, k) => make("td", { textContent: cell(k, i), className: "number" }))));
      const head = make("tr", {}, ...heads.map((text) => make("th", { textContent: text, scope: "col", className: "number" })));
      const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
      details.append(make("div", { className: "values", tabIndex: 0 }, table));
    });
    return details;
  };
  const sight = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
      sight.unobserve(entry.target);
      draw(entry.target);
    }),
    { rootMargin: "300px" },
  );
  const figures = document.querySelectorAll("figure[data-plot]");

  // Themes.

  const repaint = () => {
    colours = new Map();
    open.forEach((chart) => chart.redraw(false));
  };
  const themes = ["auto", "light", "dark"];
  const button = document.getElementById("theme");
  let theme = "auto";
  const setTheme = (name) => {
    theme = name;
    if (name === "auto") {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = name;
    }
    button.textContent = `Theme: ${name}`;
    repaint();
  };
  button.hidden = false;
  button.addEventListener("click", () => setTheme(themes[(themes.indexOf(theme) + 1) % themes.length]));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  let before = "auto";
  addEventListener("beforeprint", () => {
    before = theme;
    figures.forEach((figure) => figure.checkVisibility() && draw(figure));
    setTheme("light");
  });
  addEventListener("afterprint", () => setTheme(before));

  // Tables.

  const sortTable = (table, column, head) => {
    const ascending = head.getAttribute("aria-sort") !== "ascending";
    table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const body = table.tBodies[0];
    const key = (row) => {
      const cell = row.cells[column];
      return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
    };
    const compare = (a, b) => {
      if (typeof a === "string") {
        return a.localeCompare(b, "en", { numeric: true });
      }
      // What has no number comes last.
      return Number.isNaN(a) - Number.isNaN(b) || (ascending ? a - b : b - a);
    };
    const rows = Array.from(body.rows, (row) => ({ row, value: key(row) }));
    rows.sort((a, b) => compare(a.value, b.value) * (typeof a.value === "string" && !ascending ? -1 : 1));
    body.append(...rows.map(({ row }) => row));
  };
  document.querySelectorAll(".table").forEach((region) => {
    const table = region.querySelector("table");
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      const sorter = make("button", { type: "button" }, ...head.childNodes);
      sorter.addEventListener("click", () => sortTable(table, column, head));
      head.append(sorter);
    });
    if (table.tBodies[0].rows.length < 8) {
      return;
    }
    const name = table.caption.textContent;
    const input = make("input", { type: "search", placeholder: "Filter rows" });
    input.setAttribute("aria-label", `Filter rows of ${name}`);
    const count = make("output");
    const search = () => {
      const wanted = input.value.trim().toLowerCase();
      const rows = Array.from(table.tBodies[0].rows);
      rows.forEach((row) => (row.hidden = !row.textContent.toLowerCase().includes(wanted)));
      const shown = rows.filter((row) => !row.hidden).length;
      count.textContent = wanted ? `${shown} of ${rows.length} rows` : `${rows.length} rows`;
    };
    input.addEventListener("input", search);
    search();
    region.before(make("div", { className: "search" }, input, count));
  });

  // Galleries.

  document.querySelectorAll(".gallery").forEach((gallery) => {
    const entries = Array.from(gallery.querySelectorAll(".entry"));
    if (entries.length < 2) {
      return;
    }
    const tools = gallery.querySelector(".tools");
    const select = make("select");
    select.setAttribute("aria-label", tools.textContent.trim());
    entries.forEach((entry, i) =>
      select.append(make("option", { value: i, textContent: entry.querySelector("h4").textContent })));
    const all = make("button", { type: "button", textContent: "Show all", ariaPressed: "false" });
    const showing = () => all.ariaPressed === "true";
    const choose = (i) => {
      select.value = i;
      entries.forEach((entry, k) => (entry.hidden = !showing() && k !== i));
    };
    const step = (by) => choose((Number(select.value) + by + entries.length) % entries.length);
    const previous = make("button", { type: "button", textContent: "←", ariaLabel: "Previous" });
    const next = make("button", { type: "button", textContent: "→", ariaLabel: "Next" });
    previous.addEventListener("click", () => step(-1));
    next.addEventListener("click", () => step(1));
    select.addEventListener("change", () => {
      choose(Number(select.value));
      if (showing()) {
        entries[select.value].scrollIntoView();
      }
    });
    all.addEventListener("click", () => {
      all.ariaPressed = String(!showing());
      all.textContent = showing() ? "Show one" : "Show all";
      choose(Number(select.value));
    });
    tools.append(previous, select, next, all);
    choose(0);
    const follow = () => {
      const i = entries.findIndex((entry) => `#${entry.id}` === location.hash);
      if (i >= 0) {
        choose(i);
        gallery.scrollIntoView();
        entries[i].focus({ preventScroll: true });
      }
    };
    addEventListener("hashchange", follow);
    document.querySelectorAll(`a[href^="#${gallery.id}-"]`).forEach((link) =>
      link.addEventListener("click", () => link.hash === location.hash && follow()));
    follow();
  });

  // Pictures.

  document.querySelectorAll(".layers .overlay").forEach((overlay) => {
    const box = make("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => (overlay.hidden = !box.checked));
    overlay.closest("figure").append(make("label", {}, box, ` ${overlay.alt}`));
  });

  setTheme("auto");
  figures.forEach((figure) => sight.observe(figure));
})();
