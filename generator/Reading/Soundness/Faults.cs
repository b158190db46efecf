using Microsoft.CodeAnalysis;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Reports what is unsound at the part that it is about. A place is searched only when there is a fault.</summary>
internal sealed class Faults(Func<ModelPart, SourceSpan?> locate, DiagnosticBag diagnostics)
{
    public void Add(DiagnosticDescriptor descriptor, ModelPart part, params string[] arguments) =>
        diagnostics.Add(descriptor, locate(part), arguments);

    /// <summary>For one fault that shows in many places: only the first of the same words is kept.</summary>
    public void AddOnce(DiagnosticDescriptor descriptor, ModelPart part, params string[] arguments) =>
        diagnostics.AddOnce(descriptor, locate(part), arguments);
}
