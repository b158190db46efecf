#compdef ssooidc
# Zsh completion for ssooidc. Load it with: source <(ssooidc completion zsh)
_ssooidc() {
  local -a suggestions
  suggestions=(${(f)"$(ssooidc "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)"})
  # Zsh quotes what it inserts.
  compadd -a -- suggestions
}
compdef _ssooidc ssooidc
