using SsoOidcGen.Model;

namespace SsoOidcGen.Conformance.Formats;

/// <summary>
/// What two forms of one model both say. The left-out differences, each with its reason:
/// <list type="bullet">
/// <item>what one form adds (operations, members, values of enums, errors, paginators, waiters), prose, deprecation, required and
/// sensitive members, retryable errors, schemes: the forms differ in age;</item>
/// <item>the status and code of an error: botocore's files have them in some protocols alone;</item>
/// <item>defaults: botocore's files have none, so a member with one can be null there;</item>
/// <item>unions: botocore's files have some of them as structures;</item>
/// <item>how often a waiter asks: Smithy gives a longest delay instead, from which the number is computed;</item>
/// <item>where the items of a page are: Smithy leaves it out for pages that hold several lists;</item>
/// <item>the parameter <c>x-id</c> of S3, which names the operation and has no effect: Smithy's models have it alone;</item>
/// <item>endpoint rules: they are the same JSON in both, of different age, and read by the same code.</item>
/// </list>
/// </summary>
internal sealed class CommonModel(ServiceModel mine, ServiceModel other)
{
    private readonly Dictionary<string, Shape> _others = other.Shapes.ToDictionary(static shape => shape.Name);
    private readonly Dictionary<string, OperationModel> _otherOperations = other.Operations.ToDictionary(
        static operation => operation.Name
    );

    /// <summary>The part of one model that the other has too, without prose, in the order of names.</summary>
    public static ServiceModel Of(ServiceModel mine, ServiceModel other) => new CommonModel(mine, other).Build();

    private ServiceModel Build() =>
        mine with
        {
            Documentation = "",
            Metadata = mine.Metadata with
            {
                AuthSchemes = mine.Metadata.AuthSchemes.Intersect(other.Metadata.AuthSchemes).ToEquatableArray(),
                ApiVersion = "",
                FullName = "",
                IsQueryCompatible = false,
                Protocols = mine.Metadata.Protocols.Intersect(other.Metadata.Protocols).ToEquatableArray(),
            },
            EndpointRules = null,
            Shapes = mine
                .Shapes.Where(shape =>
                    shape is not StructureShape { Error: not null } || _others.ContainsKey(shape.Name)
                )
                .Select(Reduce)
                .OrderBy(static shape => shape.Name, StringComparer.Ordinal)
                .ToEquatableArray(),
            Operations = mine
                .Operations.Where(operation => _otherOperations.ContainsKey(operation.Name))
                .Select(Reduce)
                .OrderBy(static operation => operation.Name, StringComparer.Ordinal)
                .ToEquatableArray(),
            Paginators = mine
                .Paginators.Where(paginator => other.Paginators.Any(found => found.Operation == paginator.Operation))
                .Select(paginator =>
                    Reduce(paginator, other.Paginators.First(found => found.Operation == paginator.Operation))
                )
                .OrderBy(static paginator => paginator.Operation, StringComparer.Ordinal)
                .ToEquatableArray(),
            Waiters = mine
                .Waiters.Where(waiter => other.Waiters.Any(found => found.Name == waiter.Name))
                .Select(static waiter => waiter with { Documentation = "", MaxAttempts = 1 })
                .OrderBy(static waiter => waiter.Name, StringComparer.Ordinal)
                .ToEquatableArray(),
            ClientContextParameters = [],
        };

    private OperationModel Reduce(OperationModel operation) =>
        operation with
        {
            Documentation = "",
            Deprecated = null,
            Uri = operation.Uri with
            {
                Query = operation
                    .Uri.Query.Where(literal => _otherOperations[operation.Name].Uri.Query.Contains(literal))
                    .ToEquatableArray(),
            },
            StaticContextParameters = [],
            OperationContextParameters = [],
            Errors = operation.Errors.Intersect(_otherOperations[operation.Name].Errors).ToEquatableArray(),
        };

    private Shape Reduce(Shape shape)
    {
        Shape bare = shape with
        {
            Documentation = "",
            Deprecated = null,
            Sensitive = shape.Sensitive && _others.TryGetValue(shape.Name, out Shape? known) && known.Sensitive,
        };
        return (bare, _others.GetValueOrDefault(shape.Name)) switch
        {
            (StructureShape structure, StructureShape found) => structure with
            {
                Error = Reduce(structure.Error, found.Error),
                IsUnion = structure.IsUnion || found.IsUnion,
                Members = structure
                    .Members.Select(member =>
                        Reduce(member, found.Members.FirstOrDefault(known => known.Name == member.Name))
                    )
                    .OfType<Member>()
                    .OrderBy(static member => member.Name, StringComparer.Ordinal)
                    .ToEquatableArray(),
            },
            (StringShape text, StringShape found) => text with
            {
                EnumValues = text
                    .EnumValues.Where(value => found.EnumValues.Any(known => known.Value == value.Value))
                    .OrderBy(static value => value.Value, StringComparer.Ordinal)
                    .Select(static value => new EnumValue(value.Value))
                    .ToEquatableArray(),
            },
            _ => bare,
        };
    }

    private static Member? Reduce(Member member, Member? found) =>
        found is null
            ? null
            : member with
            {
                Documentation = "",
                Deprecated = null,
                ContextParameter = null,
                Default = null,
                Required = member.Required && found.Required,
                Sensitive = member.Sensitive && found.Sensitive,
            };

    private static PaginatorModel Reduce(PaginatorModel paginator, PaginatorModel found) =>
        paginator with
        {
            ResultKeys = found.ResultKeys.Count == 0 ? [] : paginator.ResultKeys,
            MoreResults = found.MoreResults is null ? null : paginator.MoreResults,
        };

    private static ErrorTrait? Reduce(ErrorTrait? error, ErrorTrait? found) =>
        error is null || found is null
            ? error
            : error with
            {
                Code = error.Code == found.Code ? error.Code : "",
                HttpStatusCode = error.HttpStatusCode == found.HttpStatusCode ? error.HttpStatusCode : 0,
                IsServerFault = error.IsServerFault && found.IsServerFault,
                Retryable = error.Retryable && found.Retryable,
                Throttling = error.Throttling && found.Throttling,
            };
}
