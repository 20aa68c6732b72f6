"""What people install, in environments that hold nothing else."""
