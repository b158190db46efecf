using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>Where the parts of a model stand in its files.</summary>
internal sealed class PartLocator(BotocoreFiles files)
{
    public SourceSpan? Locate(ModelPart part) => Find(part)?.StartSpan;

    private JsonValue? Find(ModelPart part) =>
        part switch
        {
            ModelPart.Service => files.Service,
            ModelPart.ClientContextParameter client => files.Service.Locate("clientContextParams", client.Name, "type"),
            ModelPart.Operations => files.Service.Locate("operations"),
            ModelPart.SingleOperation operation => Operation(operation.Name),
            ModelPart.Input input => Operation(input.Operation, "input", "shape"),
            ModelPart.Output output => Operation(output.Operation, "output", "shape"),
            ModelPart.Error error => Entry(Operation(error.Operation, "errors"), error.Name),
            ModelPart.HttpUri uri => Operation(uri.Operation, "http", "requestUri"),
            ModelPart.HostPrefix prefix => Operation(prefix.Operation, "endpoint", "hostPrefix"),
            ModelPart.StaticContextValue value => Operation(
                value.Operation,
                "staticContextParams",
                value.Name,
                "value"
            ),
            ModelPart.OperationContextParameter parameter => Operation(
                parameter.Operation,
                "operationContextParams",
                parameter.Name
            ),
            ModelPart.OperationContextPath path => Operation(
                path.Operation,
                "operationContextParams",
                path.Name,
                "path"
            ),
            ModelPart.Shape shape => Shape(shape.Name),
            ModelPart.ListItem item => Shape(item.Owner, "member", "shape"),
            ModelPart.MapKey key => Shape(key.Owner, "key", "shape"),
            ModelPart.MapValue value => Shape(value.Owner, "value", "shape"),
            ModelPart.MemberTarget target => Member(target.Owner, target.Member, "shape"),
            ModelPart.MemberName name => Member(name.Owner, name.Member, "locationName"),
            ModelPart.MemberContextParameter parameter => Member(
                parameter.Owner,
                parameter.Member,
                "contextParam",
                "name"
            ),
            ModelPart.MemberRequired required => Entry(Shape(required.Owner, "required"), required.Member),
            ModelPart.Paginator paginator => Paginator(paginator.Operation),
            ModelPart.InputToken token => Item(Paginator(token.Operation, "input_token"), token.Index),
            ModelPart.OutputTokens tokens => Paginator(tokens.Operation, "output_token"),
            ModelPart.OutputToken token => Item(Paginator(token.Operation, "output_token"), token.Index),
            ModelPart.ResultKey key => Item(Paginator(key.Operation, "result_key"), key.Index),
            ModelPart.LimitKey limit => Paginator(limit.Operation, "limit_key"),
            ModelPart.MoreResults more => Paginator(more.Operation, "more_results"),
            ModelPart.Waiter waiter => Waiter(waiter.Name),
            ModelPart.Acceptors acceptors => Waiter(acceptors.Owner, "acceptors"),
            ModelPart.AcceptorArgument argument => Acceptor(argument.Owner, argument.Index, "argument"),
            ModelPart.AcceptorExpectation expectation => Acceptor(expectation.Owner, expectation.Index, "expected"),
            _ => throw new InvalidOperationException($"botocore's files have no place for {part.GetType().Name}."),
        };

    private JsonValue? Operation(string name, params string[] path) =>
        files.Service.Locate(["operations", name, .. path]);

    private JsonValue? Shape(string name, params string[] path) => files.Service.Locate(["shapes", name, .. path]);

    private JsonValue? Member(string shape, string name, params string[] path) =>
        Shape(shape, ["members", name, .. path]);

    private JsonValue? Paginator(string operation, params string[] path) =>
        files.Paginators?.Locate(["pagination", operation, .. path]);

    private JsonValue? Waiter(string name, params string[] path) => files.Waiters?.Locate(["waiters", name, .. path]);

    private JsonValue? Acceptor(string waiter, int index, string property) =>
        Item(Waiter(waiter, "acceptors"), index) is JsonObject acceptor ? acceptor.Locate(property) : null;

    /// <summary>Where one value may stand for a list of one, it is that value.</summary>
    private static JsonValue? Item(JsonValue? list, int index) =>
        list is JsonArray { Items: var items } && index < items.Count ? items[index] : list;

    /// <summary>The entry of a list of names or of shape references.</summary>
    private static JsonValue? Entry(JsonValue? list, string name) =>
        list is JsonArray array
            ? array.Items.Select(NameOf).FirstOrDefault(found => found?.Value == name) ?? list
            : list;

    private static JsonString? NameOf(JsonValue entry) =>
        entry as JsonString ?? (entry as JsonObject)?["shape"] as JsonString;
}
