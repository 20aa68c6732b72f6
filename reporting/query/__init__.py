"""The one builder of lists, counts, totals and drill-downs, for the centre and the province."""
