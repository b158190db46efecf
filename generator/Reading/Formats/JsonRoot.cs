using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Formats;

internal static class JsonRoot
{
    /// <summary>The object that a file holds; null, with a diagnostic, when it holds none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="isUnread">The properties that nobody asks for.</param>
    public static JsonObject? Parse(
        ModelFile file,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken,
        Func<string, bool>? isUnread = null
    )
    {
        JsonValue? root = JsonParser.Parse(
            new JsonFile(file.Path, file.Text),
            diagnostics,
            cancellationToken,
            isUnread
        );
        if (root is not null and not JsonObject)
        {
            diagnostics.Add(ReadingDiagnostics.WrongValue, root.StartSpan, file.Name, "an object", root.Kind);
        }

        return root as JsonObject;
    }
}
