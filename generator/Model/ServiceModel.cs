namespace SsoOidcGen.Model;

/// <summary>A whole service as its model describes it, whatever the format it was read from. Equal by value; no positions.</summary>
internal sealed record ServiceModel
{
    public required ServiceMetadata Metadata { get; init; }

    public string Documentation { get; init; } = "";

    public EquatableArray<OperationModel> Operations { get; init; } = [];

    /// <summary>Every shape that could be read, in the model's order, names unique.</summary>
    public EquatableArray<Shape> Shapes { get; init; } = [];

    public EquatableArray<PaginatorModel> Paginators { get; init; } = [];

    public EquatableArray<WaiterModel> Waiters { get; init; } = [];

    public EquatableArray<ClientContextParameter> ClientContextParameters { get; init; } = [];

    public EndpointRules.EndpointRuleSet? EndpointRules { get; init; }
}
