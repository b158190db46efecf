using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.JmesPath;
using SsoOidcGen.Reading.Json;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>Reads <c>paginators-1.json</c>.</summary>
internal sealed class PaginatorReader
{
    private readonly JsonFields _fields;
    private readonly OperationModel _operation;
    private readonly OperationTable _operations;

    private PaginatorReader(JsonFields fields, OperationModel operation, OperationTable operations)
    {
        _fields = fields;
        _operation = operation;
        _operations = operations;
    }

    public static EquatableArray<PaginatorModel> ReadAll(
        JsonObject? root,
        OperationTable operations,
        DiagnosticBag diagnostics
    )
    {
        List<PaginatorModel> paginators = [];
        if (root is not null)
        {
            foreach (
                (JsonProperty property, JsonFields fields) in new JsonFields(root, diagnostics).Entries("pagination")
            )
            {
                if (operations.Find(property.Name) is { } operation)
                {
                    Vocabulary.Paginator.Check(fields);
                    if (new PaginatorReader(fields, operation, operations).Read() is { } paginator)
                    {
                        paginators.Add(paginator);
                    }
                }
                else if (!operations.IsDeclared(property.Name))
                {
                    diagnostics.Add(
                        ReadingDiagnostics.InvalidPaginator,
                        property.NameSpan,
                        property.Name,
                        "the service has no operation of that name"
                    );
                }
            }
        }

        return paginators.ToEquatableArray();
    }

    private PaginatorModel? Read()
    {
        if (
            ReadInputTokens() is not { } inputTokens
            || ReadPaths("output_token") is not { } outputTokens
            || !AreTokensEqual(inputTokens, outputTokens)
            || ReadPaths("result_key") is not { } resultKeys
            || !TryReadLimitKey(out string? limitKey)
            || !TryReadMoreResults(out JmesPathExpression? moreResults)
        )
        {
            return null;
        }

        return new PaginatorModel
        {
            Operation = _operation.Name,
            InputTokens = inputTokens.Select(static token => token.Name).ToEquatableArray(),
            OutputTokens = outputTokens.Select(static token => token.Expression).ToEquatableArray(),
            ResultKeys = resultKeys.Select(static key => key.Expression).ToEquatableArray(),
            LimitKey = limitKey,
            MoreResults = moreResults,
        };
    }

    private List<(string Name, JmesPathType Type)>? ReadInputTokens()
    {
        List<(string, JmesPathType)> tokens = [];
        foreach (JsonString name in OneOrMore("input_token"))
        {
            if (InputMember(name) is not { } type)
            {
                return null;
            }

            tokens.Add((name.Value, type));
        }

        return tokens.Count > 0 ? tokens : null;
    }

    private List<(JmesPathExpression Expression, JmesPathType Type)>? ReadPaths(string property)
    {
        List<(JmesPathExpression, JmesPathType)> paths = [];
        foreach (JsonString text in OneOrMore(property))
        {
            if (ReadPath(text, out JmesPathType type) is not { } expression)
            {
                return null;
            }

            paths.Add((expression, type));
        }

        return paths.Count > 0 ? paths : null;
    }

    private JmesPathExpression? ReadPath(JsonString text, out JmesPathType type) =>
        JmesPathReader.Read(text, _fields.Diagnostics, _operations.Typer, _operations.Output(_operation), out type);

    private bool AreTokensEqual(
        List<(string Name, JmesPathType Type)> inputs,
        List<(JmesPathExpression Expression, JmesPathType Type)> outputs
    )
    {
        if (inputs.Count != outputs.Count)
        {
            return Report("output_token", $"it has {inputs.Count} input tokens, but {outputs.Count} output tokens");
        }

        for (int i = 0; i < inputs.Count; i++)
        {
            if (!IsSameToken(inputs[i].Type, outputs[i].Type))
            {
                return Report(
                    "output_token",
                    $"'{outputs[i].Expression.Text}' is {JmesPathTyper.Describe(outputs[i].Type)}, but the input token '{inputs[i].Name}' is {JmesPathTyper.Describe(inputs[i].Type)}"
                );
            }
        }

        return true;
    }

    private static bool IsSameToken(JmesPathType input, JmesPathType output) =>
        input.Equals(output)
        || (input, output) is (ShapeType { Shape: StringShape }, ShapeType { Shape: StringShape })
        || (
            input is ShapeType { Shape: NumberShape one }
            && output is ShapeType { Shape: NumberShape two }
            && one.Kind == two.Kind
        );

    private bool TryReadLimitKey(out string? limitKey)
    {
        limitKey = null;
        if (!_fields.Has("limit_key"))
        {
            return true;
        }

        if (_fields.Get<JsonString>("limit_key", "a string") is not { } name || InputMember(name) is null)
        {
            return false;
        }

        limitKey = name.Value;
        return true;
    }

    private bool TryReadMoreResults(out JmesPathExpression? moreResults)
    {
        moreResults = null;
        if (!_fields.Has("more_results"))
        {
            return true;
        }

        if (_fields.Get<JsonString>("more_results", "a string") is not { } text)
        {
            return false;
        }

        moreResults = ReadPath(text, out JmesPathType type);
        return moreResults is not null
            && (
                type is ShapeType { Shape: BooleanShape }
                || Report("more_results", $"'{text.Value}' is {JmesPathTyper.Describe(type)}, not a boolean")
            );
    }

    private JmesPathType? InputMember(JsonString name)
    {
        JmesPathType? type = _operations.InputMember(_operation, name.Value);
        if (type is null && !_operations.IsInputDamaged(_operation))
        {
            _fields.Diagnostics.Add(
                ReadingDiagnostics.InvalidPaginator,
                name.Span,
                _operation.Name,
                $"the input of the operation has no member '{name.Value}'"
            );
        }

        return type;
    }

    /// <summary>A string, or an array of at least one.</summary>
    private IEnumerable<JsonString> OneOrMore(string property)
    {
        if (_fields.Json[property] is not JsonArray array)
        {
            return _fields.Require<JsonString>(property, "a string or an array of strings") is { } only ? [only] : [];
        }

        if (array.Items.Count == 0)
        {
            _fields.Wrong(property, "a string or an array of strings", "an empty array");
        }

        return _fields.Texts(property);
    }

    private bool Report(string property, string fault)
    {
        _fields.Diagnostics.Add(
            ReadingDiagnostics.InvalidPaginator,
            _fields.Json[property]!.StartSpan,
            _operation.Name,
            fault
        );
        return false;
    }
}
