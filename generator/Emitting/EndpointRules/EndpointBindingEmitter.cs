using SsoOidcGen.Model;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints how an operation tells the endpoint rules about a call.</summary>
internal static class EndpointBindingEmitter
{
    /// <summary>A function of the descriptor, or nothing when the rules need to know nothing.</summary>
    public static void Emit(CodeWriter code, OperationPlan operation)
    {
        // The latest value counts: one that the model fixes for the operation overrides one of the input.
        string[] bindings =
        [
            .. operation
                .Input.Members.Where(static member => member.ContextParameter is not null)
                .Select(static member => $".With({Literals.String(member.ContextParameter!)}, {Value(member)})"),
            .. operation.Model.StaticContextParameters.Select(static parameter =>
                $".With({Literals.String(parameter.Name)}, {Literal(parameter.Value)})"
            ),
        ];
        if (bindings.Length > 0)
        {
            code.Line($"BindEndpoint = static (input, context) => context{string.Concat(bindings)},");
        }
    }

    private static string Value(MemberPlan member)
    {
        string value = $"input.{member.PropertyName}";
        string access = member.IsNullable ? value + "?" : value;
        return member.Type switch
        {
            EnumType => $"{access}.Value",
            ListType { Item: EnumType } list => $"{access}{Present(list)}.Select(static item => item.Value).ToArray()",
            ListType { Sparse: true } list => $"{access}{Present(list)}.ToArray()",
            _ => value,
        };
    }

    private static string Present(ListType list) => list.Sparse ? $".OfType<{list.Item.Name}>()" : "";

    private static string Literal(StaticContextValue value) =>
        value.Text is { } text ? Literals.String(text)
        : value.Flag is { } flag ? Literals.Bool(flag)
        : $"new[] {{ {string.Join(", ", value.Items.Select(Literals.String))} }}";
}
