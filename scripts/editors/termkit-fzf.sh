#!/bin/sh
# Pick a form with fzf, its concept in the preview; prints the form that was chosen.
termkit lookup --all |
  fzf --query "$*" --delimiter '\t' --with-nth 1,2,3 \
    --preview 'termkit lookup -- {4}' --preview-window 'down,60%,wrap' |
  cut -f1
