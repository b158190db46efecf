namespace SsoOidcGen.Model.EndpointRules;

internal abstract record EndpointExpression;

/// <summary>A parameter or an assigned name.</summary>
internal sealed record ReferenceExpression(string Name) : EndpointExpression;

internal sealed record CallExpression(string Function, EquatableArray<EndpointExpression> Arguments)
    : EndpointExpression;

/// <summary>A named part of a partition, an ARN or a URL.</summary>
internal sealed record AttributeExpression(EndpointExpression Source, string Name) : EndpointExpression;

/// <summary>An item of a list; a negative index counts from the end.</summary>
internal sealed record ItemExpression(EndpointExpression Source, int Index) : EndpointExpression;

internal sealed record BooleanExpression(bool Value) : EndpointExpression;

internal sealed record NumberExpression(int Value) : EndpointExpression;

/// <summary>Text with places for values; a plain string is a template of one literal part.</summary>
internal sealed record TemplateExpression(EquatableArray<TemplatePart> Parts) : EndpointExpression
{
    /// <summary>The text, when it holds no values.</summary>
    public string? Literal =>
        Parts.Count == 0 ? ""
        : Parts.Count == 1 ? Parts[0].Literal
        : null;
}

/// <summary>A literal piece, or the value that stands in its place.</summary>
internal sealed record TemplatePart(string? Literal, EndpointExpression? Value);
