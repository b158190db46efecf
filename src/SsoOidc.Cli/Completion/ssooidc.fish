# Fish completion for ssooidc. Load it with: ssooidc completion fish | source
complete -f -c ssooidc -a '(ssooidc "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
