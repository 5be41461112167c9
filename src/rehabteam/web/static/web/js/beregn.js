/* Copy and print on the calculators. Without this file the link stands on the page, and the browser prints. */
(function () {
  "use strict";
  document.addEventListener("DOMContentLoaded", function () {
    var udskriv = document.querySelector("[data-udskriv]");
    var kopier = document.querySelector("[data-kopier]");
    if (udskriv) {
      udskriv.hidden = false;
      udskriv.addEventListener("click", function () { window.print(); });
    }
    if (!kopier || !navigator.clipboard) { return; }
    var link = document.getElementById("del-link");
    var besked = document.querySelector(".del__besked");
    kopier.hidden = false;
    link.hidden = true;
    kopier.addEventListener("click", function () {
      navigator.clipboard.writeText(kopier.dataset.kopier).then(function () {
        besked.textContent = besked.dataset.kopieret;
      }, function () {
        besked.textContent = besked.dataset.ikkeKopieret;
        link.hidden = false;
        window.getSelection().selectAllChildren(link.querySelector("a"));
      });
    });
  });
})();
