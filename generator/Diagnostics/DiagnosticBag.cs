using Microsoft.CodeAnalysis;
using SsoOidcGen.Model;

namespace SsoOidcGen.Diagnostics;

/// <summary>Collects what is found wrong while a model is read.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>
    /// Nobody reads more, and a file of garbage must not fill the memory. Warnings leave room for errors: a model that
    /// is missing must have one.
    /// </summary>
    private const int Capacity = 1000;

    private readonly List<DiagnosticInfo> _items = [];
    private readonly HashSet<DiagnosticInfo> _known = [];
    private int _errors;

    /// <summary>The same fault in the same place counts once, however often it is come across.</summary>
    public void Add(DiagnosticDescriptor descriptor, SourceSpan? span, params string[] arguments)
    {
        DiagnosticInfo item = new(descriptor.Id, span, arguments.ToEquatableArray());
        bool isError = descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        int kept = isError ? _errors : _items.Count - _errors;
        if (kept < Capacity && _known.Add(item))
        {
            _items.Add(item);
            _errors += isError ? 1 : 0;
        }
    }

    /// <summary>For one fault that shows in many places: only the first of the same words is kept.</summary>
    public void AddOnce(DiagnosticDescriptor descriptor, SourceSpan? span, params string[] arguments)
    {
        if (_known.Add(new DiagnosticInfo(descriptor.Id, null, arguments.ToEquatableArray())))
        {
            Add(descriptor, span, arguments);
        }
    }

    public EquatableArray<DiagnosticInfo> ToArray() => _items.ToEquatableArray();
}
