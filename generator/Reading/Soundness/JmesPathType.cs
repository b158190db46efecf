using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>What an expression results in, as far as the model tells.</summary>
internal abstract record JmesPathType
{
    public static readonly JmesPathType Text = new ShapeType(new StringShape("string"));

    public static readonly JmesPathType Number = new ShapeType(new NumberShape("number", NumberKind.Long));

    public static readonly JmesPathType Flag = new ShapeType(new BooleanShape("boolean"));

    /// <summary>Free-form JSON, or values of several types.</summary>
    public static readonly JmesPathType Any = new ShapeType(new DocumentShape("document"));
}

/// <summary>A value of a shape other than a list.</summary>
internal sealed record ShapeType(Shape Shape) : JmesPathType;

/// <summary>A list of the model, or the result of a projection.</summary>
internal sealed record ListType(JmesPathType Item) : JmesPathType;
