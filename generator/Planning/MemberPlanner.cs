using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.Names;
using SsoOidcGen.Planning.Protocols;

namespace SsoOidcGen.Planning;

/// <summary>Decides how the members of a shape appear as properties.</summary>
internal sealed class MemberPlanner(
    IReadOnlyDictionary<string, Shape> shapes,
    TypePlanner types,
    SensitiveShapes sensitive,
    ProtocolRow protocol,
    ServiceMetadata service
)
{
    /// <param name="isInput">A caller may have to make the structure.</param>
    public IReadOnlyList<MemberPlan> PlanStructure(StructureShape shape, string typeName, bool isInput) =>
        Plan(
                shape,
                [.. ReservedNames.RecordMembers, typeName],
                (member, type) => IsOptional(member) && (isInput || !HasEmptyValue(type))
            )
            .Select(DocumentObsolescence)
            .ToList();

    /// <summary>Cases of a union: the one member's value is never null.</summary>
    public IReadOnlyList<MemberPlan> PlanUnion(StructureShape shape, string typeName)
    {
        List<MemberPlan> cases = Plan(
            shape,
            [.. ReservedNames.RecordMembers, typeName, "Unknown", "Value"],
            static (_, _) => false,
            "Case"
        );
        HashSet<string> names = [.. cases.Select(static @case => @case.PropertyName)];
        return cases.Select(@case => @case with { IsTypeHidden = Mentions(@case.Type, names) }).ToList();
    }

    /// <summary>Whatever a service leaves out of an error, its exception can be made.</summary>
    public IReadOnlyList<MemberPlan> PlanException(StructureShape shape, string typeName) =>
        PlanSentException(shape, typeName).Where(static member => !IsMessage(member)).ToList();

    /// <summary>With the message, which every exception has.</summary>
    public IReadOnlyList<MemberPlan> PlanSentException(StructureShape shape, string typeName) =>
        Plan(shape, [.. ReservedNames.ExceptionMembers, typeName], static (_, type) => !HasEmptyValue(type))
            .Select(static member =>
                IsMessage(member)
                    ? member with
                    {
                        PropertyName = nameof(Exception.Message),
                        IsNullable = false,
                        IsRequired = false,
                    }
                    : member with
                    {
                        IsRequired = false,
                    }
            )
            .ToList();

    private static bool IsMessage(MemberPlan member) =>
        member.ModelName.Equals("message", StringComparison.OrdinalIgnoreCase);

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

            MemberLocation location = protocol.Bindings.LocationOf(member);
            TypePlan type = types.Plan(member.Target, location, member.TimestampFormat);
            string? whenEmpty = GlacierTraits.WhenEmpty(service, member);
            string propertyName = properties.Claim(CSharpNames.Pascal(member.Name), suffix);
            members.Add(
                new MemberPlan
                {
                    PropertyName = propertyName,
                    LocalName = locals.Claim(CSharpNames.Camel(propertyName), "Value"),
                    ModelName = member.Name,
                    WireName = location == MemberLocation.Body ? protocol.BodyName(member) : member.HttpName,
                    OtherName =
                        location == MemberLocation.Body && member.Xml?.Name is null
                            ? (target as ListShape)?.ElementName
                            : null,
                    Element = XmlNames.Element(
                        (protocol.RequestName ?? protocol.BodyName)(member),
                        member.Xml?.Namespace ?? (target as StructureShape)?.Xml?.Namespace
                    ),
                    IsAttribute = member.Xml is { IsAttribute: true },
                    IsFlattened = member.Xml is { IsFlattened: true },
                    Type = type,
                    Documentation = DocumentationOf(member, target),
                    Obsolete = Obsolescence.Of(member.Deprecated ?? target.Deprecated),
                    IsRequired = !IsOptional(member),
                    IsNullable = member.Default is null && isNullable(member, type),
                    Default = member.Default is { } value ? new DefaultPlan(value.Text) : null,
                    WhenEmpty = whenEmpty,
                    IsSensitive = sensitive.IsSensitive(member),
                    HoldsJson = member.JsonValue,
                    IsHostLabel = member.HostLabel,
                    IsPathLabel = location == MemberLocation.Label && whenEmpty is null,
                }
            );
        }

        return members;
    }

    private static string DocumentationOf(Member member, Shape target)
    {
        string documentation = NameEcho.Remove(member.Name, member.Documentation);
        return documentation.Length > 0 ? documentation : NameEcho.Remove(member.Name, target.Documentation);
    }

    /// <summary>What the compiler insists on cannot be obsolete as well (CS9042): its documentation says so instead.</summary>
    private static MemberPlan DocumentObsolescence(MemberPlan member) =>
        member is { IsRequired: true, Obsolete: { } reason }
            ? member with
            {
                Obsolete = null,
                Documentation = $"{member.Documentation}<p>Deprecated: {Html(reason)}</p>",
            }
            : member;

    private static string Html(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>Inside a union a case hides a type of the same name.</summary>
    private static bool Mentions(TypePlan type, HashSet<string> names) =>
        type switch
        {
            ListType list => Mentions(list.Item, names),
            MapType map => Mentions(map.Value, names),
            EnumType or ShapeType => names.Contains(type.Name),
            _ => false,
        };

    /// <summary>An idempotency token that is left out is made by the client.</summary>
    private bool IsOptional(Member member) =>
        !member.Required || member.IdempotencyToken || GlacierTraits.WhenEmpty(service, member) is not null;

    private static bool HasEmptyValue(TypePlan type) => type is ListType or MapType or StreamType or EventStreamType;
}
