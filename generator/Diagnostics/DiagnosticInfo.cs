using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SsoOidcGen.Model;

namespace SsoOidcGen.Diagnostics;

/// <summary>A diagnostic as an equatable value: the descriptor's id, where, and the words to fill in.</summary>
internal sealed record DiagnosticInfo(string Id, SourceSpan? Span, EquatableArray<string> Arguments)
{
    /// <summary>The part of a model that it is about, where positions are not known yet.</summary>
    public ModelPart? Part { get; init; }

    /// <summary>The path of that model's main file.</summary>
    public string Model { get; init; } = "";

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(
            DiagnosticDescriptors.Get(Id),
            Span is { } span
                ? Location.Create(span.Path, new TextSpan(span.Start, span.Length), span.ToLinePositionSpan())
                : Location.None,
            Arguments.ToArray<object>()
        );
}

/// <summary>A place in a model file. Lines and columns count from 0, as the compiler's do.</summary>
internal sealed record SourceSpan(string Path, int Start, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    public LinePositionSpan ToLinePositionSpan() => new(new(Line, Column), new(EndLine, EndColumn));
}
