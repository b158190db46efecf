namespace SsoOidcGen.Emitting.Documentation;

internal enum HtmlTokenKind
{
    Text,
    StartTag,
    EndTag,
}
