// Adds up the evaluation sheet while scores are typed: by group, in all, and the rank.
// Without this script the button "Tính lại" asks the program to do it.
"use strict";

(function () {
  const sum = document.querySelector(".sheet-sum");
  const inputs = Array.from(document.querySelectorAll("input[data-group]"));
  if (!sum || !inputs.length) return;
  const marks = JSON.parse(sum.dataset.marks);

  // "4,5", "4.5" and " 4 " are numbers; null is what is empty or none.
  function score(input) {
    const text = input.value.trim().replace(",", ".");
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
  }

  function fits(input, value) {
    const step = Number(input.dataset.step) || 0;
    return value <= Number(input.dataset.max) && (!step || Number.isInteger(value / step));
  }

  // Beside a score that cannot be, at once: what it could be, and that it is not counted.
  function mark(input, is_wrong) {
    const words = document.querySelector('[data-wrong="' + input.name + '"]');
    input.classList.toggle("is-invalid", is_wrong);
    input.setAttribute("aria-invalid", is_wrong);
    if (words) words.hidden = !is_wrong;
  }

  function said(value) {
    return value === null ? "–" : String(Math.round(value * 100) / 100).replace(".", ",");
  }

  function add_up() {
    const groups = new Map();
    let total = null, missing = 0;
    for (const input of inputs) {
      const value = score(input), group = input.dataset.group;
      const is_empty = input.value.trim() === "", counts = value !== null && fits(input, value);
      mark(input, !is_empty && !counts);
      if (!counts) missing += 1;
      else {
        groups.set(group, (groups.get(group) || 0) + value);
        total = (total || 0) + value;
      }
    }
    for (const output of document.querySelectorAll("output[data-sum]")) {
      const value = output.dataset.sum === "all" ? total : groups.get(output.dataset.sum);
      output.textContent = said(value === undefined ? null : value);
    }
    const earned = marks.find(function (mark) { return total !== null && total >= mark[0]; });
    sum.querySelector("[data-rank]").textContent = !missing && earned ? earned[1] : sum.dataset.none;
    sum.querySelector("[data-left]").textContent = missing
      ? sum.dataset.missing.replace("#", missing)
      : sum.dataset.complete.replace("#", inputs.length);
  }

  document.addEventListener("input", add_up);
  add_up();
})();
