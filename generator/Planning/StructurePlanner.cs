using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning;

/// <summary>Plans structures, unions and enums, each once.</summary>
internal sealed class StructurePlanner(
    IReadOnlyDictionary<string, Shape> shapes,
    ShapeClosure closure,
    TypeNames names,
    MemberPlanner members,
    MessagePlanner messages,
    HashSet<string> validated,
    SensitiveShapes sensitive
)
{
    /// <summary>The number of constants that an enum may have where nobody has to choose one: EC2 alone has 1,400 types of instances.</summary>
    private const int LongestReadList = 100;

    private readonly Dictionary<string, StructurePlan> _structures = [];

    /// <summary>What was planned so far, by the names of the types.</summary>
    public IReadOnlyDictionary<string, StructurePlan> ByTypeName =>
        _structures.Values.ToDictionary(static plan => plan.Name);

    public StructurePlan Plan(string shapeName)
    {
        if (!_structures.TryGetValue(shapeName, out StructurePlan? plan))
        {
            _structures[shapeName] = plan = Plan((StructureShape)shapes[shapeName]);
        }

        return plan;
    }

    /// <summary>The types among the shapes that are declared in the generated code.</summary>
    public TypeGroup PlanTypes(IEnumerable<Shape> group)
    {
        List<Shape> declared = group.Where(IsDeclared).ToList();
        return new TypeGroup(
            declared.OfType<StructureShape>().Select(shape => Plan(shape.Name)).ToList(),
            declared.OfType<StringShape>().Select(PlanEnum).ToList()
        );
    }

    /// <summary>It has a type of its own; the rest are C#'s or the runtime's.</summary>
    public static bool IsDeclared(Shape shape) => shape is StringShape { EnumValues.Count: > 0 } or StructureShape;

    private StructurePlan Plan(StructureShape shape)
    {
        string name = names.OfShape(shape.Name);
        bool isInput = closure.IsInput(shape.Name);
        IReadOnlyList<MemberPlan> planned = shape.IsUnion
            ? members.PlanUnion(shape, name)
            : members.PlanStructure(shape, name, isInput);
        bool isWholeObject = messages.IsWholeObject(shape);
        return new StructurePlan
        {
            Name = name,
            ShapeName = shape.Name,
            Documentation = NameEcho.Remove(shape.Name, shape.Documentation),
            Members = planned,
            IsUnion = shape.IsUnion,
            Events = shape.IsEventStream ? PlanEvents(shape, planned) : null,
            OwnedStream = isInput
                ? null
                : planned.FirstOrDefault(static member => member.Type is StreamType or EventStreamType),
            IsSensitive = sensitive.IsSensitive(shape),
            ListsSensitiveValues = isInput && sensitive.AreIn(shape),
            IsValidated = validated.Contains(shape.Name),
            IsWritten = closure.IsWritten(shape.Name) || (isWholeObject && closure.IsTopInput(shape.Name)),
            IsRead = closure.IsRead(shape.Name) || (isWholeObject && closure.IsTopOutput(shape.Name)),
        };
    }

    private EventStreamPlan PlanEvents(StructureShape stream, IReadOnlyList<MemberPlan> cases)
    {
        Dictionary<string, Member> byName = stream.Members.ToDictionary(static member => member.Name);
        return new EventStreamPlan(
            cases
                .Select(@case =>
                {
                    StructureShape target = (StructureShape)shapes[byName[@case.ModelName].Target];
                    (MessagePlan message, string? mediaType) = messages.PlanEvent(target, Plan(target.Name));
                    return new EventPlan(@case, message, mediaType);
                })
                .ToList(),
            closure.ErrorsIn(stream).Select(PlanError).ToList()
        );
    }

    private StreamExceptionPlan PlanError(Member member)
    {
        StructureShape error = (StructureShape)shapes[member.Target];
        string name = names.OfException(error.Name);
        (MessagePlan message, string? mediaType) = messages.PlanEvent(
            error,
            new StructurePlan
            {
                Name = name,
                ShapeName = error.Name,
                Documentation = error.Documentation,
                Members = members.PlanSentException(error, name),
            }
        );
        return new StreamExceptionPlan(member.Name, message, mediaType);
    }

    private EnumPlan PlanEnum(StringShape shape)
    {
        string name = names.OfShape(shape.Name);
        NameScope constants = new(StringComparer.Ordinal, [.. ReservedNames.RecordMembers, name, "Value"]);
        bool isListed = shape.EnumValues.Count <= LongestReadList || closure.IsInput(shape.Name);
        return new EnumPlan(
            name,
            shape.Name,
            NameEcho.Remove(shape.Name, shape.Documentation),
            shape.Sensitive,
            (isListed ? shape.EnumValues : [])
                .Select(value => new EnumValuePlan(
                    constants.Claim(CSharpNames.PascalOfWords(value.Value), "Value"),
                    value.Value,
                    value.Documentation,
                    Obsolescence.Of(value.Deprecated)
                ))
                .ToList(),
            isListed ? 0 : shape.EnumValues.Count
        );
    }
}
