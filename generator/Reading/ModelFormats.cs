using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Botocore;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;
using SsoOidcGen.Reading.SmithyAst;

namespace SsoOidcGen.Reading;

/// <summary>Recognizes by its content in which format a model is written.</summary>
internal static class ModelFormats
{
    /// <summary>How a gzip file begins (RFC 1952 §2.3.1), read as text.</summary>
    private const char GzipMark = '\u001f';

    /// <summary>Null, with a diagnostic, when a file of the model is in no known format.</summary>
    public static IModelFormat? Open(ModelSource source, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        ModelFile[] unreadable =
        [
            .. source.Parts.Prepend(source.Service).Where(static file => Advice(file) is not null),
        ];
        foreach (ModelFile file in unreadable)
        {
            diagnostics.Add(
                ReadingDiagnostics.NotServiceModel,
                new JsonFile(file.Path, file.Text).GetSpan(0, 0),
                Advice(file)!
            );
        }

        if (unreadable.Length > 0)
        {
            return null;
        }

        JsonObject? root = JsonRoot.Parse(source.Service, diagnostics, cancellationToken, SmithyModel.IsUnread);
        return root is null ? null
            : SmithyModel.IsWrittenIn(root) ? SmithyModel.Open(root, source, diagnostics, cancellationToken)
            : new BotocoreModel(root, source, diagnostics, cancellationToken);
    }

    /// <summary>What to do with a file that is not JSON and yet a model; null for all others.</summary>
    private static string? Advice(ModelFile file) =>
        file.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) || file.Text.FirstOrDefault() == GzipMark
            ? "This file is compressed with gzip; decompress it with 'gunzip', and its siblings, and use the result"
        : SmithyIdl.IsWrittenIn(file)
            ? $"This model is written in Smithy's IDL; turn it into JSON with 'smithy ast {file.Name} > model.json', and use the result"
        : null;
}
