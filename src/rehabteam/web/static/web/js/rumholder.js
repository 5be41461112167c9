/* The meeting room keeps what is typed until it is saved: in the page and in this tab's sessionStorage, under the
   name of this login. When the line is lost it says so, tries again, and sends what was typed when the line is back.
   Sent late it meets the same version check as anything else. The page works without this file. */
(function () {
  "use strict";
  var FORSTAVELSE = "rehabteam-rum:";
  var IGEN = 4000;    // between two tries while the line is gone
  var SE_EFTER = 10000;  // while something is typed and not saved
  var UDEN = ["noegle", "csrfmiddlewaretoken"];
  var linjen = document.currentScript.src;  // a small file of ours: asking for it does not count as being there

  var form = document.querySelector("form[data-rum]");
  if (!form || !form.dataset.rum) { return; }
  var navn = FORSTAVELSE + form.dataset.rum + ":" + new URL(form.action).pathname;
  var stille = "rumStille" in form.dataset;  // may it be sent in the background?
  var vaek = false;
  var ventende = null;   // the button that was pressed while the line was gone
  var sendes = false;
  var proever = false;
  var sidstSet = 0;
  var ur = 0;

  function felter() {
    return Array.prototype.filter.call(form.elements, function (f) {
      return f.name && f.type !== "submit" && UDEN.indexOf(f.name) < 0;
    });
  }
  /* A date is typed in a field of its own, beside the one that is sent (datoer.js). */
  function synlig(f) {
    return f.matches(".date-picker__internal-input") && f.closest(".date-picker").querySelector(".date-picker__external-input");
  }
  function stand() {
    var ud = {};
    felter().forEach(function (f) {
      if (f.type === "radio" || f.type === "checkbox") {
        if (!(f.name in ud)) { ud[f.name] = ""; }
        if (f.checked) { ud[f.name] = f.value; }
      } else { ud[f.name] = (synlig(f) || f).value; }
    });
    return ud;
  }
  function tekst(s) {
    var kopi = Object.assign({}, s);
    delete kopi.version;
    return JSON.stringify(kopi, Object.keys(kopi).sort());
  }
  var gemt = "";
  function aendret() { return tekst(stand()) !== gemt; }

  function laes() {
    try { return JSON.parse(window.sessionStorage.getItem(navn)); } catch (e) { return null; }
  }
  function behold(ekstra) {
    if (document.documentElement.dataset.rumLukket) { return; }
    try {
      window.sessionStorage.setItem(navn, JSON.stringify(Object.assign({ felter: stand() }, ekstra)));
    } catch (e) { return; }
  }
  function slip() {
    try { window.sessionStorage.removeItem(navn); } catch (e) { return; }
  }
  function laeg_ind(s) {
    felter().forEach(function (f) {
      if (!(f.name in s)) { return; }
      if (f.type === "radio" || f.type === "checkbox") { f.checked = f.value === s[f.name]; } else {
        f.value = s[f.name];
        if (synlig(f)) { synlig(f).value = s[f.name]; }
      }
    });
    document.querySelectorAll("details").forEach(function (d) {
      if (Array.prototype.some.call(d.querySelectorAll("textarea, input[type=text]"), function (f) {
        return f.form === form && f.value && f.value !== f.defaultValue;
      })) { d.open = true; }
    });
  }

  function vis(felt, til) {
    document.querySelectorAll("[data-" + felt + "]").forEach(function (e) { e.hidden = !til; });
  }
  function stil() {
    vis("forbindelse", vaek);
    vis("gemt", !vaek && !aendret());
    vis("ikke-gemt", aendret());
  }
  function sig(besked) {
    document.querySelectorAll("[data-rum-besked]").forEach(function (e) {
      e.textContent = besked;
      e.hidden = !besked;
    });
  }

  /* A line that only hangs is a lost line too. */
  function hoejst(ms) {
    var stop = new AbortController();
    window.setTimeout(function () { stop.abort(); }, ms);
    return stop.signal;
  }

  /* Does the site answer? Not whether the machine has a net: a server that is down is just as far away. */
  function svarer() {
    return fetch(linjen, { method: "HEAD", cache: "no-store", signal: hoejst(5000) }).then(function (s) { return s.ok; }, function () { return false; });
  }
  function noegle() {
    if (window.crypto.randomUUID) { return window.crypto.randomUUID(); }
    var b = window.crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64;
    b[8] = (b[8] & 63) | 128;
    var h = Array.prototype.map.call(b, function (x) { return ("0" + x.toString(16)).slice(-2); }).join("");
    return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join("-");
  }

  function tabt(knap) {
    vaek = true;
    if (knap) { ventende = knap; }
    behold();
    stil();
    vent();
  }

  function vent() {
    window.clearTimeout(ur);
    ur = window.setTimeout(igen, IGEN);
  }

  function igen() {
    if (!vaek || proever) { return; }
    proever = true;
    svarer().then(function (ja) {
      proever = false;
      if (!ja) {
        vent();
        return;
      }
      tilbage();
    });
  }

  function tilbage() {
    var knap = ventende;
    ventende = null;
    vaek = false;
    stil();
    if (stille && (aendret() || knap)) {
      send_stille(knap);
    } else if (knap) {
      send(knap);
    }
  }

  /* What was typed while the line was gone is saved in the background; the page stays as it is. */
  function send_stille(knap) {
    var nu = stand();
    var data = new FormData(form);
    data.set("noegle", noegle());
    data.set("gem", "gem");
    Object.keys(nu).forEach(function (n) { if (data.has(n)) { data.set(n, nu[n]); } });
    fetch(form.action, {
      method: "POST", body: new URLSearchParams(data), redirect: "manual", signal: hoejst(30000),
      headers: { "X-Autogem": "1", "Accept": "application/json" }
    }).then(function (svar) {
      if (svar.type === "opaqueredirect" || svar.status === 401 || svar.status === 403) {
        sig(form.dataset.rumUde);
        return null;
      }
      if (svar.status === 409 || svar.status === 422) {
        /* Both texts, or what is wrong, are shown by the page itself. */
        send(null);
        return null;
      }
      if (svar.status !== 200) { throw new Error(svar.status); }
      return svar.json().then(function (j) {
        form.elements.version.value = j.version;
        gemt = tekst(nu);
        if (aendret()) { behold(); } else { slip(); }
        sig(form.dataset.rumSendt);
        vis("gemt", false);
        vis("ikke-gemt", aendret());
        if (knap && knap.value === "naeste" && !aendret()) { send(knap); }
      });
    }).catch(function () { tabt(knap); });
  }

  function send(knap) {
    sendes = true;
    behold({ noegle: form.elements.noegle.value });
    delete form.dataset.sendt;
    if (knap) { form.requestSubmit(knap); } else { form.requestSubmit(); }
  }

  /* A press waits until the site answers: the browser's own page about a lost line would take this one away. */
  form.addEventListener("submit", function (e) {
    if (sendes) { return; }
    e.preventDefault();
    e.stopPropagation();
    var knap = e.submitter;
    behold();
    svarer().then(function (ja) { if (ja) { send(knap); } else { tabt(knap); } });
  }, true);

  function skrevet(e) {
    if (e.target.form !== form) { return; }
    delete document.documentElement.dataset.rumLukket;  // logging out was called off
    sig("");
    if (aendret()) { behold(); } else { slip(); }
    stil();
    if (!vaek && Date.now() - sidstSet > SE_EFTER) {
      sidstSet = Date.now();
      svarer().then(function (ja) { if (!ja) { tabt(null); } });
    }
  }
  document.addEventListener("input", skrevet);
  document.addEventListener("change", skrevet);
  window.addEventListener("offline", function () { tabt(null); });
  window.addEventListener("online", igen);
  window.addEventListener("pageshow", function () { sendes = false; });
  window.addEventListener("beforeunload", function (e) {
    if (aendret() && !sendes) { e.preventDefault(); }
  });
  window.setInterval(function () {
    if (!vaek && !sendes && aendret()) { svarer().then(function (ja) { if (!ja) { tabt(null); } }); }
  }, SE_EFTER);

  /* What this tab still holds from before a reload, a crash or a page that was lost. */
  function raekker(s) {
    return Object.keys(s).reduce(function (n, k) { return Math.max(n, Number((/^i(\d+)_navn$/.exec(k) || [0, -1])[1]) + 1); }, 0);
  }
  document.addEventListener("DOMContentLoaded", function () {  // after the date pickers
    gemt = tekst(stand());
    var foer = laes();
    if (form.dataset.rumSvar === "200" && foer && foer.felter && raekker(foer.felter) > raekker(stand()) && !/raekker=/.test(window.location.search)) {
      window.location.replace(form.action + "?raekker=" + raekker(foer.felter));  // more rows were typed than the page has
      return;
    }
    if (form.dataset.rumSvar !== "200") {
      gemt = "";          // an error or a conflict: the page holds what was typed, and it is not saved
      behold();
    } else if (foer && foer.noegle && foer.noegle === form.dataset.rumGemt) {
      slip();             // it was saved, and this is the answer
    } else if (foer && foer.felter && tekst(foer.felter) !== gemt) {
      laeg_ind(foer.felter);
      if (aendret()) {
        sig(form.dataset.rumHentet);
        behold();
        stil();
        svarer().then(function (ja) {
          if (!ja) { tabt(null); } else if (stille) { send_stille(null); }
        });
      } else { slip(); }
    } else if (foer) { slip(); }
  });
})();
