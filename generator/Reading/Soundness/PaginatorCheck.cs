using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Decides whether the pages of an operation can be gone through.</summary>
internal sealed class PaginatorCheck(OperationTable operations, Findings findings)
{
    public bool IsSound(PaginatorModel paginator) =>
        operations.Find(paginator.Operation) is { } operation
        && InputTokens(paginator, operation) is { } inputs
        && OutputTokens(paginator, operation) is { } outputs
        && AreTokensEqual(paginator, inputs, outputs)
        && AreResultsSound(paginator, operation)
        && (
            paginator.LimitKey is not { } limit
            || InputMember(operation, limit, new ModelPart.LimitKey(operation.Name)) is not null
        )
        && IsMoreResultsSound(paginator, operation);

    private List<JmesPathType>? InputTokens(PaginatorModel paginator, OperationModel operation)
    {
        List<JmesPathType> types = [];
        foreach (string name in paginator.InputTokens)
        {
            if (InputMember(operation, name, new ModelPart.InputToken(operation.Name, types.Count)) is not { } type)
            {
                return null;
            }

            types.Add(type);
        }

        return types;
    }

    private List<JmesPathType>? OutputTokens(PaginatorModel paginator, OperationModel operation)
    {
        List<JmesPathType> types = [];
        JmesPathType output = operations.Output(operation);
        foreach (JmesPathExpression path in paginator.OutputTokens)
        {
            ModelPart part = new ModelPart.OutputToken(operation.Name, types.Count);
            if (operations.TypeOf(path, output, part) is not { } type)
            {
                return null;
            }

            types.Add(type);
        }

        return types;
    }

    private bool AreTokensEqual(PaginatorModel paginator, List<JmesPathType> inputs, List<JmesPathType> outputs)
    {
        ModelPart part = new ModelPart.OutputTokens(paginator.Operation);
        if (inputs.Count != outputs.Count)
        {
            return Report(paginator, part, $"it has {inputs.Count} input tokens, but {outputs.Count} output tokens");
        }

        for (int i = 0; i < inputs.Count; i++)
        {
            if (!IsSameToken(inputs[i], outputs[i]))
            {
                return Report(
                    paginator,
                    part,
                    $"'{paginator.OutputTokens[i].Text}' is {JmesPathTyper.Describe(outputs[i])}, but the input token '{paginator.InputTokens[i]}' is {JmesPathTyper.Describe(inputs[i])}"
                );
            }
        }

        return true;
    }

    /// <summary>What the model constrains, how long numbers are and what maps hold aside.</summary>
    private static bool IsSameToken(JmesPathType input, JmesPathType output) =>
        input.Equals(output)
        || (input, output)
            is
                (ShapeType { Shape: StringShape }, ShapeType { Shape: StringShape })
                or
                (ShapeType { Shape: NumberShape }, ShapeType { Shape: NumberShape })
                or
                (ShapeType { Shape: TimestampShape }, ShapeType { Shape: TimestampShape })
                or
                (ShapeType { Shape: MapShape }, ShapeType { Shape: MapShape });

    private bool AreResultsSound(PaginatorModel paginator, OperationModel operation)
    {
        JmesPathType output = operations.Output(operation);
        for (int i = 0; i < paginator.ResultKeys.Count; i++)
        {
            ModelPart part = new ModelPart.ResultKey(operation.Name, i);
            if (operations.TypeOf(paginator.ResultKeys[i], output, part) is null)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsMoreResultsSound(PaginatorModel paginator, OperationModel operation)
    {
        if (paginator.MoreResults is not { } more)
        {
            return true;
        }

        ModelPart part = new ModelPart.MoreResults(operation.Name);
        return operations.TypeOf(more, operations.Output(operation), part) is { } type
            && (
                type is ShapeType { Shape: BooleanShape }
                || Report(paginator, part, $"'{more.Text}' is {JmesPathTyper.Describe(type)}, not a boolean")
            );
    }

    private JmesPathType? InputMember(OperationModel operation, string name, ModelPart part)
    {
        JmesPathType? type = operations.InputMember(operation, name);
        if (type is null && !operations.IsInputDamaged(operation))
        {
            findings.Add(
                ReadingDiagnostics.InvalidPaginator,
                part,
                operation.Name,
                $"the input of the operation has no member '{name}'"
            );
        }

        return type;
    }

    private bool Report(PaginatorModel paginator, ModelPart part, string fault)
    {
        findings.Add(ReadingDiagnostics.InvalidPaginator, part, paginator.Operation, fault);
        return false;
    }
}
