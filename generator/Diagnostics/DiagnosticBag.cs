using Microsoft.CodeAnalysis;
using SsoOidcGen.Model;

namespace SsoOidcGen.Diagnostics;

/// <summary>Collects what is found wrong while a model is read.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<DiagnosticInfo> _items = [];

    public void Add(DiagnosticDescriptor descriptor, SourceSpan? span, params string[] arguments) =>
        _items.Add(new DiagnosticInfo(descriptor.Id, span, arguments.ToEquatableArray()));

    public EquatableArray<DiagnosticInfo> ToArray() => _items.ToEquatableArray();
}
