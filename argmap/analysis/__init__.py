"""Evaluation and structure: what stands, what falls, why, and what if. Pure functions of a map."""
