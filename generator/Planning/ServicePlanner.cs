using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>Decides everything about a service's generated code; the emitter only writes it down.</summary>
internal sealed class ServicePlanner
{
    private readonly ServiceModel _service;
    private readonly PlanOptions _options;
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly Dictionary<string, Shape> _shapes;
    private readonly IReadOnlyList<OperationModel> _operations;
    private readonly List<StructureShape> _errors;
    private readonly ShapeClosure _closure;
    private readonly TypeNames _names;
    private readonly MemberPlanner _members;
    private readonly HashSet<string> _validated;
    private readonly Dictionary<string, StructurePlan> _structures = [];
    private readonly string _clientName;

    private ServicePlanner(ServiceModel service, PlanOptions options)
    {
        _service = service;
        _options = options;
        _clientName = options.ClientName ?? ClientName(service.Metadata.ServiceId);
        _shapes = service.Shapes.ToDictionary(static shape => shape.Name);
        _operations = OperationSelection.Select(service, options.Operations, _diagnostics);
        _errors = ErrorsOf(_operations);
        _closure = new ShapeClosure(_shapes, _operations, _errors);
        _names = new TypeNames(
            _clientName,
            service.Shapes.Where(shape => _closure.IsReached(shape.Name) && IsDeclared(shape)),
            _errors,
            _diagnostics
        );
        _validated = ValidatedShapes.Find(
            service.Shapes.OfType<StructureShape>().Where(shape => _closure.IsInput(shape.Name)).ToList(),
            _shapes
        );
        _members = new MemberPlanner(_shapes, new TypePlanner(_shapes, _names, _validated));
    }

    private static string ClientName(string serviceId)
    {
        string name = CSharpNames.PascalOfWords(serviceId);
        return ReservedNames.Types.Contains(name + "Client") ? name + "ApiClient" : name + "Client";
    }

    public static PlanResult Plan(ServiceModel service, PlanOptions options)
    {
        ServicePlanner planner = new(service, options);
        return new PlanResult(planner.Plan(), planner._diagnostics.ToEquatableArray());
    }

    private ServicePlan Plan()
    {
        Dictionary<string, ExceptionPlan> exceptions = _errors.ToDictionary(static error => error.Name, PlanException);
        List<OperationPlan> operations = _operations.Select(operation => PlanOperation(operation, exceptions)).ToList();
        TypeGroup sharedTypes = PlanTypes(_closure.SharedShapes);
        operations = BindEndpoints(operations);
        Dictionary<string, OperationPlan> byName = operations.ToDictionary(static operation => operation.Model.Name);
        return new ServicePlan
        {
            Metadata = _service.Metadata,
            Documentation = _service.Documentation,
            Namespace = _options.Namespace ?? CSharpNames.PascalOfWords(_service.Metadata.ServiceId),
            ClientName = _clientName,
            Accessibility = _options.Accessibility,
            HasHttpClientFactory = _options.HasHttpClientFactory,
            Operations = operations,
            Exceptions = [.. exceptions.Values],
            SharedTypes = sharedTypes,
            Paginators = PlanPaginators(byName),
            Waiters = PlanWaiters(byName, [.. exceptions.Values]),
            EndpointRules = _service.EndpointRules,
        };
    }

    private OperationPlan PlanOperation(OperationModel operation, Dictionary<string, ExceptionPlan> exceptions)
    {
        EquatableArray<AuthScheme> schemes =
            operation.AuthSchemes.Count > 0 ? operation.AuthSchemes : _service.Metadata.AuthSchemes;
        string name = CSharpNames.Pascal(operation.Name);
        StructurePlan input = operation.Input is null
            ? EmptyStructure(name + "Request")
            : PlanStructure(operation.Input);
        StructurePlan output = operation.Output is null
            ? EmptyStructure(name + "Response")
            : PlanStructure(operation.Output);
        return new OperationPlan
        {
            Model = operation,
            Name = name,
            DescriptorName = _names.Claim(name + "Operation"),
            Input = input,
            Output = output,
            Errors = operation.Errors.Select(error => exceptions[error]).ToList(),
            Auth = PlanAuth(schemes),
            RequiresHttp2 =
                input.Members.Any(IsEvents)
                && (_service.Metadata.EventStreamsNeedHttp2 || output.Members.Any(IsEvents)),
            OwnTypes = InReadingOrder(PlanTypes(_closure.OwnedBy(operation)), input, output),
        };
    }

    private static AuthPlan PlanAuth(EquatableArray<AuthScheme> schemes) =>
        (schemes.Count > 0 ? schemes[0] : AuthScheme.None) switch
        {
            AuthScheme.Bearer => AuthPlan.Bearer,
            AuthScheme.SigV4 when schemes.Contains(AuthScheme.Bearer) => AuthPlan.BearerOrSigV4,
            AuthScheme.SigV4 => AuthPlan.SigV4,
            _ => AuthPlan.None,
        };

    private static bool IsEvents(MemberPlan member) => member.Type is EventStreamType;

    /// <summary>Input and output, unless they are shared, come before what they hold.</summary>
    private static TypeGroup InReadingOrder(TypeGroup types, StructurePlan input, StructurePlan output)
    {
        IEnumerable<StructurePlan> first = new[] { input, output }
            .Distinct()
            .Where(top => top.ShapeName.Length == 0 || types.Structures.Contains(top));
        return types with { Structures = first.Union(types.Structures).ToList() };
    }

    /// <summary>Once all structures are planned: what a value is made of may lie in any of them.</summary>
    private List<OperationPlan> BindEndpoints(List<OperationPlan> operations)
    {
        EndpointBindingPlanner planner = new(_structures.Values.ToDictionary(static plan => plan.Name), _diagnostics);
        return operations.Select(operation => operation with { EndpointBindings = planner.Plan(operation) }).ToList();
    }

    private List<PaginatorPlan> PlanPaginators(Dictionary<string, OperationPlan> operations)
    {
        PaginatorPlanner planner = new(StructuresByTypeName(), _diagnostics);
        return _service
            .Paginators.Where(paginator => operations.ContainsKey(paginator.Operation))
            .Select(paginator => planner.Plan(paginator, operations[paginator.Operation]))
            .OfType<PaginatorPlan>()
            .ToList();
    }

    private List<WaiterPlan> PlanWaiters(
        Dictionary<string, OperationPlan> operations,
        IReadOnlyList<ExceptionPlan> exceptions
    )
    {
        WaiterPlanner planner = new(StructuresByTypeName(), exceptions, _names, _diagnostics);
        return _service
            .Waiters.Where(waiter => operations.ContainsKey(waiter.Operation))
            .Select(waiter => planner.Plan(waiter, operations[waiter.Operation]))
            .OfType<WaiterPlan>()
            .ToList();
    }

    private Dictionary<string, StructurePlan> StructuresByTypeName() =>
        _structures.Values.ToDictionary(static plan => plan.Name);

    private StructurePlan EmptyStructure(string name) =>
        new()
        {
            Name = _names.Claim(name),
            ShapeName = "",
            Documentation = "",
            Members = [],
        };

    private TypeGroup PlanTypes(IEnumerable<Shape> shapes)
    {
        List<Shape> declared = shapes.Where(IsDeclared).ToList();
        return new TypeGroup(
            declared.OfType<StructureShape>().Select(shape => PlanStructure(shape.Name)).ToList(),
            declared.OfType<StringShape>().Select(PlanEnum).ToList()
        );
    }

    private StructurePlan PlanStructure(string shapeName)
    {
        if (_structures.TryGetValue(shapeName, out StructurePlan? planned))
        {
            return planned;
        }

        StructureShape shape = (StructureShape)_shapes[shapeName];
        string name = _names.OfShape(shapeName);
        IReadOnlyList<MemberPlan> members = shape.IsUnion
            ? _members.PlanUnion(shape, name)
            : _members.PlanStructure(shape, name, _closure.IsInput(shapeName));
        StructurePlan plan = new()
        {
            Name = name,
            ShapeName = shapeName,
            Documentation = shape.Documentation,
            Deprecated = shape.Deprecated,
            Members = members,
            IsUnion = shape.IsUnion,
            IsEventStream = shape.IsEventStream,
            StreamExceptions = shape.IsEventStream ? StreamExceptionsOf(shape) : [],
            IsSensitive = shape.Sensitive,
            IsInput = _closure.IsInput(shapeName),
            IsValidated = _validated.Contains(shapeName),
            Payload = members.FirstOrDefault(member => member.ModelName == shape.Payload),
        };
        return _structures[shapeName] = plan with
        {
            IsWritten = _closure.IsWritten(shapeName) || (plan.IsPureJson && _closure.IsTopInput(shapeName)),
            IsRead = _closure.IsRead(shapeName) || (plan.IsPureJson && _closure.IsTopOutput(shapeName)),
        };
    }

    private List<KeyValuePair<string, string>> StreamExceptionsOf(StructureShape events) =>
        ErrorsIn(events)
            .Select(member => new KeyValuePair<string, string>(member.Name, _names.OfException(member.Target)))
            .ToList();

    private IEnumerable<Member> ErrorsIn(StructureShape events) =>
        events.Members.Where(member => _shapes[member.Target] is StructureShape { Error: not null });

    private IEnumerable<StructureShape> EventStreamsOf(OperationModel operation) =>
        new[] { operation.Input, operation.Output }
            .OfType<string>()
            .SelectMany(top => ((StructureShape)_shapes[top]).Members)
            .Select(member => _shapes[member.Target])
            .OfType<StructureShape>()
            .Where(static shape => shape.IsEventStream);

    private EnumPlan PlanEnum(StringShape shape)
    {
        string name = _names.OfShape(shape.Name);
        NameScope properties = new(StringComparer.Ordinal, [.. ReservedNames.RecordMembers, name, "Value"]);
        return new EnumPlan(
            name,
            shape.Name,
            shape.Documentation,
            shape.Deprecated,
            shape.Sensitive,
            shape
                .EnumValues.Select(value => new EnumValuePlan(
                    properties.Claim(CSharpNames.PascalOfWords(value), "Value"),
                    value
                ))
                .ToList()
        );
    }

    private ExceptionPlan PlanException(StructureShape shape)
    {
        string name = _names.OfException(shape.Name);
        return new ExceptionPlan
        {
            Name = name,
            ShapeName = shape.Name,
            Documentation = shape.Documentation,
            Deprecated = shape.Deprecated,
            Error = shape.Error!,
            OAuthError = OAuthErrors.CodeOf(shape),
            Members = _members.PlanException(shape, name),
            OwnTypes = PlanTypes(_closure.OwnedBy(shape)),
        };
    }

    /// <summary>A service may answer with any of its errors; a project that wants some operations gets what these list.</summary>
    private List<StructureShape> ErrorsOf(IReadOnlyList<OperationModel> operations)
    {
        HashSet<string> listed = new(operations.SelectMany(static operation => operation.Errors));
        listed.UnionWith(
            operations.SelectMany(EventStreamsOf).SelectMany(ErrorsIn).Select(static member => member.Target)
        );
        return _service
            .Shapes.OfType<StructureShape>()
            .Where(shape => shape.Error is not null && (_options.Operations.Count == 0 || listed.Contains(shape.Name)))
            .ToList();
    }

    /// <summary>It has a type of its own; the rest are C#'s or the runtime's.</summary>
    private static bool IsDeclared(Shape shape) => shape is StringShape { EnumValues.Count: > 0 } or StructureShape;
}
