using Microsoft.CodeAnalysis;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Reports what is unsound at the part that it is about. A location is looked up only when something is reported.</summary>
internal sealed class Findings(Func<ModelPart, SourceSpan?> locate, DiagnosticBag diagnostics)
{
    public void Add(DiagnosticDescriptor descriptor, ModelPart part, params string[] arguments) =>
        diagnostics.Add(descriptor, locate(part), arguments);

    /// <summary>For what shows at many parts: only the first of the same words is kept.</summary>
    public void AddOnce(DiagnosticDescriptor descriptor, ModelPart part, params string[] arguments) =>
        diagnostics.AddOnce(descriptor, locate(part), arguments);
}
