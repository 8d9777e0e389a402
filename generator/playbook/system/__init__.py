"""Files, locks, git and terminals, made safe to use; knows nothing of playbooks."""
