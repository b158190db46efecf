using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>The shapes that the wanted operations reach, and how they reach them.</summary>
internal sealed class ShapeClosure
{
    private const string Shared = "";

    private readonly IReadOnlyDictionary<string, Shape> _shapes;
    private readonly Dictionary<string, string> _owners = [];
    private readonly ILookup<string, Shape> _byOwner;
    private readonly HashSet<string?> _topInputs = [];
    private readonly HashSet<string?> _topOutputs = [];
    private readonly HashSet<string> _inputs = [];
    private readonly HashSet<string> _outputs = [];
    private readonly HashSet<string> _written = [];
    private readonly HashSet<string> _read = [];

    /// <param name="shapes">Every shape of the service by its name.</param>
    public ShapeClosure(
        IReadOnlyDictionary<string, Shape> shapes,
        IEnumerable<OperationModel> operations,
        IEnumerable<StructureShape> errors
    )
    {
        _shapes = shapes;
        foreach (OperationModel operation in operations)
        {
            HashSet<string> reached = [];
            _topInputs.Add(operation.Input);
            _topOutputs.Add(operation.Output);
            Walk(operation.Input, _inputs, _written, reached);
            Walk(operation.Output, _outputs, _read, reached);
            Own(OwnerName(operation), reached);
        }

        foreach (StructureShape error in errors)
        {
            HashSet<string> reached = [];
            Walk(error.Name, _outputs, _read, reached);
            reached.Remove(error.Name);
            Own(OwnerName(error), reached);
        }

        _byOwner = shapes.Values.Where(shape => IsReached(shape.Name)).ToLookup(shape => _owners[shape.Name]);
    }

    public bool IsReached(string shape) => _owners.ContainsKey(shape);

    /// <summary>The shapes that nothing but the operation uses, in the model's order.</summary>
    public IEnumerable<Shape> OwnedBy(OperationModel operation) => _byOwner[OwnerName(operation)];

    /// <summary>The shapes that nothing but the error uses, in the model's order.</summary>
    public IEnumerable<Shape> OwnedBy(StructureShape error) => _byOwner[OwnerName(error)];

    /// <summary>The shapes that several operations or errors use, in the model's order.</summary>
    public IEnumerable<Shape> SharedShapes => _byOwner[Shared];

    /// <summary>A caller may have to make it.</summary>
    public bool IsInput(string shape) => _inputs.Contains(shape);

    public bool IsTopInput(string shape) => _topInputs.Contains(shape);

    public bool IsTopOutput(string shape) => _topOutputs.Contains(shape);

    /// <summary>It is part of the JSON of a request.</summary>
    public bool IsWritten(string shape) => _written.Contains(shape);

    /// <summary>It is part of the JSON of an answer.</summary>
    public bool IsRead(string shape) => _read.Contains(shape);

    private static string OwnerName(OperationModel operation) => "operation " + operation.Name;

    private static string OwnerName(StructureShape error) => "error " + error.Name;

    private void Own(string owner, HashSet<string> reached)
    {
        foreach (string shape in reached)
        {
            _owners[shape] = _owners.ContainsKey(shape) ? Shared : owner;
        }
    }

    /// <summary>Follows all references from a top structure.</summary>
    private void Walk(string? top, HashSet<string> direction, HashSet<string> nested, HashSet<string> reached)
    {
        if (top is null)
        {
            return;
        }

        Stack<string> pending = new();
        HashSet<string> visited = [top];
        pending.Push(top);
        while (pending.Count > 0)
        {
            string name = pending.Pop();
            reached.Add(name);
            direction.Add(name);
            foreach (string target in Targets(_shapes[name]))
            {
                if (!IsMessage(_shapes[name], _shapes[target]))
                {
                    nested.Add(target);
                }

                if (visited.Add(target))
                {
                    pending.Push(target);
                }
            }
        }
    }

    /// <summary>The target travels as the headers and the payload of a message, not as JSON.</summary>
    private static bool IsMessage(Shape shape, Shape target) =>
        shape is StructureShape { IsEventStream: true }
        && target is StructureShape structure
        && structure.Members.Any(static member => member.EventHeader || member.EventPayload);

    private IEnumerable<string> Targets(Shape shape) =>
        shape switch
        {
            // Errors in an event stream are thrown, so they are exceptions and no cases of it.
            StructureShape { IsEventStream: true } events => events
                .Members.Select(static member => member.Target)
                .Where(target => _shapes[target] is not StructureShape { Error: not null }),
            StructureShape structure => structure.Members.Select(static member => member.Target),
            ListShape list => [list.Member.Target],
            MapShape map => [map.Value.Target],
            _ => [],
        };
}
