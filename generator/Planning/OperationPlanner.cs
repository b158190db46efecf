using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning;

/// <summary>Decides how an operation is called.</summary>
internal sealed class OperationPlanner(
    ServiceMetadata service,
    IReadOnlyDictionary<string, Shape> shapes,
    ShapeClosure closure,
    OperationNames operationNames,
    TypeNames names,
    MessagePlanner messages,
    StructurePlanner structures,
    SensitiveShapes sensitive,
    IReadOnlyDictionary<string, ExceptionPlan> exceptions
)
{
    public OperationPlan Plan(OperationModel operation)
    {
        string name = operationNames.Of(operation);
        StructurePlan input = operation.Input is { } inputShape
            ? structures.Plan(inputShape)
            : Empty(names.OfEmptyInput(operation));
        StructurePlan output = operation.Output is { } outputShape
            ? structures.Plan(outputShape)
            : Empty(names.OfEmptyOutput(operation));
        RequestPlan request = messages.PlanRequest(operation, ShapeOf(operation.Input), input);
        MessagePlan response = messages.PlanResponse(operation, ShapeOf(operation.Output), output);
        bool sendsEvents = request.Message.Parts.Any(static part => part is EventsPart);
        return new OperationPlan
        {
            ModelName = operation.Name,
            Name = name,
            PropertyName = operationNames.OfProperty(operation),
            DescriptorName = names.Claim(operationNames.OfDescriptor(operation)),
            Documentation = operation.Documentation,
            Obsolete = Obsolescence.Of(operation.Deprecated),
            Request = request,
            Response = response,
            Errors = operation.Errors.Select(error => exceptions[error]).ToList(),
            OwnTypes = InReadingOrder(structures.PlanTypes(closure.OwnedBy(operation)), input, output),
            StreamsOutput = output.Members.Any(static member => member.Type is StreamType or EventStreamType),
            SendsEvents = sendsEvents,
            RequiresHttp2 =
                sendsEvents && (service.EventStreamsNeedHttp2 || response.Parts.Any(static part => part is EventsPart)),
            Digest =
                operation.HttpChecksumRequired ? BodyDigestPlan.ContentMd5
                : GlacierTraits.SendsTreeHash(service, request.Message) ? BodyDigestPlan.TreeHash
                : null,
            EndpointMember = SpecialOperations.EndpointOf(service, operation, input),
            IsSensitive = IsSensitive(operation.Input) || IsSensitive(operation.Output),
            HasUnsignedPayload = operation.UnsignedPayload,
            RequestChecksum = ChecksumPlanner.PlanRequest(operation.Checksum, request.Message),
            ChecksumModeHeader = ChecksumPlanner.PlanResponse(operation.Checksum, request.Message),
            ExpectsContinue = service.SignsLikeS3 && input.Members.Any(static member => member.Type is StreamType),
            MayFailLate = S3Traits.MayFailLate(service, operation, response),
            NotFoundCode = request.Method == "HEAD" ? NotFoundCode(operation) : null,
            CompressesRequests = operation.GzipRequests,
        };
    }

    /// <summary>Of the error called so, or else of the only one.</summary>
    private string? NotFoundCode(OperationModel operation)
    {
        List<ExceptionPlan> errors = [.. operation.Errors.Select(error => exceptions[error])];
        return errors.Find(static error => error.Code == "NotFound")?.Code
            ?? (errors.Count == 1 ? errors[0].Code : null);
    }

    private bool IsSensitive(string? top) => ShapeOf(top) is { } structure && sensitive.AreIn(structure);

    private StructureShape? ShapeOf(string? name) => name is null ? null : (StructureShape)shapes[name];

    private static StructurePlan Empty(string name) =>
        new()
        {
            Name = name,
            ShapeName = "",
            Documentation = "",
            Members = [],
        };

    /// <summary>Input and output, unless they are shared, come before what they hold.</summary>
    private static TypeGroup InReadingOrder(TypeGroup types, StructurePlan input, StructurePlan output)
    {
        IEnumerable<StructurePlan> first = new[] { input, output }
            .Distinct()
            .Where(top => top.ShapeName.Length == 0 || types.Structures.Contains(top));
        return types with { Structures = first.Union(types.Structures).ToList() };
    }
}
