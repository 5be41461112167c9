"""The site's addresses, by topic. None of them holds anything but ids."""
