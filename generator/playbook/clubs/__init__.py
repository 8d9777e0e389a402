"""A club's year: sessions and readings, their calendars, feed and messages; makes no page."""
