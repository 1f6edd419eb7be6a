"""What every implementation of one contract must do, whichever it is."""
