namespace SsoOidcGen.Planning.JmesPath;

/// <summary>How tightly a C# expression binds, loosest first.</summary>
internal enum Precedence
{
    Conditional,
    Or,
    And,
    Comparison,
    Unary,
    Primary,
}
