// The pages of papers that came as files, drawn where they stand as they come near. Where that cannot be, the link to the file is
// all there is, as without this script.
const root = document.getElementById("reading");
const words = (name) => root.dataset["words" + name] ?? "";
// Drawn ahead of and behind the window, and let go of beyond, so that a long pack fits a small device.
const NEAR = "150% 0px";
// More than this a phone refuses to draw as one picture.
const MOST_PIXELS = 16_000_000;

const beside = (name) => new URL(name, import.meta.url).href;
const FONTS = ["Dingbats.pfb", "Fixed.pfb", "FixedBold.pfb", "FixedBoldItalic.pfb", "FixedItalic.pfb", "Serif.pfb", "SerifBold.pfb", "SerifBoldItalic.pfb", "SerifItalic.pfb", "Symbol.pfb"].map((name) => `Foxit${name}`)
  .concat(["Regular", "Bold", "Italic", "BoldItalic"].map((name) => `LiberationSans-${name}.ttf`));
const PARTS = ["pdf.js", "pdf.worker.js", "openjpeg_nowasm_fallback.js", "jbig2_nowasm_fallback.js", ...FONTS].map((name) => `pdf/${name}`);

let library;
const reader = () => library ??= import(beside("pdf/pdf.js")).then((pdf) => {
  pdf.GlobalWorkerOptions.workerSrc = beside("pdf/pdf.worker.js");
  return pdf;
});

class File {
  constructor(group) {
    this.group = group;
    this.sheets = [...group.querySelectorAll("[data-page]")].map((figure) => new Sheet(figure, this));
  }
  open() {
    return this.opening ??= (async () => {
      const [pdf, answer] = await Promise.all([reader(), fetch(this.group.dataset.pdf, { credentials: "same-origin" })]);
      if (!answer.ok) throw new Error(`the file answers ${answer.status}`);
      const data = await answer.arrayBuffer();
      // The policy of these pages runs no WebAssembly: what needs it has a slower way. Fonts that a file leaves to its reader are ours,
      // so that it looks the same everywhere.
      const opened = await pdf.getDocument({ data, useWasm: false, wasmUrl: beside("pdf/"), standardFontDataUrl: beside("pdf/"), useWorkerFetch: false, useSystemFonts: false }).promise;
      if (opened.numPages !== this.sheets.length) this.say(words("SheetsChanged"));
      return opened;
    })();
  }
  say(text) { this.group.querySelector("[data-sheets-say]").textContent = text; }
  fail(error) {
    if (this.failed) return;
    this.failed = true;
    console.warn(error);
    this.say(words("SheetsFailed"));
    for (const sheet of this.sheets) sheet.fold();
  }
}

class Sheet {
  constructor(figure, file) {
    this.figure = figure;
    this.file = file;
    this.paper = figure.querySelector(".folkmoot-sheet__paper");
    this.paper.style.aspectRatio = `${figure.dataset.wide} / ${figure.dataset.high}`;
    this.bare = figure.hidden;
    figure.hidden = this.paper.hidden = false;
  }
  // Without its picture only what was noted to it is shown.
  fold() {
    this.clear();
    this.paper.hidden = true;
    this.figure.hidden = this.bare;
  }
  clear() {
    this.turn = undefined;
    this.drawing?.cancel();
    this.drawing = undefined;
    // Some browsers keep the memory of a picture until it has no size.
    for (const canvas of this.paper.querySelectorAll("canvas")) canvas.width = canvas.height = 0;
    this.paper.replaceChildren();
  }
  async draw() {
    if (this.turn || this.file.failed) return;
    const turn = this.turn = {};
    try {
      const opened = await this.file.open();
      const number = Number(this.figure.dataset.page);
      if (number > opened.numPages) return;
      const page = await opened.getPage(number);
      const { TextLayer } = await reader();
      if (this.turn !== turn) return;
      const whole = page.getViewport({ scale: 1 });
      this.paper.style.aspectRatio = `${whole.width} / ${whole.height}`;
      const scale = this.paper.clientWidth / whole.width;
      const viewport = page.getViewport({ scale });
      const sharp = Math.min(Math.max(devicePixelRatio, 1), Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
      const canvas = document.createElement("canvas");
      canvas.width = Math.floor(viewport.width * sharp);
      canvas.height = Math.floor(viewport.height * sharp);
      canvas.setAttribute("aria-hidden", "true");
      const text = document.createElement("div");
      text.className = "folkmoot-sheet__text textLayer";
      text.style.setProperty("--total-scale-factor", String(scale * (page.userUnit ?? 1)));
      this.paper.replaceChildren(canvas, text);
      this.drawing = page.render({ canvas, viewport, transform: sharp === 1 ? null : [sharp, 0, 0, sharp, 0, 0] });
      const lines = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
      await Promise.all([this.drawing.promise, lines.render()]);
      if (this.turn === turn) { this.drawing = undefined; this.figure.dataset.drawn = ""; page.cleanup(); }
    } catch (error) {
      // Scrolled past before it was done.
      if (this.turn === turn && error?.name !== "RenderingCancelledException") this.file.fail(error);
    }
  }
}

const files = [...root.querySelectorAll("[data-pdf]")].map((group) => new File(group));
const sheets = new Map(files.flatMap((file) => file.sheets).map((sheet) => [sheet.figure, sheet]));
const near = new Set();
const watcher = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    const sheet = sheets.get(target);
    if (isIntersecting) { near.add(sheet); sheet.draw(); } else { near.delete(sheet); sheet.clear(); }
  }
}, { rootMargin: NEAR });
for (const figure of sheets.keys()) watcher.observe(figure);

// Turned or made wider, what is near is drawn anew.
let wide = innerWidth;
let timer = 0;
addEventListener("resize", () => {
  if (innerWidth === wide) return;
  wide = innerWidth;
  clearTimeout(timer);
  timer = setTimeout(() => { for (const sheet of near) { sheet.clear(); sheet.draw(); } }, 200);
});

/** What these pages need to be read without a connection. */
export const parts = () => files.length ? PARTS.map(beside) : [];
