"""Files that centres send on a stick: checked, taken in, answered."""
