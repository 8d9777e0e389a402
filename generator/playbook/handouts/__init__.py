"""What a session needs on paper: from artifacts to PDFs."""
