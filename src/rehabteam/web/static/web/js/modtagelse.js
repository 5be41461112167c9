/* Files are sent in pieces, three at a time, and go on where they stopped when the connection comes back.
   Without this the form sends them whole. What a piece is worth is said by the server: how far the file has come.
   A file that was stopped goes on only when the one chosen now begins with the same bytes: the server asks, and each
   piece is compared with what lies there. */
(function () {
  "use strict";
  var form = document.querySelector("[data-filvalg]");
  if (!form || !window.fetch) { return; }
  var data = form.dataset;
  var felt = form.querySelector("input[type=file]");
  var kamera = document.getElementById("kamera");
  var liste = document.querySelector("[data-liste]");
  var afsnit = document.querySelector("[data-paa-vej]");
  var skabelon = document.querySelector("[data-linje]");
  var samlet = document.querySelector("[data-samlet]");
  var ord_ = document.querySelector("[data-stand-ord]");
  var fejl = form.querySelector("[data-fejl]");
  var videre = document.querySelector("[data-videre]");
  var maerke = form.querySelector("[name=csrfmiddlewaretoken]").value;
  var STYKKE = Number(data.stykke);
  var PAA_EN_GANG = 3;
  var koe = [];
  var igang = {};
  var sendt = 0;
  var valgt = 0;
  var nye = [];
  var sidstSagt = "";
  var sidstTid = 0;
  var urSagt = null;

  form.querySelectorAll("[data-kun-js]").forEach(function (e) { e.hidden = false; });
  document.querySelectorAll("[data-uden-js]").forEach(function (e) { e.hidden = true; });

  function vent(ms) {
    return new Promise(function (videre_) {
      var ur = setTimeout(videre_, ms);
      window.addEventListener("online", function () { clearTimeout(ur); videre_(); }, { once: true });
    });
  }
  function indsaet(tekst, a, b) { return tekst.replace("%a", a).replace("%b", b).replace("%s", a); }
  function stoerrelse(n) {
    if (n < 1024) { return n + " bytes"; }
    return (n < 1048576 ? (n / 1024).toFixed(1) + " KB" : (n / 1048576).toFixed(1) + " MB").replace(".", ",");
  }

  /* --- What is on the screen ---------------------------------------------------------------------------- */

  function linje(id, navn, bytes, under, efter) {
    var li = liste.querySelector('[data-id="' + id + '"]');
    if (!li) {
      li = skabelon.content.firstElementChild.cloneNode(true);
      li.dataset.id = id;
      li.querySelector("strong").textContent = navn;
      li.querySelector(".sekundaer").textContent = stoerrelse(bytes);
      li.querySelector("progress").setAttribute("aria-label", navn);
      li.querySelector("button .sr-only").textContent = ": " + navn;
      if (under) { li.className = "filliste__under"; }
      liste.insertBefore(li, efter ? efter.nextSibling : null);
      afsnit.hidden = false;
    }
    return li;
  }
  function saet(li, tilstand, tekst, procent) {
    li.dataset.tilstand = tilstand;
    var p = li.querySelector(".filliste__tekst");
    if (p.textContent !== tekst) { p.textContent = tekst; }
    var bar = li.querySelector("progress");
    bar.hidden = tilstand !== "sendes";
    if (procent !== undefined) { bar.value = procent; }
    li.querySelector("button").hidden = Boolean(igang[li.dataset.id]) || !li.querySelector("button").value;
  }
  function antal(tilstand) { return liste.querySelectorAll('[data-tilstand="' + tilstand + '"]').length; }

  function fortael() {
    var dele = nye.map(function (navn) { return data.ordAnden.replace("%s", navn); });
    if (sendt < valgt) { dele.push(indsaet(data.ordIgang, sendt, valgt)); }
    if (antal("venter")) { dele.push(indsaet(data.ordBehandles, antal("venter"))); }
    if (antal("klar")) { dele.push(indsaet(data.ordSlut, antal("klar"))); }
    if (antal("afvist")) { dele.push(indsaet(data.ordNej, antal("afvist"))); }
    var tekst = dele.join(" ");
    if (samlet.textContent !== tekst) { samlet.textContent = tekst; }
    videre.hidden = !antal("klar");
    sigDet(tekst);
  }
  /* A screen reader hears of it at most every tenth second, and always the last of it. */
  function sigDet(tekst) {
    if (tekst === sidstSagt) { return; }
    clearTimeout(urSagt);
    var om = Math.max(0, sidstTid + 10000 - Date.now());
    if (sendt >= valgt && !antal("venter")) { om = 0; }
    urSagt = setTimeout(function () {
      sidstSagt = tekst;
      sidstTid = Date.now();
      ord_.textContent = tekst;
    }, om);
  }
  function sigFejl(tekst) { fejl.textContent = tekst; fejl.hidden = !tekst; }

  /* --- Sending ------------------------------------------------------------------------------------------ */

  function post(adresse, krop, type) {
    var hoveder = { "X-CSRFToken": maerke };
    if (type) { hoveder["Content-Type"] = type; }
    return fetch(adresse, { method: "POST", headers: hoveder, body: krop, redirect: "manual", credentials: "same-origin" });
  }
  /* The answer as an object. Thrown: a text that ends it; null: nobody answers, try again. */
  function svaret(svar) {
    if (svar.type === "opaqueredirect" || svar.status === 401 || svar.status === 403) { throw data.ordUde; }
    if (svar.status >= 500 && svar.status !== 507 || svar.status === 429) { throw null; }
    if (svar.status === 404) { throw data.ordFejl; }
    return svar.json().then(function (s) {
      if (svar.status >= 400 && svar.status !== 409) { throw s.fejl || data.ordFejl; }
      return s;
    }, function () { throw null; });
  }

  /* The SHA-256 of its first so many bytes, for each length asked about; "ny" where the browser cannot tell. */
  function bevis(fil, laengder) {
    if (!window.crypto || !crypto.subtle) { return Promise.resolve("ny"); }
    return laengder.reduce(function (foer, n) {
      return foer.then(function (dele) {
        return fil.slice(0, n).arrayBuffer().then(function (bytes) { return crypto.subtle.digest("SHA-256", bytes); })
          .then(function (sum) {
            var hex = Array.prototype.map.call(new Uint8Array(sum), function (b) { return (b + 256).toString(16).slice(1); });
            return dele.concat(n + ":" + hex.join(""));
          });
      });
    }, Promise.resolve([])).then(function (dele) { return dele.join(" "); }, function () { throw data.ordLaes; });
  }

  /* `beviser`: one per file, when the server has asked. */
  function begynd(filer, beviser) {
    var felter = new URLSearchParams();
    filer.forEach(function (f, nr) {
      felter.append("navn", f.name);
      felter.append("stoerrelse", f.size);
      felter.append("bevis", beviser ? beviser[nr] : "");
    });
    sigFejl("");
    return post(data.begynd, felter).then(svaret).then(function (s) {
      var spurgt = [];
      s.filer.forEach(function (b, nr) {
        if (b.spoerg.length) { spurgt.push({ fil: filer[nr], laengder: b.spoerg }); return; }
        var id = b.id || "nej-" + Date.now() + "-" + nr;
        var li = linje(id, b.navn, filer[nr].size);
        if (!b.id) { saet(li, "afvist", data.ordAfvist.replace("%s", b.grund)); return; }
        var foer = igang[id];
        if (foer) {
          /* The same file chosen twice is sent once; two pasted pictures may have one name and one size. */
          if (foer.lastModified !== filer[nr].lastModified) { begynd([filer[nr]], ["ny"]); }
          return;
        }
        igang[id] = filer[nr];
        valgt += 1;
        if (b.anden) { nye.push(b.navn); }
        li.querySelector("button").value = id;
        saet(li, "sendes", data.ordKoe, 100 * b.naaet / filer[nr].size);
        koe.push({ id: id, fil: filer[nr], naaet: b.naaet, li: li });
      });
      for (var n = 0; n < PAA_EN_GANG; n += 1) { naeste(); }
      fortael();
      return spurgt.length && Promise.all(spurgt.map(function (x) { return bevis(x.fil, x.laengder); }))
        .then(function (viste) { return begynd(spurgt.map(function (x) { return x.fil; }), viste); });
    }).catch(function (nej) { sigFejl(typeof nej === "string" ? nej : data.ordFejl); });
  }

  var arbejdere = 0;
  function naeste() {
    if (arbejdere >= PAA_EN_GANG || !koe.length) { return; }
    arbejdere += 1;
    var en = koe.shift();
    send(en).then(function () {
      arbejdere -= 1;
      sendt += 1;
      delete igang[en.id];
      fortael();
      se();
      naeste();
    });
  }

  function send(en) {
    var forsoeg = 0;
    function vis() {
      var procent = Math.floor(100 * en.naaet / en.fil.size);
      saet(en.li, "sendes", data.ordSendes.replace("%s", procent), procent);
    }
    function igen() {
      saet(en.li, "sendes", data.ordAfbrudt);
      forsoeg += 1;
      return vent(Math.min(30000, 500 * Math.pow(2, forsoeg))).then(skridt);
    }
    function skridt() {
      vis();
      var arbejde;
      if (en.naaet >= en.fil.size) {
        arbejde = post(data.fil + en.id + "/faerdig/", "").then(svaret);
      } else {
        var krop = en.fil.slice(en.naaet, en.naaet + STYKKE);
        arbejde = krop.arrayBuffer().catch(function () { throw data.ordLaes; }).then(function (bytes) {
          return post(data.fil + en.id + "/stykke/?fra=" + en.naaet, bytes, "application/octet-stream");
        }).then(svaret);
      }
      return arbejde.then(function (s) {
        forsoeg = 0;
        /* Another window of hers is sending another file of that name. */
        if (s.anden) { delete igang[en.id]; nye.push(en.fil.name); return begynd([en.fil], ["ny"]).then(se); }
        if (s.fil) { delete igang[en.id]; saet(en.li, s.fil.tilstand, s.fil.tekst); return null; }
        en.naaet = s.naaet;
        return skridt();
      }, function (nej) {
        if (typeof nej === "string") { delete igang[en.id]; saet(en.li, "sendes", nej); return null; }
        return igen();
      });
    }
    return skridt();
  }

  /* --- How it goes with what is sent -------------------------------------------------------------------- */

  var ur = null;
  var uden = 0;
  function se() {
    clearTimeout(ur);
    ur = setTimeout(kig, Math.min(10000, 1500 + uden * 500));
  }
  function kig() {
    fetch(data.stand, { redirect: "manual", credentials: "same-origin" }).then(svaret).then(function (s) {
      var foer = liste.textContent;
      var forrige = null;
      s.filer.forEach(function (f) {
        /* What came in a mail is put right after the mail. */
        var li = linje(f.id, f.navn, f.stoerrelse, f.under, f.under ? forrige : null);
        forrige = li;
        if (igang[f.id]) { return; }
        li.querySelector("button").value = f.id;
        saet(li, f.tilstand, f.tekst, f.procent);
      });
      uden = foer === liste.textContent ? uden + 1 : 0;
      fortael();
      /* A page left open does not ask for ever. */
      if (s.filer.some(function (f) { return f.arbejder; }) && uden < 120) { se(); }
    }).catch(function (nej) { if (nej === null || nej instanceof TypeError) { uden += 1; se(); } });
  }

  /* --- Choosing ----------------------------------------------------------------------------------------- */

  function tag(filer) {
    filer = Array.prototype.slice.call(filer);
    if (filer.length) { begynd(filer); }
  }
  [felt, kamera].forEach(function (f) {
    f.addEventListener("change", function () { var filer = Array.prototype.slice.call(f.files); f.value = ""; tag(filer); });
  });
  form.querySelector("[data-kamera]").addEventListener("click", function () { kamera.click(); });
  form.addEventListener("submit", function (e) { e.preventDefault(); });
  var slip = form.querySelector("[data-slip]");
  ["dragenter", "dragover"].forEach(function (hvad) {
    document.addEventListener(hvad, function (e) {
      if (e.dataTransfer && Array.prototype.indexOf.call(e.dataTransfer.types, "Files") >= 0) {
        e.preventDefault();
        slip.classList.add("er-over");
      }
    });
  });
  ["dragleave", "drop"].forEach(function (hvad) {
    document.addEventListener(hvad, function (e) {
      if (hvad === "drop" || !e.relatedTarget) { slip.classList.remove("er-over"); }
    });
  });
  document.addEventListener("drop", function (e) {
    if (e.dataTransfer && e.dataTransfer.files.length) { e.preventDefault(); tag(e.dataTransfer.files); }
  });
  document.addEventListener("paste", function (e) {
    if (e.clipboardData && e.clipboardData.files.length) { e.preventDefault(); tag(e.clipboardData.files); }
  });
  window.addEventListener("beforeunload", function (e) {
    if (Object.keys(igang).length) { e.preventDefault(); e.returnValue = ""; }
  });
  if (liste.querySelector("[data-arbejder]")) { se(); }
  fortael();
})();
