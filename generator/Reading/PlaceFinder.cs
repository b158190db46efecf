using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading;

/// <summary>Finds the token that a diagnostic of planning is about. The file is parsed anew, since such faults are rare.</summary>
internal static class PlaceFinder
{
    public static DiagnosticInfo Locate(
        DiagnosticInfo diagnostic,
        IEnumerable<ModelSource> sources,
        CancellationToken cancellationToken
    )
    {
        if (
            diagnostic.Place is not { } place
            || sources.FirstOrDefault(source => source.Service.Path == place.Model) is not { } source
        )
        {
            return diagnostic;
        }

        ModelFiles files = new(source, new DiagnosticBag(), cancellationToken);
        JsonObject? root = place.File == "service-2" ? files.ReadService() : files.ReadSibling(place.File);
        return diagnostic with { Span = root?.Locate([.. place.Names]).StartSpan };
    }
}
