"""What a site owner sets, each file with its model; knows no artifact and no page."""
