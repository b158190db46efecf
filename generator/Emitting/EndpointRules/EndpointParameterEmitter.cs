using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints the variables that take the rules' parameters from the context.</summary>
internal sealed class EndpointParameterEmitter(CodeWriter code, NameScope names)
{
    /// <summary>A parameter that no rule looks at has no variable, unless it must be there.</summary>
    public EndpointLocals Emit(EquatableArray<EndpointParameter> parameters, HashSet<string> used)
    {
        List<EndpointLocal> locals = [];
        foreach (EndpointParameter parameter in parameters)
        {
            bool mustExist = parameter is { Required: true, Default: null };
            if (used.Contains(parameter.Name) || mustExist)
            {
                locals.Add(Emit(parameter));
            }
        }

        return new EndpointLocals(EndpointScope.Of(parameters), locals);
    }

    private EndpointLocal Emit(EndpointParameter parameter)
    {
        string name = names.Claim(CSharpNames.Camel(parameter.Name));
        string type = EndpointLocals.TypeName(parameter.ValueType);
        code.Line($"{type} {name} = {Source(parameter)}{WhenUnset(parameter)};");
        return new EndpointLocal(parameter.Name, name, parameter.ValueType);
    }

    private static string Source(EndpointParameter parameter) =>
        parameter.BuiltIn switch
        {
            EndpointBuiltIns.Region => "context.Region",
            EndpointBuiltIns.Endpoint => "context.Endpoint",
            EndpointBuiltIns.UseFips => "context.UseFips",
            EndpointBuiltIns.UseDualStack => "context.UseDualStack",
            EndpointBuiltIns.AccountId => "context.AccountId",
            EndpointBuiltIns.AccountIdEndpointMode => "context.AccountIdEndpointMode",
            _ => $"context.{Getter(parameter.Kind)}({Literals.String(parameter.Name)})",
        };

    private static string Getter(EndpointKind kind) =>
        kind switch
        {
            EndpointKind.Text => "GetText",
            EndpointKind.Flag => "GetFlag",
            _ => "GetList",
        };

    private static string WhenUnset(EndpointParameter parameter) =>
        parameter switch
        {
            { BuiltIn: EndpointBuiltIns.UseFips or EndpointBuiltIns.UseDualStack } => "",
            { Default: { } value } => $" ?? {Literal(value)}",
            { Required: true } =>
                $" ?? throw new EndpointException({Literals.String($"The endpoint rules need a value for '{parameter.Name}'.")})",
            _ => "",
        };

    private static string Literal(EndpointLiteral value) =>
        value.Text is { } text ? Literals.String(text)
        : value.Flag is { } flag ? Literals.Bool(flag)
        : $"[{string.Join(", ", value.Items.Select(Literals.String))}]";
}
