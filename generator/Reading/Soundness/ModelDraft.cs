using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>A model whose parts are well formed, but need not fit together.</summary>
/// <param name="Service">All but the shapes.</param>
internal sealed record ModelDraft(ServiceModel Service, ShapeTable Shapes)
{
    /// <summary>
    /// The sound part. In it every target is a shape; operations have structures as input, output and errors; each label
    /// of a path is a required member; a payload is a member that can be a body; locations suit their members; lists and
    /// maps end at another kind of shape; required members never need themselves; paginators and waiters belong to
    /// operations that have the members they name; and what is bound to a parameter of the endpoint rules has its type.
    /// </summary>
    public ServiceModel Check(Findings findings)
    {
        ShapeCheck.Run(Shapes, Service.Metadata.Protocols.Any(IsRpc), findings);
        OperationCheck operations = new(Shapes, findings, Service.Metadata);
        ServiceModel sound = Service with
        {
            Operations = Service.Operations.Select(operations.Run).OfType<OperationModel>().ToEquatableArray(),
            Shapes = Shapes.Shapes.ToEquatableArray(),
        };
        OperationTable table = new(sound.Operations, Shapes, findings);
        PaginatorCheck paginators = new(table, findings);
        WaiterCheck waiters = new(table, findings);
        return new ContextParameterCheck(Service.EndpointRules, table, findings).Run(sound) with
        {
            Paginators = Service.Paginators.Where(paginators.IsSound).ToEquatableArray(),
            Waiters = Service.Waiters.Where(waiters.IsSound).ToEquatableArray(),
        };
    }

    private static bool IsRpc(Protocol protocol) =>
        protocol is Protocol.AwsJson10 or Protocol.AwsJson11 or Protocol.RpcV2Cbor;
}
