"""What one sentence of a posting asks for, kind by kind, each with its polarity. Patterns in English, and the commonest
wordings in German, French and Spanish; a sentence in, plain findings out."""
