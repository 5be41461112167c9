/* The meeting room: reading aloud where the browser can, the time left, and on to the next part.
   The page works without. What is typed is kept by rumholder.js. */
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

  /* How long is left of this case's time on the agenda; only on the meeting's own day, and only near it. */
  var tid = document.querySelector("[data-slut]");
  function tilbage() {
    var kl = tid.dataset.slut.split(".");
    var nu = new Date();
    var rest = Number(kl[0]) * 60 + Number(kl[1]) - nu.getHours() * 60 - nu.getMinutes();
    tid.hidden = rest > 240 || rest < -60;
    tid.textContent = (rest >= 0 ? tid.dataset.tilbage : tid.dataset.over).replace("0", String(Math.abs(rest)));
  }
  if (tid) {
    tilbage();
    window.setInterval(tilbage, 20000);
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
})();
