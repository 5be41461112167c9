/* "Send" becomes "Send til Lone", when Lone is chosen. The page works without. */
(function () {
  "use strict";
  document.querySelectorAll(".fordel select").forEach(function (liste) {
    var ord = liste.form.querySelector("[data-knap]");
    var foer = ord.textContent;
    function vis() {
      var navn = liste.value ? liste.options[liste.selectedIndex].text.split(" ")[0] : "";
      ord.textContent = navn ? liste.dataset.send + " " + navn : foer;
    }
    liste.addEventListener("change", vis);
    vis();
  });
  /* After sending, the next row has the turn. */
  var maal = location.hash.indexOf("#k-") === 0 && document.getElementById(location.hash.slice(1));
  if (maal) { maal.focus(); }
})();
