using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Finds the shapes that operations reach. The others are not read, so nothing in them is reported.</summary>
internal sealed class ReachedShapes
{
    private readonly ShapeIndex _shapes;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _followed = [];
    private readonly List<string> _reached = [];
    private readonly List<string> _unusable = [];
    private readonly Stack<AstNode> _pending = new();

    private ReachedShapes(ShapeIndex shapes, DiagnosticBag diagnostics)
    {
        _shapes = shapes;
        _diagnostics = diagnostics;
    }

    /// <summary>Ids of shapes that hold values, those of the prelude among them.</summary>
    public IReadOnlyCollection<string> Ids => _reached;

    /// <summary>Ids of what exists, but cannot be referred to; it has had its diagnostic.</summary>
    public IReadOnlyCollection<string> Unusable => _unusable;

    public static ReachedShapes Find(
        AstNode service,
        IEnumerable<AstNode> operations,
        ShapeIndex shapes,
        DiagnosticBag diagnostics
    )
    {
        ReachedShapes found = new(shapes, diagnostics);
        found.FollowAll(service.Targets("errors"));
        foreach (AstNode operation in operations)
        {
            found.FollowTop(operation, "input");
            found.FollowTop(operation, "output");
            found.FollowAll(operation.Targets("errors"));
        }

        while (found._pending.Count > 0)
        {
            found.Expand(found._pending.Pop());
        }

        return found;
    }

    /// <summary>The name of an operation's input or output; null when it has none.</summary>
    public static JsonString? TopOf(AstNode operation, string property) =>
        operation.FindTarget(property) is { Value: not Prelude.Unit } target ? target : null;

    private void FollowTop(AstNode operation, string property)
    {
        if (TopOf(operation, property) is { } target)
        {
            Follow(target);
        }
    }

    private void FollowAll(IEnumerable<JsonString> targets)
    {
        foreach (JsonString target in targets)
        {
            Follow(target);
        }
    }

    private void Expand(AstNode shape)
    {
        switch (shape.Type)
        {
            case "structure" or "union":
                FollowAll(shape.MemberTargets());
                break;
            case "list" or "set":
                Follow(shape.RequiredTarget("member"));
                break;
            case "map":
                Follow(shape.RequiredTarget("key"));
                Follow(shape.RequiredTarget("value"));
                break;
        }
    }

    private void Follow(JsonString? target)
    {
        if (target is null || !_followed.Add(target.Value))
        {
            return;
        }

        string id = target.Value;
        if (Prelude.Has(id))
        {
            _reached.Add(id);
        }
        else if (Prelude.IsUnbounded(id))
        {
            Report(ReadingDiagnostics.UnknownShapeType, target, id, ShapeId.NameOf(id));
        }
        else if (_shapes.Find(id) is not { } shape)
        {
            // Left to the checks that all formats share, unless something of that id is there.
            if (_shapes.Declaration(id) is not null)
            {
                _unusable.Add(id);
            }
        }
        else if (!AstKinds.IsData(shape))
        {
            Report(
                ReadingDiagnostics.UnsuitableShape,
                target,
                "What this refers to",
                "a shape that holds values",
                id,
                AstKinds.Describe(shape)
            );
        }
        else if (Identifier.Check(_shapes.Declaration(id)!.Value, ShapeId.NameOf, _diagnostics))
        {
            _reached.Add(id);
            _pending.Push(shape);
        }
        else
        {
            _unusable.Add(id);
        }
    }

    private void Report(
        Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor,
        JsonString place,
        params string[] arguments
    )
    {
        _unusable.Add(place.Value);
        _diagnostics.AddOnce(descriptor, place.Span, arguments);
    }
}
