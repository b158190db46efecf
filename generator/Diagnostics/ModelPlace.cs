using SsoOidcGen.Model;

namespace SsoOidcGen.Diagnostics;

/// <summary>A part of a model by its names: planning knows no positions.</summary>
/// <param name="File">The type of the file, for example <c>paginators-1</c>.</param>
/// <param name="Names">The property names that lead to the part.</param>
internal sealed record ModelPlace(string File, EquatableArray<string> Names)
{
    /// <summary>The path of the model's main file.</summary>
    public string Model { get; init; } = "";

    /// <summary>The main file as such.</summary>
    public static ModelPlace Whole { get; } = new("service-2", []);

    public static ModelPlace Protocols { get; } = new("service-2", ["metadata", "protocol"]);

    public static ModelPlace Operations { get; } = new("service-2", ["operations"]);

    public static ModelPlace Operation(string name) => new("service-2", ["operations", name]);

    public static ModelPlace EndpointParameter(string operation, string name) =>
        new("service-2", ["operations", operation, "operationContextParams", name]);

    public static ModelPlace Shape(string name) => new("service-2", ["shapes", name]);

    public static ModelPlace Paginator(string operation) => new("paginators-1", ["pagination", operation]);

    public static ModelPlace Waiter(string name) => new("waiters-2", ["waiters", name]);
}
