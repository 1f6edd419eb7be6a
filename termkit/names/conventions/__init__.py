"""One module for each way of writing names; `termkit.names.convention` says what one is."""
