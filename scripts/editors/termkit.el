;;; termkit.el --- Look up names and terms with termkit  -*- lexical-binding: t -*-

(defun termkit-lookup (query)
  "Show what termkit knows of QUERY: the region, or the word at point."
  (interactive
   (list (if (use-region-p)
             (buffer-substring-no-properties (region-beginning) (region-end))
           (or (thing-at-point 'word t) (read-string "Look up: ")))))
  (let ((coding-system-for-read 'utf-8)
        (coding-system-for-write 'utf-8))
    (with-current-buffer (get-buffer-create "*termkit*")
      (let ((inhibit-read-only t))
        (erase-buffer)
        (call-process "termkit" nil t nil "lookup" "--" query)
        (goto-char (point-min)))
      (special-mode)
      (display-buffer (current-buffer)))))

(global-set-key (kbd "C-c t") #'termkit-lookup)

(provide 'termkit)
;;; termkit.el ends here
