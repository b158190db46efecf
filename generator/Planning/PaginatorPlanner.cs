using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.JmesPath;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning;

/// <summary>Decides how the pages of an operation follow each other.</summary>
internal sealed class PaginatorPlanner(
    IReadOnlyDictionary<string, StructurePlan> structures,
    List<DiagnosticInfo> diagnostics
)
{
    /// <summary>Null, with a diagnostic, when an expression has no C# form.</summary>
    public PaginatorPlan? Plan(PaginatorModel paginator, OperationPlan operation)
    {
        try
        {
            PathCompiler compiler = new(structures);
            List<PageTokenPlan> tokens = PlanTokens(paginator, operation, compiler);
            PathPlan? items =
                paginator.ResultKeys.Count > 0 ? compiler.Compile(paginator.ResultKeys[0], operation.Output) : null;
            string? itemType = items is null ? null : ItemType(items.Type);
            return new PaginatorPlan
            {
                Operation = operation,
                Tokens = tokens,
                IsLast = paginator.MoreResults is { } more ? compiler.CompileOpposite(more, operation.Output) : null,
                Items = itemType is null ? null : items,
                ItemType = itemType,
                UsesDeprecated =
                    compiler.UsesDeprecated || tokens.Any(static token => token.Input.Obsolete is not null),
            };
        }
        catch (PathException reason)
        {
            diagnostics.Add(
                new DiagnosticInfo(
                    PlanningDiagnostics.PaginatorOmitted.Id,
                    Span: null,
                    [paginator.Operation, reason.Message]
                )
                {
                    Part = new ModelPart.Paginator(paginator.Operation),
                }
            );
            return null;
        }
    }

    private static List<PageTokenPlan> PlanTokens(
        PaginatorModel paginator,
        OperationPlan operation,
        PathCompiler compiler
    )
    {
        NameScope locals = new(StringComparer.Ordinal, ["page", "request", "cancellationToken"]);
        List<PageTokenPlan> tokens = [];
        for (int i = 0; i < paginator.InputTokens.Count; i++)
        {
            MemberPlan input = operation.Input.Members.First(member => member.ModelName == paginator.InputTokens[i]);
            PathPlan output = compiler.Compile(paginator.OutputTokens[i], operation.Output);
            if (input.Type is StringType)
            {
                output = Scalars.Text(output);
            }

            if (input.Type is not (StringType or EnumType or NumberType or TimestampType or MapType))
            {
                throw new PathException($"the token of the input is {input.Type.Name}, which cannot be compared");
            }

            if (!IsSameType(input.Type, output.Type))
            {
                throw new PathException(
                    $"the token of a page is {output.Type.Name}, the one of the input {input.Type.Name}"
                );
            }

            tokens.Add(new PageTokenPlan(input, locals.Claim(CSharpNames.Camel(input.PropertyName), "Token"), output));
        }

        return tokens;
    }

    /// <summary>What the model constrains aside.</summary>
    private static bool IsSameType(TypePlan left, TypePlan right) =>
        (left, right) switch
        {
            (StringType, StringType) or (TimestampType, TimestampType) => true,
            (NumberType first, NumberType second) => first.Kind == second.Kind,
            (MapType first, MapType second) => first.Sparse == second.Sparse && IsSameType(first.Value, second.Value),
            _ => left == right,
        };

    private static string? ItemType(TypePlan type) =>
        type switch
        {
            ListType list => list.Sparse ? list.Item.Name + "?" : list.Item.Name,
            SequenceType sequence => sequence.Sparse ? sequence.Item.Name + "?" : sequence.Item.Name,
            MapType map => $"KeyValuePair<string, {map.Value.Name}{(map.Sparse ? "?" : "")}>",
            _ => null,
        };
}
