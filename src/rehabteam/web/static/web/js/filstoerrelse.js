/* A file that is too big is told at the field at once, before it is sent. The server says it again. */
(function () {
  "use strict";
  var felt = document.querySelector("input[type=file][data-hoejst]");
  var besked = document.querySelector("[data-filfejl]");
  if (!felt || !besked) { return; }
  felt.closest(".form-group").appendChild(besked);
  felt.addEventListener("change", function () {
    var fil = felt.files[0];
    var forStor = fil && fil.size > Number(felt.dataset.hoejst);
    besked.hidden = !forStor;
    besked.textContent = forStor ? besked.dataset.tekst : "";
    felt.setCustomValidity(forStor ? besked.dataset.tekst : "");
  });
  felt.form.addEventListener("submit", function (e) {
    if (!besked.hidden) {
      e.preventDefault();
      e.stopPropagation();
      felt.focus();
    }
  }, true);
})();
