// Keeps what is being typed as a draft, about a second after the last key; Ctrl+S saves.
// Without this script the button "Lưu nháp" does the same.
"use strict";

(function () {
  document.documentElement.classList.add("scripted");
  const form = document.querySelector("form.record-form");
  if (!form) return;
  const note = form.querySelector(".draft-note");
  const PAUSE = 1000;
  let timer = 0, under_way = null, changed = false, leaving = false;

  function tell(text, lost) {
    if (!note) return;
    note.textContent = text;
    note.classList.toggle("draft-lost", Boolean(lost));
  }

  async function keep() {
    timer = 0;
    if (leaving || !changed) return;
    if (under_way) under_way.abort();
    const mine = (under_way = new AbortController());
    changed = false;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: "application/json" },
        redirect: "error",
        signal: mine.signal,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      tell((await answer.json()).said);
    } catch (error) {
      if (mine.signal.aborted) return;
      changed = true;
      tell(form.dataset.lost, true);
      timer = timer || setTimeout(keep, 10 * PAUSE);
    }
  }

  if (form.dataset.draft) {
    form.addEventListener("input", function () {
      changed = true;
      tell(form.dataset.typing);
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    });
    // A page that is closed or left in the middle of a word takes that word along.
    window.addEventListener("pagehide", function () {
      if (changed && !leaving)
        navigator.sendBeacon(form.dataset.draft, new URLSearchParams(new FormData(form)));
    });
  }

  form.addEventListener("submit", function (event) {
    if (leaving) { event.preventDefault(); return; } // a double click sends once
    leaving = true;
    clearTimeout(timer);
    if (under_way) under_way.abort(); // else a draft could arrive after the save
    setTimeout(function () { leaving = false; }, 5000);
  });

  document.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.requestSubmit();
    }
  });
})();
