// @ts-check
// Draws the figures that came with the page, in the page's own colours: after the page is painted, one at a time, again when
// a figure changes and when light turns dark. Plotly's script is larger than everything else of the dashboard together.

/** @type {Record<string, { data: any[], layout: any }>} */
let figures = {};
/** What each place shows now. @type {Map<string, string>} */
const drawn = new Map();
let drawing = false;
/** @param {string} name */
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** @param {{ data: any[], layout: any }} figure in the colours of now */
function coloured(figure) {
  const ink = token("ink"), muted = token("muted"), line = token("line");
  const colours = [token("accent"), token("attention"), token("good"), muted, token("bad")];
  const axis = { gridcolor: line, zerolinecolor: line, tickcolor: line, automargin: true };
  const data = structuredClone(figure.data);
  for (const trace of data) {
    if (trace.type === "sankey") {
      Object.assign(trace.node, { color: colours[0], line: { width: 0 } });
      trace.link.color = data[0].link.value.map(() => rgba(muted, 0.28));
    } else if (trace.type === "funnel") trace.marker = { color: colours[0] };
    else if (trace.type === "scatter") {
      trace.marker = { color: colours[0], size: 10 };
      trace.error_x.color = muted;
    }
  }
  const layout = {
    ...figure.layout, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", colorway: colours,
    font: { family: getComputedStyle(document.body).fontFamily, size: 13, color: ink },
    margin: { l: 12, r: 12, t: 12, b: 40, ...figure.layout.margin },
    xaxis: { ...axis, ...figure.layout.xaxis }, yaxis: { ...axis, ...figure.layout.yaxis },
    legend: { orientation: "h", y: -0.15 },
  };
  return { data, layout };
}

/** What the page says now. */
function read() {
  figures = JSON.parse(document.getElementById("figures")?.textContent ?? "{}");
}

/** The first figure whose place shows something else; the person's own clicks come between two. */
function draw() {
  const due = Object.keys(figures).find((id) => document.getElementById(id) && drawn.get(id) !== JSON.stringify(figures[id]));
  drawing = due !== undefined;
  if (due === undefined) return;
  const { data, layout } = coloured(figures[due]);
  // @ts-ignore: plotly's script defines it
  globalThis.Plotly.react(document.getElementById(due), data, layout, { displayModeBar: false, responsive: true });
  drawn.set(due, JSON.stringify(figures[due]));
  setTimeout(draw);
}

/** Asks for plotly's script once there is something to draw. */
function begin() {
  read();
  const address = document.getElementById("figures")?.dataset.plotly;
  // @ts-ignore: plotly's script defines it
  if (globalThis.Plotly) return drawing || draw();
  if (!address || document.querySelector(`script[src="${address}"]`)) return;
  const script = document.createElement("script");
  script.src = address;
  script.addEventListener("load", draw);
  document.head.append(script);
}

/** @param {string} hex @param {number} alpha */
function rgba(hex, alpha) {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${r},${g},${b},${alpha})`;
}

new PerformanceObserver((_seen, observer) => {
  observer.disconnect();
  begin();
  document.addEventListener("sincerely:changed", begin);
}).observe({ type: "paint", buffered: true });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  drawn.clear();
  begin();
});
