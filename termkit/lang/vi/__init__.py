"""The room of Vietnamese; `room` has its doors."""
