"""What several kinds share; a part knows no kind."""
