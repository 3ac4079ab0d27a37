"""Hearing: microphone blocks to log-mel columns, columns to spans of words, spans to the ten scores."""
