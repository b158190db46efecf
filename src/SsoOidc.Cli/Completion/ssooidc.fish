# Fish completion for ssooidc. Load it with: ssooidc completion fish | source
function __ssooidc_suggest
    set -l line (commandline -cp | string collect)
    # Fish quotes what it inserts.
    ssooidc "[suggest:"(string length -- $line)"]" $line 2>/dev/null
end
complete -f -c ssooidc -a '(__ssooidc_suggest)'
