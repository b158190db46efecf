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

    /// <param name="inOrder">Every shape of the service in the model's order.</param>
    /// <param name="shapes">Every shape of the service by its name.</param>
    /// <param name="operations">The wanted operations.</param>
    /// <param name="hasAllErrors">All errors of the service are wanted, not only those that the operations list.</param>
    public ShapeClosure(
        IEnumerable<Shape> inOrder,
        IReadOnlyDictionary<string, Shape> shapes,
        IReadOnlyList<OperationModel> operations,
        bool hasAllErrors
    )
    {
        _shapes = shapes;
        HashSet<string> listed = ErrorsListedBy(operations);
        Errors = inOrder
            .OfType<StructureShape>()
            .Where(shape => shape.Error is not null && (hasAllErrors || listed.Contains(shape.Name)))
            .ToList();
        foreach (OperationModel operation in operations)
        {
            HashSet<string> reached = [];
            _topInputs.Add(operation.Input);
            _topOutputs.Add(operation.Output);
            Walk(operation.Input, _inputs, _written, reached);
            Walk(operation.Output, _outputs, _read, reached);
            Own(OwnerName(operation), reached);
        }

        // Callers can end a request's events with these.
        HashSet<string> sent = [.. operations.Select(static operation => operation.Input).SelectMany(ErrorsInEventsOf)];
        foreach (StructureShape error in Errors)
        {
            HashSet<string> reached = [];
            Walk(error.Name, _outputs, _read, reached);
            if (sent.Contains(error.Name))
            {
                Walk(error.Name, _inputs, _written, reached);
            }

            reached.Remove(error.Name);
            Own(OwnerName(error), reached);
        }

        _byOwner = shapes.Values.Where(shape => IsReached(shape.Name)).ToLookup(shape => _owners[shape.Name]);
    }

    /// <summary>A service may respond with any of its errors; a project that wants some operations gets what these list.</summary>
    public IReadOnlyList<StructureShape> Errors { get; }

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

    /// <summary>It is part of the body of a request.</summary>
    public bool IsWritten(string shape) => _written.Contains(shape);

    /// <summary>It is part of the body of a response.</summary>
    public bool IsRead(string shape) => _read.Contains(shape);

    /// <summary>The errors that an event stream can end with.</summary>
    public IEnumerable<Member> ErrorsIn(StructureShape events) =>
        events.Members.Where(member => _shapes[member.Target] is StructureShape { Error: not null });

    private HashSet<string> ErrorsListedBy(IReadOnlyList<OperationModel> operations) =>
        [
            .. operations.SelectMany(static operation => operation.Errors),
            .. operations.Select(static operation => operation.Input).SelectMany(ErrorsInEventsOf),
            .. operations.Select(static operation => operation.Output).SelectMany(ErrorsInEventsOf),
        ];

    private IEnumerable<string> ErrorsInEventsOf(string? top) =>
        top is null
            ? []
            : ((StructureShape)_shapes[top])
                .Members.Select(member => _shapes[member.Target])
                .OfType<StructureShape>()
                .Where(static shape => shape.IsEventStream)
                .SelectMany(ErrorsIn)
                .Select(static member => member.Target);

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

    /// <summary>The target travels as the headers and the payload of a message, not as an object.</summary>
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
