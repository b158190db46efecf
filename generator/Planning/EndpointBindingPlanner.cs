using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.JmesPath;

namespace SsoOidcGen.Planning;

/// <summary>Decides what an operation tells the endpoint rules about a call.</summary>
internal sealed class EndpointBindingPlanner(
    IReadOnlyDictionary<string, StructurePlan> structures,
    IReadOnlyDictionary<string, Shape> shapes,
    List<DiagnosticInfo> diagnostics
)
{
    /// <summary>In rising order of precedence (Smithy rules engine, "Parameter bindings"): the last value counts.</summary>
    public IReadOnlyList<EndpointBindingPlan> Plan(OperationModel operation, OperationPlan plan) =>
        [
            .. operation
                .OperationContextParameters.Select(parameter => Plan(parameter.Name, parameter.Path, plan))
                .OfType<EndpointBindingPlan>(),
            .. InputMembers(operation)
                .Where(static member => member.ContextParameter is not null)
                .Select(member => Plan(member.ContextParameter!, FieldPath(member.Name), plan))
                .OfType<EndpointBindingPlan>(),
            .. operation.StaticContextParameters.Select(static parameter => new EndpointBindingPlan(
                parameter.Name,
                Literal(parameter.Value)
            )),
        ];

    private EquatableArray<Member> InputMembers(OperationModel operation) =>
        operation.Input is { } input ? ((StructureShape)shapes[input]).Members : [];

    private static JmesPathExpression FieldPath(string name) => new(name, new FieldNode(name));

    /// <summary>Null, with a diagnostic, when the expression has no C# form.</summary>
    private EndpointBindingPlan? Plan(string parameter, JmesPathExpression path, OperationPlan operation)
    {
        try
        {
            PathCompiler compiler = new(structures);
            PathPlan value = Convert(compiler.Compile(path, operation.Input));
            return new EndpointBindingPlan(parameter, new PathArgument(value))
            {
                UsesDeprecated = compiler.UsesDeprecated,
            };
        }
        catch (PathException reason)
        {
            diagnostics.Add(
                new DiagnosticInfo(
                    PlanningDiagnostics.EndpointParameterOmitted.Id,
                    Span: null,
                    [operation.ModelName, parameter, path.Text, reason.Message]
                )
                {
                    Part = new ModelPart.OperationContextParameter(operation.ModelName, parameter),
                }
            );
            return null;
        }
    }

    /// <summary>The value as a text, a flag or a list of texts.</summary>
    private static PathPlan Convert(PathPlan value)
    {
        if (value.Type is BooleanType or StringType or EnumType)
        {
            return Scalars.Text(value);
        }

        PathPlan list = Sequences.WithoutNulls(value);
        ItemPath item = Sequences.Item(list);
        list = item.Type switch
        {
            EnumType => new ProjectionLink(list, Scalars.Text(item)),
            StringType => list,
            _ => throw new PathException($"a list of {item.Type.Name} is no value of an endpoint parameter"),
        };
        return list.Type is ListType ? list : new ListLink(list);
    }

    private static EndpointArgument Literal(StaticContextValue value) =>
        value.Text is { } text ? new TextArgument(text)
        : value.Flag is { } flag ? new FlagArgument(flag)
        : new TextsArgument(value.Items);
}
