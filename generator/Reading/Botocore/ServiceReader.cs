using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>Reads <c>service-2.json</c>, the form in which botocore keeps a service model.</summary>
internal static class ServiceReader
{
    private static readonly string[] Parts = ["metadata", "operations", "shapes"];

    /// <summary>Null, with a diagnostic, when the file is no service model.</summary>
    public static ModelDraft? Read(JsonFields service, CancellationToken cancellationToken)
    {
        if (!IsService(service) || MetadataReader.Read(service) is not { } metadata)
        {
            return null;
        }

        Vocabulary.Service.Check(service);
        BodyNames names = new(metadata.Protocols);
        ShapeTable shapes = ReadShapes(service, names, cancellationToken);
        return new ModelDraft(
            new ServiceModel
            {
                Metadata = metadata,
                Documentation = service.Text("documentation") ?? "",
                Operations = ReadOperations(service, names, cancellationToken).ToEquatableArray(),
                ClientContextParameters = ContextParameterReader
                    .ReadClient(service, "clientContextParams")
                    .ToEquatableArray(),
            },
            shapes
        );
    }

    private static ShapeTable ReadShapes(JsonFields service, BodyNames names, CancellationToken cancellationToken)
    {
        JsonPropertyList declared = ((JsonObject)service.Json["shapes"]!).Properties;
        ShapeTable shapes = new(
            declared
                .SelectMany(static property => new[] { property.Name, StreamingBlobs.NameOf(property.Name) })
                .ToList()
        );
        ShapeReader reader = new(names);
        foreach ((JsonProperty property, JsonFields fields) in service.Entries("shapes"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Identifier.Check(property, service.Diagnostics) && reader.Read(property.Name, fields) is { } shape)
            {
                shapes.Set(shape);
                if (shape is StructureShape structure && structure.Members.Count < DeclaredMembers(fields))
                {
                    shapes.MarkDamaged(shape.Name);
                }
            }
        }

        foreach (Shape shape in shapes.Shapes.ToList())
        {
            shapes.Set(reader.Complete(shape));
        }

        StreamingBlobs.AddTo(shapes);

        return shapes;
    }

    private static IEnumerable<OperationModel> ReadOperations(
        JsonFields service,
        BodyNames names,
        CancellationToken cancellationToken
    )
    {
        foreach ((JsonProperty property, JsonFields fields) in service.Entries("operations"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (
                Identifier.Check(property, service.Diagnostics)
                && OperationReader.Read(property.Name, fields, names) is { } operation
            )
            {
                yield return operation;
            }
        }
    }

    private static int DeclaredMembers(JsonFields shape) =>
        shape.Json["members"] is JsonObject members ? members.Properties.Count : 0;

    private static bool IsService(JsonFields service)
    {
        string? fault =
            service.Json["version"] is JsonString { Value: not "2.0" } version
                ? $"Version '{version.Value}' of the format is not known; use one of version '2.0'"
            : Parts.FirstOrDefault(part => service.Json[part] is not JsonObject) is { } missing
                ? $"This file has no object '{missing}'; use a 'service-2.json' of botocore, or a Smithy model as JSON AST"
            : null;
        if (fault is not null)
        {
            service.Diagnostics.Add(
                ReadingDiagnostics.NotServiceModel,
                (service.Json["version"] ?? service.Json).StartSpan,
                fault
            );
        }

        return fault is null;
    }
}
