/* Small helps on top of pages that work without them. No page may depend on this file. */
(function () {
  "use strict";

  function start(rod) {
    if (window.DKFDS) {
      DKFDS.init({ scope: rod });
    }
    tabelroller(rod);
  }

  /* Rows shown as blocks on small screens: some browsers then forget that they are a table. */
  function tabelroller(rod) {
    var roller = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
    rod.querySelectorAll("table.tabel, table.tabel thead, table.tabel tbody, table.tabel tr, table.tabel td, table.tabel th")
      .forEach(function (e) {
        if (e.hasAttribute("role")) { return; }
        e.setAttribute("role", e.tagName === "TH" ? (e.scope === "row" ? "rowheader" : "columnheader") : roller[e.tagName]);
      });
  }

  /* One open menu at a time; Escape and a click elsewhere close it. */
  function lukMenuer(undtagen) {
    document.querySelectorAll("details.brugermenu[open], details.top__smal[open]").forEach(function (d) {
      if (d !== undtagen) { d.open = false; }
    });
  }

  document.addEventListener("click", function (e) {
    lukMenuer(e.target.closest("details"));
  });
  document.addEventListener("keydown", function (e) {
    if (e.key !== "Escape") { return; }
    var aaben = document.querySelector("details.brugermenu[open], details.top__smal[open]");
    if (aaben) {
      aaben.open = false;
      aaben.querySelector("summary").focus();
    }
  });

  /* A form sent twice by an impatient double click is sent once; the server guards it too. */
  document.addEventListener("submit", function (e) {
    if (e.target.dataset.sendt) {
      e.preventDefault();
      return;
    }
    e.target.dataset.sendt = "1";
    window.setTimeout(function () { delete e.target.dataset.sendt; }, 4000);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sendt]").forEach(function (f) { delete f.dataset.sendt; });
  });

  document.addEventListener("DOMContentLoaded", function () {
    start(document.body);
    /* A page that answers an act may point out where to go on: a heading with data-fokus. */
    var maal = document.querySelector("[data-fokus]");
    if (maal && !document.querySelector('[data-module="error-summary"]')) {
      maal.setAttribute("tabindex", "-1");
      maal.focus();
    }
  });
  document.addEventListener("htmx:after:swap", function (e) {
    start(e.target instanceof Element ? e.target : document.body);
  });
})();
