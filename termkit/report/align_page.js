// Beads on a page: a row is a bead, its segments move up, down, or into a row of their own.
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const place = document.getElementById("rows");
const state = document.getElementById("state");
const filter = document.getElementById("filter");
const undoButton = document.getElementById("undo");
const key = `termkit.alignment ${data.source} ${data.target}`;
const SIDES = ["source", "target"];
let rows = data.beads.map(([source, target, sure]) => ({ source, target, sure, checked: false }));
const before = [];
let changed = false;

const kept = read();
if (kept) { rows = kept; changed = true; }

function read() {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
}

function keep() {
  changed = true;
  try { localStorage.setItem(key, JSON.stringify(rows)); } catch { /* a private window */ }
}

function node(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") made.addEventListener("click", value);
    else if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

function segment(row, index, side, position) {
  const list = row[side];
  const first = position === 0, last = position === list.length - 1;
  const moves = node("span", { class: "moves" });
  const offer = (label, title, act, possible) => {
    if (possible) moves.append(node("button", { title, onclick: () => change(act, index) }, label));
  };
  offer("↑", "into the row above", () => move(index, side, -1), first && index > 0);
  offer("↓", "into the row below", () => move(index, side, 1), last && index < rows.length - 1);
  offer("✂", "from here on into a row of its own", () => cut(index, side, position),
    list.length + row[side === "source" ? "target" : "source"].length > 1);
  return node("div", { class: "segment" }, data.texts[side][list[position]] || " ", moves);
}

function show(row, index) {
  const lone = !row.source.length || !row.target.length;
  const unsure = !lone && row.sure !== null && row.sure < 0.9;
  const sides = SIDES.map(side => {
    const cell = node("div", { class: "side", lang: data.langs[side] });
    row[side].forEach((_, position) => cell.append(segment(row, index, side, position)));
    if (!row[side].length) cell.append(node("div", { class: "none" }, "nothing"));
    return cell;
  });
  const percent = row.sure === null ? "" : ` ${Math.round(row.sure * 100)} %`;
  const number = node("div", { class: "number" },
    `${index + 1}`, node("br", {}), `${row.source.length}-${row.target.length}${percent}`);
  const tools = node("div", { class: "tools" },
    node("button", { title: "join with the row below (j)", disabled: index === rows.length - 1,
      onclick: () => change(() => join(index), index) }, "join"),
    node("button", { title: "checked (space)", "aria-pressed": String(row.checked),
      onclick: () => change(() => { row.checked = !row.checked; }, index) }, "✓"));
  const classes = ["row", lone && "lone", unsure && "unsure", row.checked && "checked"];
  const made = node("div", { class: classes.filter(Boolean).join(" "), tabindex: "0" },
    number, ...sides, tools);
  made.dataset.index = index;
  return made;
}

function wanted(row) {
  const lone = !row.source.length || !row.target.length;
  if (filter.value === "open") return !row.checked;
  if (filter.value === "unsure") return !row.checked && (lone || (row.sure !== null && row.sure < 0.9));
  return true;
}

function render(focus) {
  place.replaceChildren(...rows.flatMap((row, index) => wanted(row) ? [show(row, index)] : []));
  const checked = rows.filter(row => row.checked).length;
  state.textContent = `${rows.length} rows, ${checked} checked${changed ? ", corrections not yet sent back" : ""}`;
  undoButton.disabled = !before.length;
  if (focus === undefined) return;
  const near = [...place.children].find(made => Number(made.dataset.index) >= focus);
  (near || place.lastElementChild)?.focus();
}

function change(act, focus) {
  before.push(JSON.stringify(rows));
  if (before.length > 200) before.shift();
  act();
  rows = rows.filter(row => row.source.length || row.target.length);
  keep();
  render(focus);
}

function touch(row) { row.sure = null; row.checked = false; }

function move(index, side, step) {
  const from = rows[index], into = rows[index + step];
  if (step < 0) into[side].push(from[side].shift());
  else into[side].unshift(from[side].pop());
  touch(from); touch(into);
}

function cut(index, side, position) {
  const row = rows[index];
  const made = { source: [], target: [], sure: null, checked: false };
  made[side] = row[side].splice(position);
  touch(row);
  rows.splice(index + 1, 0, made);
}

function join(index) {
  const [row, next] = [rows[index], rows[index + 1]];
  for (const side of SIDES) row[side].push(...next[side]);
  touch(row);
  rows.splice(index + 1, 1);
}

function undo() {
  if (!before.length) return;
  rows = JSON.parse(before.pop());
  keep();
  render();
}

function save() {
  const beads = rows.map(({ source, target, checked }) => ({ source, target, checked }));
  const text = JSON.stringify({ schema: data.schema, source: data.source, target: data.target, beads });
  const link = node("a", { download: "corrections.json",
    href: URL.createObjectURL(new Blob([text], { type: "application/json" })) });
  link.click();
  URL.revokeObjectURL(link.href);
  changed = false;
  render();
}

document.addEventListener("keydown", event => {
  if (event.target.closest("select, button")) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "z") { event.preventDefault(); undo(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const row = document.activeElement.closest?.(".row");
  if (!row) return;
  const index = Number(row.dataset.index);
  if (event.key === "ArrowDown") { event.preventDefault(); row.nextElementSibling?.focus(); }
  else if (event.key === "ArrowUp") { event.preventDefault(); row.previousElementSibling?.focus(); }
  else if (event.key === " ") {
    event.preventDefault();
    change(() => { rows[index].checked = !rows[index].checked; }, index + 1);
  } else if (event.key === "j" && index < rows.length - 1) change(() => join(index), index);
  else if (event.key === "u") undo();
});
window.addEventListener("beforeunload", event => { if (changed) event.preventDefault(); });
filter.addEventListener("change", () => render());
undoButton.addEventListener("click", undo);
document.getElementById("save").addEventListener("click", save);
document.getElementById("reset").addEventListener("click", () => {
  if (!confirm("Back to the beads that the aligner found?")) return;
  try { localStorage.removeItem(key); } catch { /* a private window */ }
  changed = false;
  location.reload();
});
render();
