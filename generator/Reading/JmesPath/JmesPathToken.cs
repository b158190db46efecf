namespace SsoOidcGen.Reading.JmesPath;

/// <param name="Text">The name, the literal's content, or the punctuation as written.</param>
/// <param name="Position">Characters from the start of the expression.</param>
internal readonly record struct JmesPathToken(JmesPathTokenKind Kind, string Text, int Position);

internal enum JmesPathTokenKind
{
    End,
    Name,
    Integer,
    RawString,
    JsonLiteral,
    Punctuation,
}
