"""How facts are shown: Danish dates, deadline badges, the day strip and the § 17 timeline.

Plain values in, plain values out; the templates of ``templates/web/byggesten`` do the markup.
"""
