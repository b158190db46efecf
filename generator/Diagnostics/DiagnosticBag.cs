using Microsoft.CodeAnalysis;
using SsoOidcGen.Model;

namespace SsoOidcGen.Diagnostics;

/// <summary>Collects what is found wrong while a model is read.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>Nobody reads more, and a file of garbage must not fill the memory.</summary>
    private const int Capacity = 1000;

    private readonly List<DiagnosticInfo> _items = [];
    private readonly HashSet<string> _once = [];

    public void Add(DiagnosticDescriptor descriptor, SourceSpan? span, params string[] arguments)
    {
        if (_items.Count < Capacity)
        {
            _items.Add(new DiagnosticInfo(descriptor.Id, span, arguments.ToEquatableArray()));
        }
    }

    /// <summary>For one fault that shows in many places: only the first of the same words is kept.</summary>
    public void AddOnce(DiagnosticDescriptor descriptor, SourceSpan? span, params string[] arguments)
    {
        if (_once.Add(descriptor.Id + string.Join("\n", arguments)))
        {
            Add(descriptor, span, arguments);
        }
    }

    public EquatableArray<DiagnosticInfo> ToArray() => _items.ToEquatableArray();
}
