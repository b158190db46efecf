# Bash completion for ssooidc. Load it with: source <(ssooidc completion bash)
_ssooidc() {
  mapfile -t COMPREPLY < <(
    compgen -W "$(ssooidc "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"
  )
}
complete -o default -F _ssooidc ssooidc
