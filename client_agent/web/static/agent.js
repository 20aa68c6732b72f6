// Keeps what is being typed as a draft, at the latest three seconds after a key, however
// long somebody goes on typing; Ctrl+S saves. Without this script the button "Lưu nháp"
// does the same. ``sending.js`` sends the form itself.
"use strict";

(function () {
  document.documentElement.classList.add("scripted");
  const form = document.querySelector("form.record-form");
  if (!form) return;
  const note = form.querySelector(".draft-note");
  const PAUSE = 1500, LATER = 2000;
  let timer = 0, under_way = null, changed = false;

  function tell(text, lost) {
    if (!note) return;
    note.textContent = text;
    note.classList.toggle("draft-lost", Boolean(lost));
  }

  // The first key sets the clock, and no later one puts it off.
  function soon(pause) {
    if (!timer && !under_way) timer = setTimeout(keep, pause);
  }

  async function keep() {
    timer = 0;
    if (!changed || form.dataset.sending || !form.isConnected) return;
    under_way = new AbortController();
    changed = false;
    let pause = PAUSE;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: "application/json" },
        redirect: "error",
        signal: under_way.signal,
      });
      if (!answer.ok && answer.status !== 401) throw new Error(String(answer.status));
      tell((await answer.json()).message, !answer.ok);
    } catch {
      if (form.dataset.sending) return;
      changed = true;
      pause = LATER;
      tell(form.dataset.lost, true);
    } finally {
      under_way = null;
      if (changed) soon(pause);
    }
  }

  if (form.dataset.draft) {
    form.addEventListener("input", function () {
      changed = true;
      if (note && !note.classList.contains("draft-lost")) tell(form.dataset.typing);
      soon(PAUSE);
    });
    // A page that is closed or left in the middle of a word takes that word along.
    window.addEventListener("pagehide", function () {
      if (changed && !form.dataset.sending)
        navigator.sendBeacon(form.dataset.draft, new URLSearchParams(new FormData(form)));
    });
  }

  form.addEventListener("submit", function () {
    clearTimeout(timer);
    timer = 0;
    if (under_way) under_way.abort(); // else a draft could arrive after the save
  });

  document.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.requestSubmit();
    }
  });
})();
