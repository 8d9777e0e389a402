"""Several people's maps, compared and made one."""
