/* The reader: where one is, the keys J K N / I, size, what has stood on the screen long enough to be read, search
   without losing the place. Everything is a link or a form without it. */
(function () {
  "use strict";
  var flade = document.querySelector("[data-laeser]");
  if (!flade) { return; }
  var NOEGLE = "rehabteam-laesertaster";
  var STAAR = 3000; // ms one page must stand still before its document is read
  var rude = flade.querySelector("[data-rude]");
  var ark = Array.prototype.slice.call(flade.querySelectorAll("[data-side]"));
  var sidetal = flade.querySelector("[data-sidetal]");
  var indhold = flade.querySelector("[data-indhold]");
  var smal = window.matchMedia("(max-width: 1119px), (max-height: 599px)");
  var token = flade.querySelector("[name=csrfmiddlewaretoken]").value;
  /* Links become pictures that come when they are near; without this file only a few stand in the page. */
  flade.querySelectorAll("[data-billede]").forEach(function (link) {
    var billede = document.createElement("img"), b = bilag(link), side = link.closest("[data-side]");
    billede.loading = "lazy";
    billede.decoding = "async";
    billede.width = Number(link.dataset.b);
    billede.height = Number(link.dataset.h);
    billede.alt = flade.dataset.alt.replace("{bilag}", b.dataset.nr).replace("{side}", side.dataset.iBilag);
    billede.src = link.dataset.billede;
    link.replaceWith(billede);
  });
  var her = 1, ur = 0, sat = -1; // sat: where gaa() put the scroll; until it moves, the page gone to is the page

  function rolle() { return smal.matches ? document.scrollingElement : rude; }
  function nr(el) { return Number(el.dataset.side); }
  function bilag(el) { return el.closest("[data-bilag]"); }

  /* --- where one is ---------------------------------------------------------------------------------------- */
  function rul(el, andel) { // to this part of the way down the pane, with the whole of the reader on the screen
    if (smal.matches) { el.scrollIntoView({ block: andel ? "center" : "start" }); return; }
    flade.scrollIntoView({ block: "nearest" });
    rude.scrollTop += el.getBoundingClientRect().top - rude.getBoundingClientRect().top - 12 - rude.clientHeight * andel;
  }
  function gaa(til, fokus) {
    var el = ark[Math.min(Math.max(til, 1), ark.length) - 1];
    rul(el.dataset.iBilag === "1" ? bilag(el).querySelector(".bilag__hoved") : el, 0);
    if (fokus) { rude.focus({ preventScroll: true }); }
    sat = rolle().scrollTop;
    er_paa(el);
  }
  function er_paa(el) {
    if (nr(el) === her && el.dataset.set) { return; }
    her = nr(el);
    el.dataset.set = "1";
    if (document.activeElement !== sidetal) { sidetal.value = her; }
    var b = bilag(el);
    flade.querySelectorAll("[data-punkt]").forEach(function (li) {
      var dette = li.dataset.punkt === b.dataset.bilag;
      li.classList.toggle("laeser__valgt", dette);
      var link = li.querySelector("[data-til]");
      if (dette) { link.setAttribute("aria-current", "true"); if (!smal.matches) { synlig(li); } } else { link.removeAttribute("aria-current"); }
    });
    var ny = flade.querySelector("[data-note-ny]");
    if (ny) { ny.href = ny.href.replace(/dokumenter\/[^/]+\//, "dokumenter/" + b.dataset.bilag + "/").replace(/side=\d+/, "side=" + el.dataset.iBilag); }
    window.clearTimeout(ur);
    if (b.dataset.ulaest) { ur = window.setTimeout(function () { if (!document.hidden) { laest(b); } }, STAAR); }
  }
  function synlig(li) {
    var boks = li.closest(".laeser__liste-rude"), top = li.offsetTop - boks.offsetTop;
    if (top < boks.scrollTop || top + li.offsetHeight > boks.scrollTop + boks.clientHeight) { boks.scrollTop = top - boks.clientHeight / 3; }
  }
  function find() {
    if (Math.abs(rolle().scrollTop - sat) < 2) { return; }
    sat = -1;
    var kant = smal.matches ? 0 : rude.getBoundingClientRect().top;
    var linje = kant + (smal.matches ? window.innerHeight : rude.clientHeight) * 0.4;
    var fra = 0, til = ark.length - 1;
    while (fra < til) {
      var midt = (fra + til + 1) >> 1;
      if (ark[midt].getBoundingClientRect().top <= linje) { fra = midt; } else { til = midt - 1; }
    }
    er_paa(ark[fra]);
  }
  var venter = false;
  function rullet() {
    if (venter) { return; }
    venter = true;
    window.requestAnimationFrame(function () { venter = false; find(); });
  }
  rude.addEventListener("scroll", rullet, { passive: true });
  window.addEventListener("scroll", rullet, { passive: true });

  /* --- read ------------------------------------------------------------------------------------------------ */
  function laest(b) {
    var adresse = b.dataset.ulaest;
    if (!adresse || flade.hasAttribute("data-kun-laese")) { return; }
    delete b.dataset.ulaest;
    window.fetch(adresse, { method: "POST", headers: { "X-CSRFToken": token } }).then(function (svar) {
      if (!svar.ok) { b.dataset.ulaest = adresse; return; }
      var li = flade.querySelector('[data-punkt="' + b.dataset.bilag + '"]');
      if (li) {
        li.querySelector("[data-til]").classList.remove("ulaest");
        li.querySelector("[data-laest]").textContent = flade.dataset.laest;
      }
      var antal = flade.querySelector('[data-filter="ulaeste"] span');
      antal.textContent = flade.querySelectorAll("[data-ulaest]").length;
      naeste_findes();
    }).catch(function () { b.dataset.ulaest = adresse; });
  }
  var naeste = flade.querySelector("[data-naeste-ulaeste]");
  function naeste_ulaeste() {
    var alle = Array.prototype.slice.call(flade.querySelectorAll("[data-ulaest]"));
    var nu = bilag(ark[her - 1]);
    var andre = alle.filter(function (b) { return b !== nu; });
    return andre.filter(function (b) { return Number(b.dataset.foerste) > her; })[0] || andre[0] || null;
  }
  function naeste_findes() {
    var findes = Boolean(flade.querySelector("[data-ulaest]"));
    naeste.hidden = !findes;
    flade.querySelector("[data-alt-laest]").hidden = findes;
  }
  naeste.addEventListener("click", function (e) {
    var b = naeste_ulaeste();
    if (!b) { return; }
    e.preventDefault();
    window.history.replaceState(null, "", "#s" + b.dataset.foerste);
    gaa(Number(b.dataset.foerste), true);
    laest(b);
  });

  /* --- ways to a page -------------------------------------------------------------------------------------- */
  flade.addEventListener("click", function (e) {
    var link = e.target.closest("a");
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey) { return; }
    var til = link.dataset.til || (/^#s(\d+)$/.exec(link.getAttribute("href") || "") || [])[1];
    if (link.dataset.gaa) { e.preventDefault(); gaa(her + Number(link.dataset.gaa)); return; }
    if (link.hasAttribute("data-tekst")) { e.preventDefault(); tekst(link); return; }
    if (!til) { return; }
    e.preventDefault();
    window.history.replaceState(null, "", "#s" + til);
    if (link.closest("[data-indhold]")) {
      if (smal.matches) { indhold.open = false; }
      laest(bilag(ark[Number(til) - 1]));
    }
    gaa(Number(til), true);
  });
  var spring = flade.querySelector("[data-spring]");
  spring.setAttribute("data-spring-js", "");
  spring.addEventListener("submit", function (e) {
    e.preventDefault();
    var til = parseInt(sidetal.value, 10);
    if (til) { gaa(til, true); } else { sidetal.value = her; }
  });

  /* --- the page's text, where it stands -------------------------------------------------------------------- */
  function tekst(link) {
    var figur = link.closest("[data-side]"), boks = figur.querySelector(".ark__tekst");
    if (boks) { boks.hidden = !boks.hidden; link.setAttribute("aria-expanded", String(!boks.hidden)); return; }
    window.fetch(link.href, { headers: { "X-Rehabteam-Del": "1" } }).then(function (svar) {
      if (!svar.ok || svar.redirected) { throw new Error(); }
      return svar.text();
    }).then(function (html) {
      boks = document.createElement("div");
      boks.className = "ark__tekst";
      boks.tabIndex = -1;
      boks.innerHTML = html;
      (figur.querySelector(".ark__papir") || figur.querySelector(".ark__tom")).after(boks);
      link.setAttribute("aria-expanded", "true");
      boks.focus({ preventScroll: true });
    }).catch(function () { window.location.assign(link.href); });
  }

  /* --- a page that does not come keeps its place ----------------------------------------------------------- */
  flade.addEventListener("error", function (e) {
    var billede = e.target;
    if (billede.tagName !== "IMG" || !billede.closest(".ark__papir")) { return; }
    var papir = billede.closest(".ark__papir"), tom = document.createElement("div"), p = document.createElement("p");
    tom.className = "ark__tom";
    p.textContent = flade.dataset.vises + " ";
    var link = document.createElement("a");
    link.href = bilag(papir).querySelector(".bilag__hoved a").href + "?hent";
    link.textContent = flade.dataset.hent;
    p.append(link);
    tom.append(p);
    papir.replaceWith(tom);
  }, true);

  /* --- size ------------------------------------------------------------------------------------------------ */
  var TRIN = [0.5, 0.75, 1, 1.25, 1.5, 2, 3], zoom = 2;
  var zoomlinje = flade.querySelector("[data-zoom]");
  function saet_zoom(trin) {
    var el = ark[her - 1], foer = el.getBoundingClientRect(), top = foer.top, hoej = foer.height;
    zoom = Math.min(Math.max(trin, 0), TRIN.length - 1);
    flade.style.setProperty("--zoom", TRIN[zoom]);
    flade.querySelector("[data-zoom-vis]").textContent = Math.round(TRIN[zoom] * 100) + " %";
    var efter = el.getBoundingClientRect(), kant = smal.matches ? 0 : rude.getBoundingClientRect().top;
    rolle().scrollTop += efter.top - (kant + (top - kant) * (efter.height / hoej));
    if (TRIN[zoom] > 1.25) { skarpere(); }
  }
  function skarpere() {
    var set = new IntersectionObserver(function (poster) {
      poster.forEach(function (post) {
        if (!post.isIntersecting) { return; }
        set.unobserve(post.target);
        if (TRIN[zoom] > 1.25 && post.target.src.indexOf("?b=") < 0) { post.target.src += "?b=1800"; }
      });
    }, { rootMargin: "200px" });
    flade.querySelectorAll(".ark__papir img").forEach(function (b) { set.observe(b); });
  }
  zoomlinje.hidden = false;
  zoomlinje.querySelector("[data-zoom-ned]").addEventListener("click", function () { saet_zoom(zoom - 1); });
  zoomlinje.querySelector("[data-zoom-op]").addEventListener("click", function () { saet_zoom(zoom + 1); });

  /* --- search ---------------------------------------------------------------------------------------------- */
  var soeg = flade.querySelector("[data-soeg]"), felt = flade.querySelector("[data-soegefelt]"), svarboks = flade.querySelector("[data-svar]");
  var fundet = -1;
  function fundene() { return flade.querySelectorAll(".ark .fund"); }
  function vis_fund(skridt) {
    var alle = fundene();
    if (!alle.length) { return; }
    alle.forEach(function (f) { f.classList.remove("fund--her"); });
    fundet = (fundet + skridt + alle.length) % alle.length;
    var f = alle[fundet];
    f.classList.add("fund--her");
    rul(f, 0.4);
    er_paa(f.closest("[data-side]"));
  }
  function knapper() {
    var boks = svarboks.querySelector("[data-fundknapper]");
    fundet = -1;
    if (!boks || fundene().length < 2) { return; }
    boks.hidden = false;
  }
  svarboks.addEventListener("click", function (e) {
    var knap = e.target.closest("[data-fund]");
    if (knap) { vis_fund(Number(knap.dataset.fund)); }
  });
  soeg.addEventListener("submit", function (e) {
    e.preventDefault();
    svarboks.setAttribute("aria-busy", "true");
    window.fetch(soeg.action, { method: "POST", body: new FormData(soeg), headers: { "X-Rehabteam-Del": "1" } })
      .then(function (svar) {
        if (!svar.ok || svar.redirected) { throw new Error(); }
        return svar.text();
      }).then(function (html) {
        flade.querySelectorAll(".ark__fund").forEach(function (lag) { lag.remove(); });
        svarboks.innerHTML = html;
        svarboks.querySelectorAll("[data-paa]").forEach(function (lag) {
          var papir = ark[Number(lag.dataset.paa) - 1].querySelector(".ark__papir");
          if (papir) { papir.append.apply(papir, lag.childNodes); }
        });
        svarboks.removeAttribute("aria-busy");
        knapper();
      }).catch(function () { soeg.submit(); });
  });
  knapper();

  /* --- keys; off for those who speak to their machine (WCAG 2.1.4) ------------------------------------------ */
  var linje = document.querySelector("[data-taster]"), skift = document.querySelector("[data-taster-skift]");
  function til() { try { return window.localStorage.getItem(NOEGLE) !== "fra"; } catch (e) { return true; } }
  function vis() { skift.textContent = til() ? skift.dataset.til : skift.dataset.fra; }
  linje.hidden = false;
  vis();
  skift.addEventListener("click", function () {
    try { window.localStorage.setItem(NOEGLE, til() ? "fra" : "til"); } catch (e) { return; }
    vis();
  });
  document.addEventListener("keydown", function (e) {
    if (!til() || e.ctrlKey || e.altKey || e.metaKey || e.target.closest("input, textarea, select")) { return; }
    var tast = e.key.toLowerCase();
    if (tast === "/") {
      e.preventDefault();
      felt.focus();
      felt.select();
    } else if (tast === "i") {
      e.preventDefault();
      indhold.open = true;
      (indhold.querySelector("[aria-current=true][data-til]") || indhold.querySelector("[data-til]") || indhold.querySelector("a")).focus();
    } else {
      var link = flade.querySelector('[data-tast="' + tast + '"]:not([hidden])');
      if (link) { e.preventDefault(); link.click(); }
    }
  });

  /* --- the first place ------------------------------------------------------------------------------------- */
  function fold() { indhold.open = !smal.matches; }
  fold();
  smal.addEventListener("change", function () { // a tablet that is turned: another part scrolls, the page is the same
    fold();
    if (her > 1) { gaa(her); }
  });
  var anker = /^#s(\d+)$/.exec(window.location.hash);
  var foerst = anker ? Number(anker[1]) : Number(flade.dataset.start || 0);
  if (foerst > 1 || flade.dataset.start) { gaa(foerst || 1); } else { er_paa(ark[0]); }
})();
