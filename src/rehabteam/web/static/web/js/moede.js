/* The meeting room: reading aloud where the browser can, and saying that something is typed but not saved.
   The page works without. */
(function () {
  "use strict";

  /* A yes or no is read as its question and the answer that is ticked. */
  function svar(e) {
    var valgt = e.querySelector("input:checked + label");
    return valgt ? e.querySelector("legend").textContent.trim() + " " + valgt.textContent.trim() : "";
  }

  function tekst(e) {
    if (e.tagName === "FIELDSET") { return svar(e); }
    if ("value" in e) { return e.tagName === "SELECT" ? "" : e.value; }
    return e.textContent;
  }

  var knap = document.querySelector("[data-laes-hoejt]");
  if (knap && "speechSynthesis" in window) {
    var navn = knap.textContent;
    var slut = function () { knap.textContent = navn; };
    knap.hidden = false;
    knap.addEventListener("click", function () {
      if (window.speechSynthesis.speaking) {
        window.speechSynthesis.cancel();
        slut();
        return;
      }
      var dele = document.querySelectorAll(
        "[data-laes], .delhoved h2, #indstilling .bredt-felt:not(.dom *) :is(textarea, input), .seigen fieldset"
      );
      var ytring = new SpeechSynthesisUtterance(
        Array.prototype.map.call(dele, function (e) { return tekst(e).trim(); }).filter(Boolean).join(". ")
      );
      ytring.lang = "da-DK";
      ytring.onend = slut;
      knap.textContent = knap.dataset.stop;
      window.speechSynthesis.speak(ytring);
    });
  }

  /* A part is missing: go to it. The list of what is missing is read out anyway (role="alert"). */
  document.addEventListener("DOMContentLoaded", function () {
    var foerste = document.querySelector("main [autofocus]");
    if (foerste) {
      foerste.focus();
      foerste.scrollIntoView({ block: "center" });
    }
  });

  var skema = document.getElementById("indstilling");
  if (!skema) { return; }
  var sendes = false;
  var aendret = false;
  document.addEventListener("input", function (e) {
    if (e.target.form !== skema || aendret) { return; }
    aendret = true;
    var gemt = document.querySelector("[data-gemt]");
    var ikke = document.querySelector("[data-ikke-gemt]");
    if (gemt) { gemt.hidden = true; }
    if (ikke) { ikke.hidden = false; }
  });
  skema.addEventListener("submit", function (e) {
    if (!navigator.onLine) { e.preventDefault(); return; }
    sendes = true;
  });

  /* The connection is gone: say so, and send nothing into the void. The text stands where it is. */
  var vaek = document.querySelector("[data-forbindelse]");
  function forbindelse() { if (vaek) { vaek.hidden = navigator.onLine; } }
  window.addEventListener("offline", forbindelse);
  window.addEventListener("online", forbindelse);
  forbindelse();

  /* Ctrl+Enter: on to the next part. */
  skema.addEventListener("keydown", function (e) {
    if (e.key !== "Enter" || !e.ctrlKey) { return; }
    var dele = Array.prototype.slice.call(skema.querySelectorAll(".delhoved, .seigen"));
    var naeste = dele.filter(function (d) {
      return d.compareDocumentPosition(e.target) & Node.DOCUMENT_POSITION_PRECEDING && !d.contains(e.target);
    })[0];
    var felter = Array.prototype.slice.call(skema.querySelectorAll("textarea, input:not([type=hidden]), select"));
    var felt = naeste && felter.filter(function (f) {
      return f.checkVisibility() && (naeste.contains(f) || naeste.compareDocumentPosition(f) & Node.DOCUMENT_POSITION_FOLLOWING);
    })[0];
    if (felt) {
      e.preventDefault();
      felt.focus();
    }
  });
  window.addEventListener("beforeunload", function (e) {
    if (aendret && !sendes) { e.preventDefault(); }
  });
})();
