/* Text the meeting room keeps in this tab belongs to one login. On every page: what is not this login's is wiped,
   so that nothing is left after logging out, and the next person at the desk sees nothing; and what has been saved. */
(function () {
  "use strict";
  var FORSTAVELSE = "rehabteam-rum:";
  var login = document.currentScript.dataset.login;
  var gemt = document.currentScript.dataset.gemt;

  function er_gemt(navn) {
    try { return gemt && JSON.parse(window.sessionStorage.getItem(navn)).noegle === gemt; } catch (e) { return false; }
  }

  function rens(min) {
    try {
      Object.keys(window.sessionStorage).forEach(function (navn) {
        if (navn.indexOf(FORSTAVELSE) === 0 && (!min || navn.indexOf(FORSTAVELSE + min + ":") !== 0 || er_gemt(navn))) {
          window.sessionStorage.removeItem(navn);
        }
      });
    } catch (e) { return; }
  }

  rens(login);
  /* Logging out wipes at once, also when the line is down and no answer comes. */
  document.addEventListener("submit", function (e) {
    if (/\/log-ud\/$/.test(e.target.action)) {
      document.documentElement.dataset.rumLukket = "1";
      rens("");
    }
  }, true);
})();
