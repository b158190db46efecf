using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Formats;

internal static class JsonRoot
{
    /// <summary>The object that a file holds; null, with a diagnostic, when it holds none.</summary>
    public static JsonObject? Parse(ModelFile file, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        JsonValue? root = JsonParser.Parse(new JsonFile(file.Path, file.Text), diagnostics, cancellationToken);
        if (root is not null and not JsonObject)
        {
            diagnostics.Add(ReadingDiagnostics.WrongValue, root.StartSpan, file.Name, "an object", root.Kind);
        }

        return root as JsonObject;
    }
}
