// @ts-check
// Draws the figures that came with the page, in the page's own colours, and again when light turns dark.

const place = document.getElementById("figures");
/** @type {Record<string, { data: any[], layout: any }>} */
const figures = place ? JSON.parse(place.textContent ?? "{}") : {};
/** @param {string} name */
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function draw() {
  const ink = token("ink"), muted = token("muted"), line = token("line");
  const colours = [token("accent"), token("attention"), token("good"), muted, token("bad")];
  const axis = { gridcolor: line, zerolinecolor: line, tickcolor: line, automargin: true };
  for (const [id, figure] of Object.entries(figures)) {
    const target = document.getElementById(id);
    if (!target) continue;
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
    // @ts-ignore: plotly's script defines it
    globalThis.Plotly.react(target, data, layout, { displayModeBar: false, responsive: true });
  }
}

/** @param {string} hex @param {number} alpha */
function rgba(hex, alpha) {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${r},${g},${b},${alpha})`;
}

draw();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
