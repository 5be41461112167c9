/* What was typed in a date field is what is sent. The date picker would send nothing for a date it cannot
   read, and an optional date would be lost in silence; the server reads it and says what is wrong. */
document.addEventListener("submit", function (e) {
  "use strict";
  e.target.querySelectorAll(".date-picker").forEach(function (d) {
    var synlig = d.querySelector(".date-picker__external-input");
    var skjult = d.querySelector(".date-picker__internal-input");
    if (synlig && skjult) { skjult.value = synlig.value; }
  });
}, true);
