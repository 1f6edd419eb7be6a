" Look up the word under the cursor, or the selection, with termkit.
" The result opens in a small window; q closes it.
function! s:Show(query) abort
  let l:lines = systemlist(['termkit', 'lookup', '--', a:query]->map('shellescape(v:val)')->join(' '))
  botright new
  setlocal buftype=nofile bufhidden=wipe noswapfile nobuflisted nonumber
  call setline(1, l:lines)
  execute 'resize' min([len(l:lines), &lines / 3])
  setlocal nomodifiable
  nnoremap <buffer> q :close<CR>
endfunction

function! s:Selection() abort
  let l:kept = @"
  silent normal! gv""y
  let l:text = @"
  let @" = l:kept
  return substitute(l:text, '\_s\+', ' ', 'g')
endfunction

command! -nargs=1 TermkitLookup call s:Show(<q-args>)
nnoremap <silent> <Leader>t :call <SID>Show(expand('<cword>'))<CR>
xnoremap <silent> <Leader>t :<C-u>call <SID>Show(<SID>Selection())<CR>
