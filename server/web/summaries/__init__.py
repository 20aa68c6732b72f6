"""The pages and files of the summary tables (biểu)."""
