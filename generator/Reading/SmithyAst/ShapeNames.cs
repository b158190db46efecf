using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>
/// Gives each shape of a service one name: the one that the service renames it to, or the part of its id after the
/// namespace. Shapes that have no type of their own in C# yield to the others, and go by their whole id.
/// </summary>
internal sealed class ShapeNames
{
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);

    private ShapeNames() { }

    /// <param name="ids">Of the shapes to be named.</param>
    public static ShapeNames Of(AstNode service, IEnumerable<string> ids, ShapeIndex shapes, DiagnosticBag diagnostics)
    {
        ShapeNames names = new();
        Dictionary<string, string> renamed = ReadRenames(service, shapes, diagnostics);
        ILookup<bool, string> byKind = ids.ToLookup(id => IsType(id, shapes));
        foreach (string id in byKind[true].Concat(byKind[false]))
        {
            names.Add(id, renamed, shapes, diagnostics);
        }

        return names;
    }

    /// <summary>The name of a shape; its id when it has none, which no shape is called.</summary>
    public string Of(string id) => _names.TryGetValue(id, out string? name) ? name : id;

    /// <summary>The id of the shape of a name.</summary>
    public string IdOf(string name) => _ids.TryGetValue(name, out string? id) ? id : name;

    private void Add(string id, Dictionary<string, string> renamed, ShapeIndex shapes, DiagnosticBag diagnostics)
    {
        bool isPrelude = Prelude.Has(id) && id != Prelude.Unit;
        string name =
            isPrelude ? id
            : renamed.TryGetValue(id, out string? other) ? other
            : ShapeId.NameOf(id);
        if (_ids.TryGetValue(name, out string? earlier))
        {
            if (id != Prelude.Unit && IsType(id, shapes))
            {
                diagnostics.Add(ReadingDiagnostics.NameClash, shapes.Declaration(id)!.Value.NameSpan, id, earlier);
            }

            name = id;
        }

        _names.Add(id, name);
        _ids[name] = id;
    }

    /// <summary>It becomes a type in C#.</summary>
    private static bool IsType(string id, ShapeIndex shapes) =>
        shapes.Find(id) is { } shape
        && (shape.Type is "structure" or "union" or "enum" || shape.Traits.Has(Trait.Enum));

    private static Dictionary<string, string> ReadRenames(AstNode service, ShapeIndex shapes, DiagnosticBag diagnostics)
    {
        Dictionary<string, string> renamed = [];
        foreach (JsonProperty rename in service.Fields.Object("rename")?.Json.Properties ?? [])
        {
            if (shapes.Find(rename.Name) is not { } shape)
            {
                diagnostics.Add(ReadingDiagnostics.UnknownShape, rename.NameSpan, rename.Name);
            }
            else if (!AstKinds.IsData(shape) || shape.Traits.Has(Trait.Error))
            {
                string kind = shape.Traits.Has(Trait.Error) ? "an error" : AstKinds.Describe(shape);
                diagnostics.Add(ReadingDiagnostics.UnsuitableRename, rename.NameSpan, rename.Name, kind);
            }
            else if (
                service.Fields.Object("rename")!.Value.Get<JsonString>(rename.Name, "a name") is { } name
                && Identifier.Check(name, diagnostics)
            )
            {
                renamed[rename.Name] = name.Value;
            }
        }

        return renamed;
    }
}
