/* The reader's keys: J next, K previous, N next unread. They can be switched off, and everything is a link anyway. */
(function () {
  "use strict";
  var NOEGLE = "rehabteam-laesertaster";
  var linje = document.querySelector("[data-taster]");
  var knap = document.querySelector("[data-taster-skift]");
  var indhold = document.querySelector(".laeser__indhold");
  if (indhold && window.matchMedia("(max-width: 1119px)").matches && window.location.hash === "#visning") {
    indhold.open = false;
  }
  if (!linje || !knap) { return; }

  function til() {
    try { return window.localStorage.getItem(NOEGLE) !== "fra"; } catch (e) { return true; }
  }
  function vis() { knap.textContent = til() ? knap.dataset.til : knap.dataset.fra; }

  linje.hidden = false;
  vis();
  knap.addEventListener("click", function () {
    try { window.localStorage.setItem(NOEGLE, til() ? "fra" : "til"); } catch (e) { return; }
    vis();
  });
  document.addEventListener("keydown", function (e) {
    if (!til() || e.ctrlKey || e.altKey || e.metaKey || e.target.closest("input, textarea, select")) { return; }
    var link = document.querySelector('[data-tast="' + e.key.toLowerCase() + '"]');
    if (link) {
      e.preventDefault();
      link.click();
    }
  });
})();
