using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>Decides how the members of a shape appear as properties.</summary>
internal sealed class MemberPlanner(IReadOnlyDictionary<string, Shape> shapes, TypePlanner types)
{
    /// <param name="isInput">A caller may have to make the structure.</param>
    public IReadOnlyList<MemberPlan> PlanStructure(StructureShape shape, string typeName, bool isInput) =>
        Plan(
            shape,
            [.. ReservedNames.RecordMembers, typeName],
            (member, type) => IsOptional(member) && (isInput || !HasEmptyValue(type))
        );

    /// <summary>Cases of a union: the one member's value is never null.</summary>
    public IReadOnlyList<MemberPlan> PlanUnion(StructureShape shape, string typeName) =>
        Plan(shape, [.. ReservedNames.RecordMembers, typeName, "Unknown", "Value"], static (_, _) => false, "Case");

    /// <summary>Whatever a service leaves out of an error, its exception can be made.</summary>
    public IReadOnlyList<MemberPlan> PlanException(StructureShape shape, string typeName) =>
        Plan(shape, [.. ReservedNames.ExceptionMembers, typeName], static (_, type) => !HasEmptyValue(type))
            .Where(static member => !member.ModelName.Equals("message", StringComparison.OrdinalIgnoreCase))
            .Select(static member => member with { IsRequired = false })
            .ToList();

    private List<MemberPlan> Plan(
        StructureShape shape,
        IEnumerable<string> reserved,
        Func<Member, TypePlan, bool> isNullable,
        string suffix = "Value"
    )
    {
        NameScope properties = new(StringComparer.Ordinal, reserved);
        NameScope locals = new(StringComparer.Ordinal, ReservedNames.Locals);
        List<MemberPlan> members = [];
        foreach (Member member in shape.Members)
        {
            Shape target = shapes[member.Target];
            if (shape.IsEventStream && target is StructureShape { Error: not null })
            {
                continue;
            }

            TypePlan type = types.Plan(member.Target, member.Location, member.TimestampFormat);
            string propertyName = properties.Claim(CSharpNames.Pascal(member.Name), suffix);
            members.Add(
                new MemberPlan
                {
                    PropertyName = propertyName,
                    LocalName = locals.Claim(CSharpNames.Camel(propertyName), "Value"),
                    ModelName = member.Name,
                    WireName = member.Location is MemberLocation.Body ? member.JsonName : member.HttpName,
                    Type = type,
                    Documentation = member.Documentation.Length > 0 ? member.Documentation : target.Documentation,
                    Deprecated = member.Deprecated ?? target.Deprecated,
                    Location = member.Location,
                    IsRequired = !IsOptional(member),
                    IsNullable = isNullable(member, type),
                    IsSensitive = member.Sensitive || IsSensitive(target),
                    IsIdempotencyToken = member.IdempotencyToken,
                    HoldsJson = member.JsonValue,
                    IsHostLabel = member.HostLabel,
                    IsEventHeader = member.EventHeader,
                    IsEventPayload = member.EventPayload,
                    ContextParameter = member.ContextParameter,
                }
            );
        }

        return members;
    }

    /// <summary>Collections print nothing of what they hold, but the caller's own may.</summary>
    private bool IsSensitive(Shape shape) =>
        shape.Sensitive
        || shape switch
        {
            ListShape list => IsSensitive(shapes[list.Member.Target]),
            MapShape map => IsSensitive(shapes[map.Key.Target]) || IsSensitive(shapes[map.Value.Target]),
            _ => false,
        };

    /// <summary>An idempotency token that is left out is made by the client.</summary>
    private static bool IsOptional(Member member) => !member.Required || member.IdempotencyToken;

    private static bool HasEmptyValue(TypePlan type) => type is ListType or MapType or StreamType or EventStreamType;
}
