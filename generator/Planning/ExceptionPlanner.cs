using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning;

/// <summary>Decides how a service's errors become exceptions.</summary>
internal sealed class ExceptionPlanner(
    ShapeClosure closure,
    TypeNames names,
    MemberPlanner members,
    MessagePlanner messages,
    StructurePlanner structures
)
{
    public ExceptionPlan Plan(StructureShape shape)
    {
        string name = names.OfException(shape.Name);
        ErrorTrait error = shape.Error!;
        string? oauthCode = OAuthErrors.CodeOf(shape);
        IReadOnlyList<MemberPlan> planned = members.PlanException(shape, name);
        IReadOnlyList<PartPlan> parts = messages.PlanErrorParts(shape, planned);
        MemberPlan? oauthError = oauthCode is null ? null : TextMember(planned, "error");
        MemberPlan? oauthDescription = oauthCode is null ? null : TextMember(planned, "error_description");
        return new ExceptionPlan
        {
            Name = name,
            Documentation = shape.Documentation,
            Code = error.Code,
            Aliases = new[] { error.Code, shape.Name, oauthCode }.OfType<string>().Distinct().ToList(),
            HttpStatusCode = error.HttpStatusCode > 0 ? error.HttpStatusCode : null,
            IsRetryable = error.Retryable,
            IsThrottling = error.Throttling,
            Members = planned,
            Parts = parts,
            Body =
            [
                .. planned
                    .Except(parts.Select(static part => part.Member))
                    .Where(member => member != oauthError && member != oauthDescription),
            ],
            OAuthError = oauthError,
            OAuthErrorDescription = oauthDescription,
            OwnTypes = structures.PlanTypes(closure.OwnedBy(shape)),
        };
    }

    /// <summary>Each code leads to one exception: the first that claims it.</summary>
    public static IReadOnlyList<ErrorCodesPlan> PlanCodes(IEnumerable<ExceptionPlan> exceptions)
    {
        HashSet<string> claimed = new(StringComparer.Ordinal);
        return exceptions
            .Select(exception => new ErrorCodesPlan(exception.Aliases.Where(claimed.Add).ToList(), exception))
            .Where(static plan => plan.Codes.Count > 0)
            .ToList();
    }

    private static MemberPlan? TextMember(IReadOnlyList<MemberPlan> members, string wireName) =>
        members.FirstOrDefault(member => member.WireName == wireName && member.Type is StringType);
}
