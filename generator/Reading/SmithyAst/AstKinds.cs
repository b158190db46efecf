namespace SsoOidcGen.Reading.SmithyAst;

internal static class AstKinds
{
    /// <summary>What a shape is, in the words of a message.</summary>
    public static string Describe(AstNode shape)
    {
        string type = shape.Type ?? "shape";
        string article = "aeiou".Contains(type.Length == 0 ? ' ' : type[0]) ? "an" : "a";
        return shape.IsMixin ? $"a mixin ({type})" : $"{article} {type}";
    }

    /// <summary>It holds values, so that a member can refer to it.</summary>
    public static bool IsData(AstNode shape) =>
        !shape.IsMixin && shape.Type is not ("service" or "resource" or "operation");
}
