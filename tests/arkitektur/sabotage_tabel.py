"""After a run with seeded faults: the table fault → which test noticed → seconds."""

from pytest import TerminalReporter


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    linjer = [
        vaerdi
        for slags in ("passed", "failed")
        for rapport in terminalreporter.stats.get(slags, ())
        for navn, vaerdi in getattr(rapport, "user_properties", ())
        if navn == "sabotage"
    ]
    if not linjer:
        return
    terminalreporter.section("Sabotage: fejl, prøven der så den, sekunder")
    bredde = max(len(fejl) for fejl, _, _ in linjer)
    for fejl, proeve, sekunder in sorted(linjer):
        terminalreporter.line(f"{fejl:<{bredde}}  {sekunder:5.1f} s  {proeve}")
    fundet = sum(proeve != "INGEN" for _, proeve, _ in linjer)
    terminalreporter.line(f"{fundet} af {len(linjer)} fejl blev opdaget.")
