"""The yearly evaluation: criteria sets, scores, verification, the printed sheet."""
