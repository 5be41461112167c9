// Læs højt: reads what is written on the page aloud where the browser can; without it the button stays hidden.
(() => {
  const knap = document.querySelector("[data-laes-hoejt]");
  if (!knap || !("speechSynthesis" in window)) return;
  knap.hidden = false;
  knap.addEventListener("click", () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const dele = [...document.querySelectorAll("#indstilling h2, #indstilling textarea, #indstilling .indsatsraekke input")];
    const tekst = dele.map((d) => ("value" in d ? d.value : d.textContent).trim()).filter(Boolean).join(". ");
    const ytring = new SpeechSynthesisUtterance(tekst);
    ytring.lang = "da-DK";
    speechSynthesis.speak(ytring);
  });
})();
