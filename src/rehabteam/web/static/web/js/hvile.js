/* Whoever writes is there: the site is told at most every fifth minute. If she is logged out already, she is told
   while what she has written still stands on the screen. */
(function () {
  "use strict";
  var her = document.currentScript.dataset;
  var HVERT = 5 * 60 * 1000;
  var skrev = false;
  var sagt = false;

  function sig() {
    if (sagt) { return; }
    sagt = true;
    var boks = document.createElement("div");
    boks.className = "alert alert-warning";
    boks.setAttribute("role", "alert");
    var tekst = document.createElement("p");
    tekst.className = "alert-text";
    tekst.textContent = her.tekst;
    boks.appendChild(tekst);
    var indhold = document.getElementById("indhold");
    indhold.insertBefore(boks, indhold.firstChild);
  }

  document.addEventListener("input", function () { skrev = true; });
  setInterval(function () {
    var maerke = document.querySelector("[name=csrfmiddlewaretoken]");
    if (!skrev || !maerke) { return; }
    skrev = false;
    fetch(her.adresse, { method: "POST", headers: { "X-CSRFToken": maerke.value }, redirect: "error" })
      .then(function (svar) { if (svar.status === 401 || svar.status === 403) { sig(); } })
      .catch(function () { skrev = true; });
  }, HVERT);
})();
