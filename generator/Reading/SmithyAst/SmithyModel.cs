using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.EndpointRules;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>A model as Smithy's JSON abstract syntax tree: one file that holds everything, or several that hold it together.</summary>
internal sealed class SmithyModel : IModelFormat
{
    private readonly ShapeIndex _shapes;
    private readonly string _serviceId;
    private readonly AstNode _service;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private readonly IReadOnlyDictionary<string, string> _operations;
    private readonly ReachedShapes _reached;
    private readonly ShapeNames _names;

    private SmithyModel(
        ShapeIndex shapes,
        string serviceId,
        AstNode service,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken
    )
    {
        _shapes = shapes;
        _serviceId = serviceId;
        _service = service;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
        _operations = ServiceOperations.Find(service, shapes, diagnostics);
        _reached = ReachedShapes.Find(service, _operations.Values.Select(Node), shapes, diagnostics);
        _names = ShapeNames.Of(service, _reached.Ids, shapes, diagnostics);
    }

    public static bool IsWrittenIn(JsonObject root) => root["smithy"] is not null;

    /// <summary>Tests and examples, up to four tenths of a model.</summary>
    public static bool IsUnread(string property) => property is Trait.EndpointTests or Trait.Examples;

    /// <summary>Null, with a diagnostic, when there is no service that could be read.</summary>
    public static SmithyModel? Open(
        JsonObject root,
        ModelSource source,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken
    )
    {
        JsonObject[] files =
        [
            root,
            .. source
                .Parts.Select(part => JsonRoot.Parse(part, diagnostics, cancellationToken, IsUnread))
                .OfType<JsonObject>(),
        ];
        if (files.Length <= source.Parts.Count || !files.All(file => ModelFileCheck.IsSound(file, diagnostics)))
        {
            return null;
        }

        ShapeIndex shapes = ShapeIndex.Of(files, diagnostics);
        return ModelFileCheck.OnlyService(shapes, root, diagnostics) is { } id && shapes.Find(id) is { } service
            ? new SmithyModel(shapes, id, service, diagnostics, cancellationToken)
            : null;
    }

    public ModelDraft? Read()
    {
        Vocabulary.Service.Check(_service);
        _shapes.CheckApplied();
        if (MetadataReader.Read(_serviceId, _service, _shapes) is not { } metadata)
        {
            return null;
        }

        AstContext context = new(metadata, _names, XmlTraitsReader.ReadNamespace(_service));
        ShapeTable shapes = ReadShapes(context);
        return new ModelDraft(
            new ServiceModel
            {
                Metadata = metadata,
                Documentation = Documentation.Read(_service),
                Operations = ReadOperations(context).ToEquatableArray(),
                ClientContextParameters = ContextParameterReader
                    .ReadClient(_service.Traits, Trait.ClientContextParams)
                    .ToEquatableArray(),
                EndpointRules = (_service.Object(Trait.EndpointRuleSet) ?? _service.Object(Trait.EndpointBdd))
                    is { } rules
                    ? EndpointRuleSetReader.Read(rules.Json, _diagnostics)
                    : null,
                Paginators = _operations
                    .Select(operation => PaginatorReader.Read(operation.Key, Node(operation.Value), _service))
                    .OfType<PaginatorModel>()
                    .ToEquatableArray(),
                Waiters = ReadWaiters(shapes.Shapes)
                    .OrderBy(static waiter => waiter.Name, StringComparer.Ordinal)
                    .ToEquatableArray(),
            },
            shapes
        );
    }

    public SourceSpan? Locate(ModelPart part) => new PartLocator(_shapes, _service, _operations, _names).Locate(part);

    private ShapeTable ReadShapes(AstContext context)
    {
        ConstrainedTargets constrained = new();
        ShapeReader reader = new(context, _shapes, constrained);
        List<string> names = [.. _reached.Unusable];
        Dictionary<string, Shape> read = [];
        List<string> damaged = [];
        foreach (string id in _reached.Ids)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            string name = _names.Of(id);
            names.Add(name);
            if (reader.Read(id, name) is { } shape)
            {
                read.Add(name, shape);
                if (shape is StructureShape structure && structure.Members.Count < DeclaredMembers(id))
                {
                    damaged.Add(name);
                }
            }
        }

        foreach (Shape shape in constrained.Make(read))
        {
            if (!read.ContainsKey(shape.Name))
            {
                names.Add(shape.Name);
            }

            read[shape.Name] = shape;
        }

        names.Sort(StringComparer.Ordinal);
        ShapeTable table = new(names);
        foreach (Shape shape in read.Values)
        {
            table.Set(shape);
        }

        damaged.ForEach(table.MarkDamaged);
        return table;
    }

    private int DeclaredMembers(string id) => (_shapes.Find(id)?.Json["members"] as JsonObject)?.Properties.Count ?? 0;

    private IEnumerable<OperationModel> ReadOperations(AstContext context)
    {
        OperationReader reader = new(context, _service);
        foreach (KeyValuePair<string, string> declared in _operations)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (reader.Read(declared.Key, Node(declared.Value)) is { } operation)
            {
                yield return operation;
            }
        }
    }

    private IEnumerable<WaiterModel> ReadWaiters(IEnumerable<Shape> shapes)
    {
        WaiterReader reader = new(
            new AcceptorReader(
                shapes
                    .OfType<StructureShape>()
                    .Where(static shape => shape.Error is not null)
                    .ToDictionary(static shape => shape.Name, static shape => shape.Error!)
            )
        );
        return _operations.SelectMany(operation => reader.ReadAll(operation.Key, Node(operation.Value)));
    }

    private AstNode Node(string operation) => _shapes.Find(operation)!.Value;
}
