"""The room of English; `room` has its doors."""
