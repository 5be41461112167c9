/* Redaction with the mouse, a pen or a finger: what is drawn is put in the number fields and sent with the form. Typing
   the numbers shows the area too. Everything works without it.

   A finger moves the page until »Tegn felter« is on, or nobody could scroll past it; two fingers zoom all the while. A
   pen draws as soon as it comes near. A press on one corner and one on the opposite does what a drag does. */
(function () {
  "use strict";
  var ark = document.querySelector("[data-tegn]");
  var form = document.querySelector("[data-tegn-form]");
  var knap = document.querySelector("[data-tegn-knap]");
  if (!ark || !form || !knap) { return; }
  var ny = ark.querySelector("[data-ny]");
  var felter = ["venstre", "top", "bredde", "hoejde"].map(function (n) { return form.elements[n]; });
  var STED = "rehabteam-overstreg", MAADE = "rehabteam-overstreg-tegn";
  var LILLE = 0.004; /* of the page: a press, not a drag */
  var start = null, hjoerne = null, finger = null;

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
  function paa_siden(x) { return Math.min(1, Math.max(0, x)); }
  function sted(e) {
    var r = ark.getBoundingClientRect();
    return [(e.clientX - r.left) / r.width, (e.clientY - r.top) / r.height].map(paa_siden);
  }
  function lille(a, b) { return Math.abs(a[0] - b[0]) < LILLE || Math.abs(a[1] - b[1]) < LILLE; }
  function skriv(a, b) {
    var v = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
    v.forEach(function (x, i) { felter[i].value = (100 * x).toFixed(2).replace(".", ","); });
    vis();
  }
  function glem() {
    start = hjoerne = finger = null;
    felter.forEach(function (felt) { felt.value = ""; });
    vis();
  }
  function send(a, b) {
    skriv(a, b);
    sessionStorage.setItem(STED, String(window.scrollY));
    form.requestSubmit(form.querySelector("[value=felt]"));
  }

  function tegner() { return ark.classList.contains("overstreg__ark--finger"); }
  function tegn(til) {
    ark.classList.toggle("overstreg__ark--finger", til);
    sessionStorage.setItem(MAADE, til ? "1" : "");
    knap.setAttribute("aria-pressed", String(til));
    if (!til && (start || hjoerne)) { glem(); }
  }
  var groft = window.matchMedia("(any-pointer: coarse)");
  function vis_knap() { knap.hidden = !groft.matches && !tegner(); }
  knap.addEventListener("click", function () { tegn(!tegner()); });
  groft.addEventListener("change", vis_knap);
  tegn(sessionStorage.getItem(MAADE) === "1");
  vis_knap();

  felter.forEach(function (felt) { felt.addEventListener("input", vis); });
  /* The browser settles whether a touch scrolls before it is down: a pen is seen while it hovers. */
  ark.addEventListener("pointerover", function (e) { if (e.pointerType === "pen") { ark.classList.add("overstreg__ark--pen"); } });
  ark.addEventListener("pointerout", function (e) { if (e.pointerType === "pen" && !start) { ark.classList.remove("overstreg__ark--pen"); } });
  ark.addEventListener("pointerdown", function (e) {
    if (e.pointerType === "touch" && !tegner()) { return; }
    if (!e.isPrimary || finger !== null) { glem(); return; } /* a second finger zooms: nothing is marked by mistake */
    if (e.button !== 0) { return; }
    start = sted(e);
    finger = e.pointerId;
    ark.setPointerCapture(e.pointerId);
    e.preventDefault();
  });
  ark.addEventListener("pointermove", function (e) { if (start && e.pointerId === finger) { skriv(start, sted(e)); } });
  ark.addEventListener("pointercancel", function (e) {
    if (e.pointerId !== finger) { return; }
    glem();
    if (e.pointerType === "pen") { tegn(true); vis_knap(); } /* one that cannot hover scrolled: its next stroke draws */
  });
  ark.addEventListener("pointerup", function (e) {
    if (!start || e.pointerId !== finger) { return; }
    var slut = sted(e), foer = start;
    start = finger = null;
    if (!lille(foer, slut)) { send(foer, slut); return; }
    if (hjoerne && !lille(hjoerne, slut)) { send(hjoerne, slut); return; }
    hjoerne = slut;
    skriv(slut.map(function (x) { return paa_siden(x - LILLE); }), slut.map(function (x) { return paa_siden(x + LILLE); }));
  });
  document.addEventListener("keydown", function (e) { if (e.key === "Escape" && (start || hjoerne)) { glem(); } });
  ark.querySelector("img").addEventListener("dragstart", function (e) { e.preventDefault(); });

  /* After a mark the page stands where it stood. */
  var hvor = sessionStorage.getItem(STED);
  if (hvor !== null) {
    sessionStorage.removeItem(STED);
    window.addEventListener("load", function () { window.scrollTo(0, Number(hvor)); });
  }
  vis();
})();
