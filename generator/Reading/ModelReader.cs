using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Reading;

/// <summary>Turns the files of a model into a model in which every reference leads somewhere, whatever their format.</summary>
internal static class ModelReader
{
    /// <remarks>What is unsound is left out and costs one diagnostic; what depends on it is left out without another.</remarks>
    public static ReadResult Read(ModelSource source, CancellationToken cancellationToken)
    {
        DiagnosticBag diagnostics = new();
        ServiceModel? model =
            ModelFormats.Open(source, diagnostics, cancellationToken) is { } format && format.Read() is { } draft
                ? draft.Check(new Findings(format.Locate, diagnostics))
                : null;
        return new ReadResult(model, diagnostics.ToArray());
    }

    /// <summary>Finds the token that a diagnostic of planning is about. The file is parsed anew, since such findings are rare.</summary>
    public static DiagnosticInfo Locate(
        DiagnosticInfo diagnostic,
        IEnumerable<ModelSource> sources,
        CancellationToken cancellationToken
    ) =>
        diagnostic.Part is { } part
        && sources.FirstOrDefault(source => source.Service.Path == diagnostic.Model) is { } source
            ? diagnostic with
            {
                Span = ModelFormats.Open(source, new DiagnosticBag(), cancellationToken)?.Locate(part),
            }
            : diagnostic;
}
