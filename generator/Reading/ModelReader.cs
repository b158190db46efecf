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

    /// <summary>Finds the tokens that diagnostics of planning are about. Their files are parsed anew, since such findings are rare.</summary>
    public static IEnumerable<DiagnosticInfo> Locate(
        IEnumerable<DiagnosticInfo> diagnostics,
        IEnumerable<ModelSource> sources,
        CancellationToken cancellationToken
    )
    {
        ILookup<string, ModelSource> byPath = sources.ToLookup(static source => source.Service.Path);
        foreach (IGrouping<string, DiagnosticInfo> ofModel in diagnostics.GroupBy(static found => found.Model))
        {
            IModelFormat? format =
                byPath[ofModel.Key].FirstOrDefault() is { } source
                && ofModel.Any(static found => found.Part is not null)
                    ? ModelFormats.Open(source, new DiagnosticBag(), cancellationToken)
                    : null;
            foreach (DiagnosticInfo found in ofModel)
            {
                yield return found.Part is { } part && format is not null
                    ? found with
                    {
                        Span = format.Locate(part),
                    }
                    : found;
            }
        }
    }
}
