using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.EndpointRules;
using SsoOidcGen.Planning.Names;
using SsoOidcGen.Planning.Protocols;

namespace SsoOidcGen.Planning;

/// <summary>Decides everything about a service's generated code; the emitter only writes it down.</summary>
internal sealed class ServicePlanner
{
    private readonly ServiceModel _service;
    private readonly PlanOptions _options;
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly ProtocolRow _protocol;
    private readonly Dictionary<string, Shape> _shapes;
    private readonly IReadOnlyList<OperationModel> _operations;
    private readonly ShapeClosure _closure;
    private readonly OperationNames _operationNames;
    private readonly TypeNames _names;
    private readonly SensitiveShapes _sensitive;
    private readonly MemberPlanner _members;
    private readonly MessagePlanner _messages;
    private readonly StructurePlanner _structures;
    private readonly string _clientName;

    private ServicePlanner(ServiceModel service, Protocol protocol, PlanOptions options)
    {
        _service = service;
        _options = options;
        _protocol = ProtocolTable.Find(protocol, service.Metadata);
        _clientName = options.ClientName ?? ClientName(service.Metadata.ServiceId);
        _shapes = service.Shapes.Select(WithoutStream).ToDictionary(static shape => shape.Name);
        _operations = OperationSelection.Select(service, options.Operations, _diagnostics);
        _diagnostics.AddRange(SpecialOperations.Report(service.Metadata, _operations));
        _closure = new ShapeClosure(service.Shapes, _shapes, _operations, hasAllErrors: options.Operations.Count == 0);
        _operationNames = new OperationNames(service);
        _names = new TypeNames(
            _clientName,
            _operations,
            _operationNames,
            [.. service.Shapes.Where(shape => _closure.IsReached(shape.Name) && StructurePlanner.IsDeclared(shape))],
            _closure.Errors,
            _protocol.Bodies,
            _diagnostics
        );
        HashSet<string> validated = ValidatedShapes.Find(
            service.Shapes.OfType<StructureShape>().Where(shape => _closure.IsInput(shape.Name)).ToList(),
            _shapes,
            _protocol.Bindings
        );
        _sensitive = new SensitiveShapes(_shapes);
        TypePlanner types = new(
            _shapes,
            _names,
            validated,
            _sensitive,
            SpecialOperations.IdsWithPaths(service.Metadata),
            _protocol
        );
        _members = new MemberPlanner(_shapes, types, _sensitive, _protocol, service.Metadata);
        _messages = new MessagePlanner(_shapes, _protocol, service.Metadata);
        _structures = new StructurePlanner(_shapes, _closure, _names, _members, _messages, validated, _sensitive);
    }

    private Shape WithoutStream(Shape shape) =>
        shape is BlobShape { Streaming: true } blob && !_protocol.Bindings.HasPayloads
            ? blob with
            {
                Streaming = false,
            }
            : shape;

    private string DefaultNamespace()
    {
        string name = CSharpNames.PascalOfWords(_service.Metadata.ServiceId);
        return _options.RootNamespace is { } root ? $"{CSharpNames.Namespace(root)}.{name}" : name;
    }

    /// <summary>Where clients of the project look for credentials; by its full name where it is no library type of every project.</summary>
    private string CredentialsChain =>
        _options.HasSignIn ? "global::SsoOidc.CompilerServices.SsoCredentialsChain" : "DefaultCredentialsChain";

    private static string ClientName(string serviceId)
    {
        string name = CSharpNames.PascalOfWords(serviceId);
        return ReservedNames.Types.Contains(name + "Client") ? name + "ApiClient" : name + "Client";
    }

    public static PlanResult Plan(ServiceModel service, Protocol protocol, PlanOptions options)
    {
        ServicePlanner planner = new(S3Traits.WithExpiresText(service), protocol, options);
        return new PlanResult(planner.Plan(), planner._diagnostics.ToEquatableArray());
    }

    private ServicePlan Plan()
    {
        Dictionary<string, ExceptionPlan> exceptions = PlanExceptions();
        Dictionary<string, OperationPlan> operations = PlanOperations(exceptions);
        return new ServicePlan
        {
            ServiceId = _service.Metadata.ServiceId,
            FullName = _service.Metadata.FullName,
            ApiVersion = _service.Metadata.ApiVersion,
            SigningName = _service.Metadata.SigningName,
            SignsLikeS3 = _service.Metadata.SignsLikeS3,
            EndpointPrefix = _service.Metadata.EndpointPrefix,
            Documentation = _service.Documentation,
            Namespace = _options.Namespace ?? DefaultNamespace(),
            ClientName = _clientName,
            ExceptionName = _names.OfBaseException,
            Accessibility = _options.Accessibility,
            HasDependencyInjection = _options.HasDependencyInjection,
            HasFakes = _options.Fakes == "true",
            Bodies = _protocol.Bodies,
            Operations = [.. operations.Values],
            Exceptions = [.. exceptions.Values],
            ErrorCodes = ExceptionPlanner.PlanCodes(exceptions.Values),
            SharedTypes = _structures.PlanTypes(_closure.SharedShapes),
            Paginators = PlanPaginators(operations),
            Waiters = PlanWaiters(operations, [.. exceptions.Values]),
            EndpointRules = _service.EndpointRules is { } rules ? EndpointRulesPlanner.Plan(rules) : null,
            FormCredentialsChain = S3Traits.IsS3(_service.Metadata) ? CredentialsChain : null,
            Options = OptionsPlanner.Plan(_service, _clientName),
        };
    }

    private Dictionary<string, ExceptionPlan> PlanExceptions()
    {
        ExceptionPlanner planner = new(_closure, _names, _members, _messages, _structures);
        return _closure.Errors.ToDictionary(static error => error.Name, planner.Plan);
    }

    private Dictionary<string, OperationPlan> PlanOperations(Dictionary<string, ExceptionPlan> exceptions)
    {
        OperationPlanner planner = new(
            _service.Metadata,
            _shapes,
            _closure,
            _operationNames,
            _names,
            _messages,
            _structures,
            _sensitive,
            exceptions
        );
        Dictionary<string, OperationPlan> operations = _operations.ToDictionary(
            static operation => operation.Name,
            planner.Plan
        );
        // Once all structures are planned: what a value is made of may lie in any of them.
        _ = _structures.PlanTypes(_closure.SharedShapes);
        EndpointBindingPlanner endpoints = new(_structures.ByTypeName, _shapes, _diagnostics);
        AuthPlanner auth = new(_service);
        return _operations.ToDictionary(
            static operation => operation.Name,
            operation =>
            {
                IReadOnlyList<EndpointBindingPlan> bindings = endpoints.Plan(operation, operations[operation.Name]);
                AuthPlan? scheme = auth.Plan(operation, bindings);
                return operations[operation.Name] with
                {
                    EndpointBindings = bindings,
                    Auth = scheme,
                    CredentialsChain = AuthPlanner.Signs(scheme) ? CredentialsChain : null,
                    FindsRegion = S3Traits.FindsRegion(_service.Metadata, operation, bindings),
                };
            }
        );
    }

    private List<PaginatorPlan> PlanPaginators(Dictionary<string, OperationPlan> operations)
    {
        PaginatorPlanner planner = new(_structures.ByTypeName, _diagnostics);
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
        WaiterPlanner planner = new(_structures.ByTypeName, exceptions, _names, _diagnostics);
        return _service
            .Waiters.Where(waiter => operations.ContainsKey(waiter.Operation))
            .Select(waiter => planner.Plan(waiter, operations[waiter.Operation]))
            .OfType<WaiterPlan>()
            .ToList();
    }
}
