"""The command line: one file per command, each offering a `Command` called ``COMMAND``."""
