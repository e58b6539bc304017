"""What any reader of English needs; no news in it."""
