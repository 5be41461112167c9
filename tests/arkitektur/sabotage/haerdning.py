"""Faults in what keeps a screen, a login and a log line from being misused."""

from tests.arkitektur.sabotage import Fejl

HVILE, BREMSE = "tests/web/test_hvile.py", "tests/web/test_bremse.py"

FEJL = (
    Fejl(
        "skærmen logges aldrig ud",
        "src/rehabteam/web/hvile.py",
        "if nu - sidst > settings.HVILE:",
        "if nu - sidst > settings.HVILE * 1000:",
        HVILE,
    ),
    Fejl(
        "ingen bremse på søgning",
        "src/rehabteam/web/bremse.py",
        '== "borger.soeg" and _nok(hvem, Art.SOEG):',
        '== "borger.soeg" and False:',
        BREMSE,
    ),
    Fejl(
        "enhver skriver sin egen adresse",
        "src/rehabteam/web/klientip.py",
        "return vej[-led] if len(vej) >= led else direkte",
        "return vej[0] if vej else direkte",
        BREMSE,
    ),
    Fejl(
        "en loglinje kan forfalskes",
        "src/rehabteam/opsaetning/loglinjer.py",
        "return self.STYRETEGN.sub(lambda tegn: repr(tegn[0])[1:-1], super().formatMessage(record))",
        "return super().formatMessage(record)",
        "tests/web/test_loglinjer.py",
    ),
    Fejl(
        "enhver database er god nok",
        "src/rehabteam/opsaetning/start.py",
        'options.get("sslmode") != "verify-full"',
        'options.get("sslmode") == "disable"',
        "tests/web/test_https.py",
    ),
    Fejl(
        "en andens indlogning kan afsluttes",
        "src/rehabteam/web/views/indlogninger.py",
        "get_object_or_404(Indlogning.objects.filter(konto=request.user), id=indlogning_id)",
        "get_object_or_404(Indlogning.objects.all(), id=indlogning_id)",
        "tests/indgang/test_mine_indlogninger.py",
    ),
)
