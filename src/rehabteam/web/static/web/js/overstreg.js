/* Redaction with the mouse: what is drawn is put in the number fields and sent with the form. Typing the numbers shows
   the area too. Everything works without it. */
(function () {
  "use strict";
  var ark = document.querySelector("[data-tegn]");
  var form = document.querySelector("[data-tegn-form]");
  if (!ark || !form) { return; }
  var ny = ark.querySelector("[data-ny]");
  var felter = ["venstre", "top", "bredde", "hoejde"].map(function (n) { return form.elements[n]; });
  var STED = "rehabteam-overstreg";
  var start = null;

  document.querySelectorAll("[data-tegn-hjaelp]").forEach(function (p) { p.hidden = false; });
  ark.classList.add("overstreg__ark--tegn");

  function tal(felt) { return Number(felt.value.replace(",", ".").replace("%", "")) || 0; }
  function vis() {
    var v = felter.map(tal);
    ny.setAttribute("x", v[0] / 100);
    ny.setAttribute("y", v[1] / 100);
    ny.setAttribute("width", Math.max(0, v[2]) / 100);
    ny.setAttribute("height", Math.max(0, v[3]) / 100);
  }
  function sted(e) {
    var r = ark.getBoundingClientRect();
    return [(e.clientX - r.left) / r.width, (e.clientY - r.top) / r.height].map(function (x) { return Math.min(1, Math.max(0, x)); });
  }
  function skriv(a, b) {
    var v = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
    v.forEach(function (x, i) { felter[i].value = (100 * x).toFixed(2).replace(".", ","); });
    vis();
  }
  felter.forEach(function (felt) { felt.addEventListener("input", vis); });
  ark.addEventListener("pointerdown", function (e) {
    if (e.button !== 0 || e.pointerType === "touch") { return; }
    start = sted(e);
    ark.setPointerCapture(e.pointerId);
    e.preventDefault();
  });
  ark.addEventListener("pointermove", function (e) { if (start) { skriv(start, sted(e)); } });
  ark.addEventListener("pointercancel", function () { start = null; });
  ark.addEventListener("pointerup", function (e) {
    if (!start) { return; }
    var slut = sted(e), foer = start;
    start = null;
    if (Math.abs(foer[0] - slut[0]) < 0.004 || Math.abs(foer[1] - slut[1]) < 0.004) { return; }
    skriv(foer, slut);
    sessionStorage.setItem(STED, String(window.scrollY));
    form.requestSubmit(form.querySelector("[value=felt]"));
  });
  ark.querySelector("img").addEventListener("dragstart", function (e) { e.preventDefault(); });

  /* After a mark the page stands where it stood. */
  var hvor = sessionStorage.getItem(STED);
  if (hvor !== null) {
    sessionStorage.removeItem(STED);
    window.addEventListener("load", function () { window.scrollTo(0, Number(hvor)); });
  }
  vis();
})();
