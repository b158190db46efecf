# Bash completion for ssooidc. Load it with: source <(ssooidc completion bash)
_ssooidc() {
  local suggestion word=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  while IFS= read -r suggestion; do
    # Quoted, because what is completed becomes part of the command line.
    printf -v suggestion %q "$suggestion"
    [[ $suggestion == "$word"* ]] && COMPREPLY+=("$suggestion")
  done < <(ssooidc "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
}
complete -o default -F _ssooidc ssooidc
