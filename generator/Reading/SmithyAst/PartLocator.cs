using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Where the parts of a model stand in its files.</summary>
internal sealed class PartLocator(
    ShapeIndex shapes,
    AstNode service,
    IReadOnlyDictionary<string, string> operations,
    ShapeNames names
)
{
    /// <summary>Where HTTP puts a member.</summary>
    private static readonly string[] Locations =
    [
        Trait.HttpLabel,
        Trait.HttpQuery,
        Trait.HttpQueryParams,
        Trait.HttpHeader,
        Trait.HttpPrefixHeaders,
        Trait.HttpResponseCode,
        Trait.HttpPayload,
        Trait.JsonName,
    ];

    public SourceSpan? Locate(ModelPart part) => Find(part).StartSpan;

    private JsonValue Find(ModelPart part) =>
        part switch
        {
            ModelPart.Service => service.Json,
            ModelPart.Operations => service.Json.Locate("operations"),
            ModelPart.ClientContextParameter client => ServiceTrait(Trait.ClientContextParams, client.Name, "type"),
            ModelPart.SingleOperation operation => Operation(operation.Name),
            ModelPart.Input input => Operation(input.Operation, "input", "target"),
            ModelPart.Output output => Operation(output.Operation, "output", "target"),
            ModelPart.Error error => Error(error.Operation, error.Name),
            ModelPart.HttpUri uri => OperationTrait(uri.Operation, Trait.Http, "uri"),
            ModelPart.HostPrefix prefix => OperationTrait(prefix.Operation, Trait.Endpoint, "hostPrefix"),
            ModelPart.StaticContextValue value => OperationTrait(
                value.Operation,
                Trait.StaticContextParams,
                value.Name,
                "value"
            ),
            ModelPart.OperationContextParameter parameter => OperationTrait(
                parameter.Operation,
                Trait.OperationContextParams,
                parameter.Name
            ),
            ModelPart.OperationContextPath path => OperationTrait(
                path.Operation,
                Trait.OperationContextParams,
                path.Name,
                "path"
            ),
            ModelPart.Shape shape => Shape(shape.Name),
            ModelPart.ListItem item => Shape(item.Owner, "member", "target"),
            ModelPart.MapKey key => Shape(key.Owner, "key", "target"),
            ModelPart.MapValue value => Shape(value.Owner, "value", "target"),
            ModelPart.MemberTarget target => Member(target.Owner, target.Member, "target"),
            ModelPart.MemberName name => Location(name.Owner, name.Member),
            ModelPart.MemberContextParameter parameter => Member(
                parameter.Owner,
                parameter.Member,
                "traits",
                Trait.ContextParam,
                "name"
            ),
            ModelPart.MemberRequired required => Member(required.Owner, required.Member, "traits", Trait.Required),
            ModelPart.Paginator paginator => OperationTrait(paginator.Operation, Trait.Paginated),
            ModelPart.InputToken token => Paginator(token.Operation, "inputToken"),
            ModelPart.OutputTokens tokens => Paginator(tokens.Operation, "outputToken"),
            ModelPart.OutputToken token => Paginator(token.Operation, "outputToken"),
            ModelPart.ResultKey key => Paginator(key.Operation, "items"),
            ModelPart.LimitKey limit => Paginator(limit.Operation, "pageSize"),
            ModelPart.MoreResults more => Paginator(more.Operation),
            ModelPart.Waiter waiter => Waiter(waiter.Name),
            ModelPart.Acceptors acceptors => Waiter(acceptors.Owner, "acceptors"),
            ModelPart.AcceptorArgument argument => Output(argument.Owner, argument.Index, "path"),
            ModelPart.AcceptorExpectation expectation => Output(expectation.Owner, expectation.Index, "expected"),
            _ => throw new InvalidOperationException($"A Smithy model has no place for {part.GetType().Name}."),
        };

    private JsonValue Operation(string name, params string[] path) =>
        operations.TryGetValue(name, out string? id) ? shapes.Find(id)!.Value.Json.Locate(path) : service.Json;

    private JsonValue OperationTrait(string name, params string[] path) => Operation(name, ["traits", .. path]);

    private JsonValue ServiceTrait(params string[] path) => service.Json.Locate(["traits", .. path]);

    private JsonValue Error(string operation, string name) =>
        Entry(Operation(operation, "errors"), name)
        ?? Entry(service.Json.Locate("errors"), name)
        ?? Operation(operation);

    private JsonString? Entry(JsonValue list, string name) =>
        (list as JsonArray)
            ?.Items.Select(static item => (item as JsonObject)?["target"] as JsonString)
            .FirstOrDefault(target => target is not null && names.Of(target.Value) == name);

    private JsonValue Shape(string name, params string[] path) =>
        shapes.Find(names.IdOf(name)) is { } shape ? shape.Json.Locate(path) : service.Json;

    private JsonValue Member(string shape, string name, params string[] path) =>
        Shape(shape, ["members", name, .. path]);

    private JsonValue Location(string shape, string name) =>
        (Member(shape, name, "traits") as JsonObject) is { } traits
        && Locations.Select(location => traits[location]).FirstOrDefault(static trait => trait is not null) is { } found
            ? found
            : Member(shape, name);

    /// <summary>A part of the trait of an operation, which the service may complete.</summary>
    private JsonValue Paginator(string operation, params string[] path) =>
        operations.TryGetValue(operation, out string? id)
        && PaginatorReader.Traits(shapes.Find(id)!.Value, service) is { } paginated
            ? paginated.Json.Locate(path)
            : service.Json;

    private JsonValue Waiter(string name, params string[] path) =>
        operations
            .Values.Select(id => shapes.Find(id)!.Value.Traits.Json[Trait.Waitable])
            .OfType<JsonObject>()
            .Select(waiters => waiters[name])
            .OfType<JsonObject>()
            .FirstOrDefault()
            ?.Locate(path)
        ?? service.Json;

    private JsonValue Output(string waiter, int index, string property) =>
        Waiter(waiter, "acceptors") is JsonArray { Items: var acceptors }
        && index < acceptors.Count
        && acceptors[index] is JsonObject acceptor
            ? acceptor.Locate("matcher", "output", property)
            : Waiter(waiter, "acceptors");
}
