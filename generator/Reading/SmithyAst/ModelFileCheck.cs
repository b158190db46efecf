using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Decides whether files are a model that can be read.</summary>
internal static class ModelFileCheck
{
    /// <summary>False, with a diagnostic, when the file is of another version, or holds no shapes.</summary>
    public static bool IsSound(JsonObject file, DiagnosticBag diagnostics)
    {
        string? fault =
            file["smithy"] is not JsonString version ? "The version 'smithy' must be a string such as \"2.0\""
            : version.Value is not ("2" or "2.0")
                ? $"Version '{version.Value}' of Smithy is not known; turn the model into one of version '2.0' with 'smithy migrate'"
            : file["shapes"] is not JsonObject ? "This file has no object 'shapes'; use the JSON AST of a Smithy model"
            : null;
        if (fault is not null)
        {
            diagnostics.Add(ReadingDiagnostics.NotServiceModel, (file["smithy"] ?? file).StartSpan, fault);
        }

        return fault is null;
    }

    /// <summary>The id of the service; null, with a diagnostic, when there is none, or several.</summary>
    public static string? OnlyService(ShapeIndex shapes, JsonObject file, DiagnosticBag diagnostics)
    {
        string[] services = [.. shapes.Services];
        if (services.Length == 1)
        {
            return services[0];
        }

        diagnostics.Add(
            ReadingDiagnostics.NotServiceModel,
            services.Length == 0 ? file.Locate("shapes").StartSpan : shapes.Declaration(services[1])!.Value.NameSpan,
            services.Length == 0
                ? "This model has no service; add the file that has it to the AwsServiceModel items, with the same Model metadata"
                : $"This model has several services, '{services[0]}' and '{services[1]}'; give each a model of its own, for example with the projection includeServices of 'smithy build'"
        );
        return null;
    }
}
