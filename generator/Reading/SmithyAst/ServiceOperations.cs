using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Finds the operations of a service: its own, and those of its resources.</summary>
internal sealed class ServiceOperations
{
    private static readonly string[] Lifecycle = ["create", "put", "read", "update", "delete", "list"];

    private readonly ShapeIndex _shapes;
    private readonly DiagnosticBag _diagnostics;
    private readonly SortedDictionary<string, string> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = [];
    private readonly HashSet<string> _open = [];

    private ServiceOperations(ShapeIndex shapes, DiagnosticBag diagnostics)
    {
        _shapes = shapes;
        _diagnostics = diagnostics;
    }

    /// <summary>The ids of the operations by their names, in order.</summary>
    public static IReadOnlyDictionary<string, string> Find(
        AstNode service,
        ShapeIndex shapes,
        DiagnosticBag diagnostics
    )
    {
        ServiceOperations found = new(shapes, diagnostics);
        found.Visit(service);
        return found._byName;
    }

    /// <summary>Depth first with a stack of its own: resources may be nested in any depth.</summary>
    private void Visit(AstNode service)
    {
        Stack<(string Id, IEnumerator<JsonString> Resources)> path = new();
        Enter(path, "", service);
        while (path.Count > 0)
        {
            (string id, IEnumerator<JsonString> resources) = path.Peek();
            if (!resources.MoveNext())
            {
                _open.Remove(id);
                path.Pop();
            }
            else if (_open.Contains(resources.Current.Value))
            {
                _diagnostics.Add(
                    ReadingDiagnostics.EndlessContainment,
                    resources.Current.Span,
                    $"Resource '{resources.Current.Value}'"
                );
            }
            else if (Resolve(resources.Current, "resource") is { } resource && _visited.Add(resources.Current.Value))
            {
                Enter(path, resources.Current.Value, resource);
            }
        }
    }

    private void Enter(Stack<(string, IEnumerator<JsonString>)> path, string id, AstNode container)
    {
        _open.Add(id);
        path.Push((id, container.Targets("resources").GetEnumerator()));
        foreach (
            JsonString operation in Lifecycle
                .Select(container.FindTarget)
                .OfType<JsonString>()
                .Concat(container.Targets("operations"))
                .Concat(container.Targets("collectionOperations"))
        )
        {
            Add(operation);
        }
    }

    private void Add(JsonString reference)
    {
        if (
            Resolve(reference, "operation") is null
            || !Identifier.Check(_shapes.Declaration(reference.Value)!.Value, ShapeId.NameOf, _diagnostics)
        )
        {
            return;
        }

        string name = ShapeId.NameOf(reference.Value);
        if (!_byName.TryGetValue(name, out string? earlier))
        {
            _byName.Add(name, reference.Value);
        }
        else if (earlier != reference.Value)
        {
            _diagnostics.Add(ReadingDiagnostics.NameClash, reference.Span, reference.Value, earlier);
        }
    }

    /// <summary>The shape; null, with a diagnostic, when there is none or it is of another type.</summary>
    private AstNode? Resolve(JsonString reference, string type)
    {
        if (_shapes.Find(reference.Value) is not { } shape)
        {
            _diagnostics.AddOnce(ReadingDiagnostics.UnknownShape, reference.Span, reference.Value);
            return null;
        }

        if (shape.Type == type && !shape.IsMixin)
        {
            return shape;
        }

        _diagnostics.AddOnce(
            ReadingDiagnostics.UnsuitableShape,
            reference.Span,
            type == "operation" ? "An operation of the service" : "A resource of the service",
            type == "operation" ? "an operation" : "a resource",
            reference.Value,
            AstKinds.Describe(shape)
        );
        return null;
    }
}
