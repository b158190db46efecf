using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.JmesPath;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Keeps those endpoint parameters of a model that its rules ask for and that have the right type.</summary>
internal sealed class ContextParameterCheck(
    EndpointRuleSet? rules,
    OperationTable operations,
    DiagnosticBag diagnostics
)
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
            "clientContextParams",
            parameter.Name,
            "type"
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
                            "operations",
                            operation.Name,
                            "staticContextParams",
                            parameter.Name,
                            "value"
                        )
                    )
                    .ToEquatableArray(),
                OperationContextParameters = operation
                    .OperationContextParameters.Where(parameter => IsSound(operation, parameter))
                    .ToEquatableArray(),
            };

    private bool IsSound(OperationModel operation, OperationContextParameter parameter)
    {
        string[] place = ["operations", operation.Name, "operationContextParams", parameter.Name, "path"];
        try
        {
            JmesPathType type = operations.Typer.Find(parameter.Path.Root, operations.Input(operation));
            return Fits(parameter.Name, KindOf(type), place);
        }
        catch (JmesPathException error)
        {
            if (!error.IsReported)
            {
                diagnostics.Add(
                    ReadingDiagnostics.InvalidJmesPath,
                    operations.Places.Find(place),
                    parameter.Path.Text,
                    error.Message
                );
            }

            return false;
        }
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
            KindOf(operations.Typer.Of(member.Target)),
            "shapes",
            structure.Name,
            "members",
            member.Name,
            "contextParam",
            "name"
        );

    /// <summary>False without a diagnostic when the rules do not ask for the parameter.</summary>
    private bool Fits(string parameter, EndpointKind? actual, params string[] place)
    {
        if (!_kinds.TryGetValue(parameter, out EndpointKind expected))
        {
            return false;
        }

        if (actual != expected)
        {
            diagnostics.Add(
                ReadingDiagnostics.UnfitEndpointParameter,
                operations.Places.Find(place),
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
