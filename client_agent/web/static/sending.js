// Sends the forms of a page without leaving it, and asks now and then whether the program
// runs. When it does not, the page says so, holds what was typed in its memory alone, and
// sends it once the program is back. Without this script forms are sent as ever.
"use strict";

(function () {
  const box = document.getElementById("program");
  const over = document.getElementById("program-back");
  if (!box) return;
  const EVERY = 4000, SOON = 1000, SHOWN = 6000;
  let state = "runs"; // or "stopped", or "expired": the session is over
  let waiting = null; // the form that was sent and has no answer, with its button
  let typed = false, replaced = false, timer = 0;

  const pause = function (time) { return new Promise(function (done) { setTimeout(done, time); }); };

  function show() {
    const parts = {
      stopped: state === "stopped",
      read: state === "stopped" && !typed && !waiting,
      typed: state === "stopped" && typed && !waiting,
      waits: state === "stopped" && waiting,
      expired: state === "expired",
    };
    for (const part of box.querySelectorAll("[data-when]")) part.hidden = !parts[part.dataset.when];
    box.hidden = state === "runs";
    if (!box.hidden) over.hidden = true;
  }

  function become(next) {
    const was = state;
    state = next;
    if (was === "stopped" && next === "runs") {
      over.hidden = false;
      setTimeout(function () { over.hidden = true; }, SHOWN);
    }
    show();
  }

  // Whether the program runs; one that is only slow does.
  async function runs() {
    try {
      await fetch("/alive", { cache: "no-store", signal: AbortSignal.timeout(EVERY) });
      return true;
    } catch (error) {
      return error.name === "TimeoutError";
    }
  }

  // The same before the browser leaves the page, which waits for this as for the next page: of
  // a program that was stopped it would show a page of its own, and what was typed is gone.
  function leads_somewhere() {
    const question = new XMLHttpRequest();
    try {
      question.open("GET", "/alive", false);
      question.send();
      return true;
    } catch {
      return false;
    }
  }

  function stay(event) {
    event.preventDefault();
    become("stopped");
    look();
  }

  // In the session of today a form that was opened before needs another token.
  async function logged_in() {
    try {
      const now = await (await fetch("/alive/session", { cache: "no-store" })).json();
      if (!now.csrf || now.me !== box.dataset.me) return false;
      for (const field of document.querySelectorAll("[name=csrf_token]")) field.value = now.csrf;
      return true;
    } catch {
      return false;
    }
  }

  async function look() {
    if (replaced) return;
    clearTimeout(timer);
    if (state === "expired") {
      if (await logged_in()) await again();
    } else if (!document.hidden || state === "stopped") {
      const alive = await runs();
      if (alive && state === "stopped") await again();
      else if (!alive && state === "runs") become("stopped");
    }
    clearTimeout(timer);
    if (!replaced) timer = setTimeout(look, state === "runs" ? EVERY : SOON);
  }

  async function again() {
    become("runs");
    if (waiting) await send(waiting.form, waiting.button);
  }

  async function go(address) {
    while (!(await runs())) {
      become("stopped");
      await pause(SOON);
    }
    become("runs");
    const here = location.pathname + location.search, there = new URL(address, location.href);
    typed = false;
    location.assign(there);
    if (there.hash && there.pathname + there.search === here) location.reload();
  }

  // The answer takes the place of the page, as if the browser had fetched it.
  function replace(html) {
    replaced = true;
    clearTimeout(timer);
    document.open();
    document.write(html);
    document.close();
    settle();
    window.addEventListener("load", settle); // its place is known once the style is there
  }

  // What the new page has to say is in sight and has the focus, as on a page that was loaded.
  function settle() {
    const first = document.querySelector("[autofocus]");
    window.scrollTo(0, 0);
    if (!first) return;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "nearest" });
  }

  async function answered(form, button) {
    const target = button && button.hasAttribute("formaction") ? button : form;
    const data = new FormData(form);
    if (button && button.name) data.append(button.name, button.value);
    const has_files = form.enctype === "multipart/form-data";
    const answer = await fetch(target.getAttribute(target === form ? "action" : "formaction"), {
      method: "POST",
      body: has_files ? data : new URLSearchParams(data),
      headers: { "X-Sent-By-Script": "1", Accept: "text/html" },
    });
    return { status: answer.status, onward: answer.headers.get("X-Onward"), text: await answer.text() };
  }

  async function send(form, button) {
    waiting = { form: form, button: button };
    form.dataset.sending = "1"; // no draft is to arrive after the save
    let answer;
    try {
      answer = await answered(form, button);
    } catch {
      return become("stopped"); // "look" sends it again
    }
    if (answer.status === 401) return become("expired");
    waiting = null;
    if (answer.onward) return go(answer.onward);
    replace(answer.text);
  }

  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.method !== "post" || "plain" in form.dataset) {
      if (!leads_somewhere()) stay(event);
      return;
    }
    event.preventDefault();
    if (form.dataset.sending && state === "runs") return; // a double click sends once
    waiting = { form: form, button: event.submitter };
    if (state === "runs") send(form, event.submitter).then(look);
    else { show(); look(); }
  });

  document.addEventListener("click", function (event) {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || link.target || link.origin !== location.origin) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.getAttribute("href").startsWith("#") || leads_somewhere()) return;
    stay(event);
  });

  document.addEventListener("input", function (event) {
    if (event.target.form && event.target.form.method === "post") { typed = true; show(); }
  });
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
  window.addEventListener("beforeunload", function (event) {
    if (state !== "runs" && (typed || waiting)) event.preventDefault();
  });

  // A page that follows some work looks again by itself.
  const follow = document.querySelector("[data-refresh]");
  const onward = function () { go(follow.dataset.to || location.href); };
  if (follow) setTimeout(onward, follow.dataset.refresh * 1000);
  timer = setTimeout(look, EVERY);
})();
