/* Saves a long form quietly while one writes: a few seconds after the last key, and on leaving a field.
   The form works without it. Nothing is kept in the browser; what could not be saved stays in the fields. */
(function () {
  "use strict";
  var RO = 3000;        // after the last key
  var HOEJST = 15000;   // however long one goes on
  var IGEN = 10000;     // after a failure

  function noegle() {
    if (window.crypto.randomUUID) { return window.crypto.randomUUID(); }
    var b = window.crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64;
    b[8] = (b[8] & 63) | 128;
    var h = Array.prototype.map.call(b, function (x) { return ("0" + x.toString(16)).slice(-2); }).join("");
    return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join("-");
  }

  function indhold(form) {
    var data = new FormData(form);
    ["noegle", "csrfmiddlewaretoken", "version"].forEach(function (navn) { data.delete(navn); });
    return new URLSearchParams(data).toString();
  }

  function start(form) {
    var linje = form.querySelector("[data-autogem-status]");
    var boks = form.querySelector("[data-autogem-konflikt]");
    var mangler = form.querySelector("[data-autogem-mangler]");
    var gemt = indhold(form);
    var igang = null;
    var foerste = 0;
    var ur = 0;
    var stoppet = false;
    var sendes = false;
    var sagt = 0;
    var hoejt_linje = form.querySelector("[data-autogem-hoejt]");

    /* What one must hear is said hoejt_linje; that it is saved, at most once a minute. */
    function sig(tekst, hoejt) {
      linje.textContent = tekst;
      if (hoejt || (hoejt === false && Date.now() - sagt > 60000)) {
        sagt = Date.now();
        hoejt_linje.textContent = tekst;
      }
    }
    function aendret() { return indhold(form) !== gemt; }

    function vent(ms) {
      window.clearTimeout(ur);
      ur = window.setTimeout(gem, ms);
    }

    function vis_mangler(tekster) {
      if (!mangler) { return; }
      mangler.hidden = tekster.length === 0;
      var liste = mangler.querySelector("ul");
      liste.textContent = "";
      tekster.forEach(function (tekst) {
        var li = document.createElement("li");
        li.textContent = tekst;
        liste.appendChild(li);
      });
    }

    function gem(sidst) {
      window.clearTimeout(ur);
      if (stoppet || sendes || !aendret()) { return Promise.resolve(); }
      if (igang) { return igang.then(function () { return gem(sidst); }); }
      var nu = indhold(form);
      var data = new FormData(form);
      data.set("noegle", noegle());
      if (sidst !== true) { sig(form.dataset.gemmer); }
      igang = fetch(form.action, {
        method: "POST", body: new URLSearchParams(data), redirect: "manual", keepalive: sidst === true,
        headers: { "X-Autogem": "1", "Accept": "application/json" }
      }).then(function (svar) {
        if (svar.type === "opaqueredirect" || svar.status === 401 || svar.status === 403) {
          stoppet = true;
          sig(form.dataset.ude, true);
          return null;
        }
        if (svar.status !== 200 && svar.status !== 409 && svar.status !== 422) { throw new Error(svar.status); }
        return svar.json().then(function (j) {
          if (svar.status === 409) {
            stoppet = true;
            boks.hidden = false;
            boks.querySelector("span").textContent = j.fejl;
            sig("");
          } else if (svar.status === 422) {
            sig(j.fejl, true);
          } else {
            gemt = nu;
            foerste = 0;
            form.elements.version.value = j.version;
            sig(j.besked, false);
            vis_mangler(j.mangler);
          }
        });
      }).catch(function () {
        sig(form.dataset.fejl, true);
        vent(IGEN);
      }).then(function () {
        igang = null;
        if (!stoppet && gemt === nu && aendret()) { skrevet(); }
      });
      return igang;
    }

    function skrevet() {
      if (stoppet || !aendret()) { return; }
      if (!foerste) { foerste = Date.now(); }
      if (!igang) { sig(form.dataset.venter); }
      vent(Math.max(0, Math.min(RO, foerste + HOEJST - Date.now())));
    }

    form.addEventListener("input", skrevet);
    form.addEventListener("focusout", function (e) {
      if (e.target.matches("textarea, input")) { gem(); }
    });
    form.addEventListener("change", skrevet);
    document.addEventListener("visibilitychange", function () {
      if (document.visibilityState === "hidden") { gem(true); }
    });
    window.addEventListener("beforeunload", function (e) {
      if (!sendes && aendret()) {
        gem(true);
        e.preventDefault();
      }
    });
    window.addEventListener("pageshow", function () { sendes = false; });
    /* A quiet save on its way is waited for: else the form would meet its own newer version. */
    form.addEventListener("submit", function (e) {
      window.clearTimeout(ur);
      if (!igang) {
        sendes = true;
        return;
      }
      e.preventDefault();
      e.stopPropagation();
      var knap = e.submitter;
      igang.then(function () {
        delete form.dataset.sendt;
        form.requestSubmit(knap);
      });
    });
  }

  document.querySelectorAll("form[data-autogem]").forEach(start);
})();
