using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Botocore;
using SsoOidcGen.Reading.Json;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Reading;

/// <summary>Turns the files of a model into a model in which every reference leads somewhere, whatever their format.</summary>
internal static class ModelReader
{
    /// <summary>How a gzip file begins (RFC 1952 §2.3.1), read as text.</summary>
    private const char GzipMark = '\u001f';

    /// <remarks>What is unsound is left out and costs one diagnostic; what depends on it is left out without another.</remarks>
    public static ReadResult Read(ModelSource source, CancellationToken cancellationToken)
    {
        DiagnosticBag diagnostics = new();
        ServiceModel? model =
            Open(source, diagnostics, cancellationToken) is { } format && format.Read() is { } draft
                ? draft.Check(new Faults(format.Locate, diagnostics))
                : null;
        return new ReadResult(model, diagnostics.ToArray());
    }

    /// <summary>Finds the token that a diagnostic of planning is about. The file is parsed anew, since such faults are rare.</summary>
    public static DiagnosticInfo Locate(
        DiagnosticInfo diagnostic,
        IEnumerable<ModelSource> sources,
        CancellationToken cancellationToken
    ) =>
        diagnostic.Part is { } part
        && sources.FirstOrDefault(source => source.Service.Path == diagnostic.Model) is { } source
            ? diagnostic with
            {
                Span = Open(source, new DiagnosticBag(), cancellationToken)?.Locate(part),
            }
            : diagnostic;

    /// <summary>Null, with a diagnostic, when the model's main file is in no known format.</summary>
    internal static IModelFormat? Open(
        ModelSource source,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken
    )
    {
        ModelFile file = source.Service;
        if (file.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) || file.Text.FirstOrDefault() == GzipMark)
        {
            diagnostics.Add(
                ReadingDiagnostics.NotServiceModel,
                new JsonFile(file.Path, file.Text).GetSpan(0, 0),
                "This file is compressed with gzip; decompress it with 'gunzip', and its siblings, and use the result"
            );
            return null;
        }

        return new BotocoreModel(source, diagnostics, cancellationToken);
    }
}
