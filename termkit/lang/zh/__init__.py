"""The room of Chinese; `room` has its doors."""
