"""What `playbook init` writes: a small repository with a playbook that a team makes its own."""
