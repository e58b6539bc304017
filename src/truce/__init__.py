"""truce: who said what, how many were killed or hurt, where, when, by whose count, with evidence."""
