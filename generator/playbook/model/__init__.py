"""What every model is built from: parts, texts of a fixed form, references; knows no kind and no library."""
