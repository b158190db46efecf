namespace SsoOidcGen.Model.EndpointRules;

internal abstract record EndpointExpression;

/// <summary>A parameter or an assigned name.</summary>
internal sealed record ReferenceExpression(string Name) : EndpointExpression;

internal sealed record CallExpression(string Function, EquatableArray<EndpointExpression> Arguments)
    : EndpointExpression;

internal sealed record BooleanExpression(bool Value) : EndpointExpression;

internal sealed record NumberExpression(int Value) : EndpointExpression;

/// <summary>Text with places for values; a plain string is a template of one literal part.</summary>
internal sealed record TemplateExpression(EquatableArray<TemplatePart> Parts) : EndpointExpression;

/// <summary>A literal piece, or the value of <c>{Name#Path}</c>.</summary>
internal sealed record TemplatePart(string? Literal, string? Name, EquatableArray<string> Path);
