using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Keeps those endpoint parameters of a model that its rules ask for and that have the right type.</summary>
internal sealed class ContextParameterCheck(EndpointRuleSet? rules, OperationTable operations, Findings findings)
{
    private readonly Dictionary<string, EndpointKind> _kinds = (rules?.Parameters ?? []).ToDictionary(
        static parameter => parameter.Name,
        static parameter => parameter.Kind
    );

    public ServiceModel Run(ServiceModel model) =>
        model with
        {
            ClientContextParameters = model.ClientContextParameters.Where(IsSound).ToEquatableArray(),
            Operations = model.Operations.Select(Check).ToEquatableArray(),
            Shapes = model.Shapes.Select(Check).ToEquatableArray(),
        };

    private bool IsSound(ClientContextParameter parameter) =>
        Fits(
            parameter.Name,
            parameter.IsBoolean ? EndpointKind.Flag : EndpointKind.Text,
            new ModelPart.ClientContextParameter(parameter.Name)
        );

    private OperationModel Check(OperationModel operation) =>
        operation.StaticContextParameters.Count == 0 && operation.OperationContextParameters.Count == 0
            ? operation
            : operation with
            {
                StaticContextParameters = operation
                    .StaticContextParameters.Where(parameter =>
                        Fits(
                            parameter.Name,
                            KindOf(parameter.Value),
                            new ModelPart.StaticContextValue(operation.Name, parameter.Name)
                        )
                    )
                    .ToEquatableArray(),
                OperationContextParameters = operation
                    .OperationContextParameters.Where(parameter => IsSound(operation, parameter))
                    .ToEquatableArray(),
            };

    private bool IsSound(OperationModel operation, OperationContextParameter parameter)
    {
        ModelPart part = new ModelPart.OperationContextPath(operation.Name, parameter.Name);
        return operations.TypeOf(parameter.Path, operations.Input(operation), part) is { } type
            && Fits(parameter.Name, KindOf(type), part);
    }

    private Shape Check(Shape shape) =>
        shape is StructureShape structure && structure.Members.Any(static member => member.ContextParameter is not null)
            ? structure with
            {
                Members = structure
                    .Members.Select(member =>
                        member.ContextParameter is { } parameter && !IsSound(structure, member, parameter)
                            ? member with
                            {
                                ContextParameter = null,
                            }
                            : member
                    )
                    .ToEquatableArray(),
            }
            : shape;

    private bool IsSound(StructureShape structure, Member member, string parameter) =>
        Fits(
            parameter,
            KindOf(operations.TypeOf(member)),
            new ModelPart.MemberContextParameter(structure.Name, member.Name)
        );

    /// <summary>False without a diagnostic when the rules do not ask for the parameter.</summary>
    private bool Fits(string parameter, EndpointKind? actual, ModelPart part)
    {
        if (!_kinds.TryGetValue(parameter, out EndpointKind expected))
        {
            return false;
        }

        if (actual != expected)
        {
            findings.Add(
                ReadingDiagnostics.UnfitEndpointParameter,
                part,
                parameter,
                Describe(expected),
                Describe(actual)
            );
        }

        return actual == expected;
    }

    private static EndpointKind KindOf(StaticContextValue value) =>
        value.Text is not null ? EndpointKind.Text
        : value.Flag is not null ? EndpointKind.Flag
        : EndpointKind.TextList;

    private static EndpointKind? KindOf(JmesPathType type) =>
        type switch
        {
            ShapeType { Shape: StringShape } => EndpointKind.Text,
            ShapeType { Shape: BooleanShape } => EndpointKind.Flag,
            ListType { Item: ShapeType { Shape: StringShape } } => EndpointKind.TextList,
            _ => null,
        };

    private static string Describe(EndpointKind? kind) =>
        kind switch
        {
            EndpointKind.Text => "a string",
            EndpointKind.Flag => "a boolean",
            EndpointKind.TextList => "a list of strings",
            _ => "a value of another kind",
        };
}
