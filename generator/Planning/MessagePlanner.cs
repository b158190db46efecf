using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.Protocols;

namespace SsoOidcGen.Planning;

/// <summary>Decides what of a structure goes where.</summary>
internal sealed class MessagePlanner(
    IReadOnlyDictionary<string, Shape> shapes,
    ProtocolRow protocol,
    ServiceMetadata service
)
{
    private const string Text = "text/plain";

    private readonly IBindings _bindings = protocol.Bindings;

    /// <summary>As the top of a request or response it is nothing but an object.</summary>
    public bool IsWholeObject(StructureShape shape) =>
        shape.Members.Count > 0
        && _bindings.PayloadOf(shape) is null
        && shape.Members.All(member =>
            _bindings.LocationOf(member) == MemberLocation.Body
            && shapes[member.Target] is not (BlobShape { Streaming: true } or StructureShape { IsEventStream: true })
        );

    public RequestPlan PlanRequest(OperationModel operation, StructureShape? shape, StructurePlan plan)
    {
        RequestHead head = _bindings.HeadOf(operation, ReceivesEvents(operation));
        List<BoundMember> members = Bind(shape, plan.Members);
        return new RequestPlan
        {
            Method = head.Method,
            Target = PlanTarget(BucketPath.Shorten(head.Uri, shape), members),
            ConstantHeaders = [.. head.Headers, .. KnownServices.HeadersOf(service)],
            HostPrefix = SpecialOperations.HasPrefixInEndpoint(operation)
                ? []
                : operation
                    .HostPrefix.Select(segment => Piece(segment, members, static member => member.Model.Name))
                    .ToList(),
            IdempotencyTokens = members
                .Where(static member => member.Model.IdempotencyToken)
                .Select(static member => member.Plan)
                .ToList(),
            Message = PlanRequestMessage(operation, shape, plan, members),
        };
    }

    public MessagePlan PlanResponse(OperationModel operation, StructureShape? shape, StructurePlan plan)
    {
        List<BoundMember> members = Bind(shape, plan.Members);
        bool isRebound = members.Any(IsOfRequest);
        MessagePlan message = WithInitialMessage(
            Divide(plan, isRebound ? members.Select(InBody) : members, member => PartOf(member, shape))
        );
        message = message with
        {
            IsRebound = isRebound,
            Parts = [.. message.Parts.Select(S3Traits.RefineResponse)],
            IsStrict = message.Parts.Any(static part => part is EventsPart),
            Object =
                message.Object is { } body && protocol.ResultWrapper(operation) is { } wrapper
                    ? body with
                    {
                        Element = new ElementPlan(wrapper),
                    }
                    : message.Object,
        };
        return S3Traits.Unwrap(operation, message);
    }

    public IReadOnlyList<PartPlan> PlanErrorParts(StructureShape shape, IReadOnlyList<MemberPlan> members) =>
        Bind(shape, members).Select(member => PartOf(member, message: null)).OfType<PartPlan>().ToList();

    /// <summary>It travels where a response has no place for it, and so in the body.</summary>
    private static bool IsOfRequest(BoundMember member) =>
        member.Location is MemberLocation.Label or MemberLocation.Query;

    private BoundMember InBody(BoundMember member) =>
        IsOfRequest(member)
            ? member with
            {
                Location = MemberLocation.Body,
                Plan = member.Plan with { WireName = protocol.BodyName(member.Model) },
            }
            : member;

    private bool ReceivesEvents(OperationModel operation) =>
        operation.Output is { } output
        && ((StructureShape)shapes[output]).Members.Any(member =>
            shapes[member.Target] is StructureShape { IsEventStream: true }
        );

    private MessagePlan PlanRequestMessage(
        OperationModel operation,
        StructureShape? shape,
        StructurePlan plan,
        List<BoundMember> members
    )
    {
        MessagePlan message = WithInitialMessage(
            Divide(
                plan,
                members.Where(static member =>
                    member.Location is not (MemberLocation.Label or MemberLocation.Query or MemberLocation.StatusCode)
                ),
                member => PartOf(member, shape)
            )
        );
        // A header that the model names goes before one that a caller's map has.
        message = message with
        {
            Parts = [.. message.Parts.OrderBy(static part => part is PrefixHeadersPart)],
        };
        bool hasObject =
            _bindings.SendsObject(shape) && !message.Parts.Any(static part => part is PayloadPart or EventsPart);
        BodyObject body = message.Object ?? new BodyObject([]);
        return message with
        {
            Parts = [.. message.Parts.Select(part => S3Traits.Refine(part, message.Parts))],
            Object = hasObject
                ? body with
                {
                    Element = shape is null ? null : XmlNames.RootOf(operation, shape),
                    Form = protocol.Form(operation),
                    IsOmittedWhenUnset =
                        protocol.OmitsUnsetObject && body.Members.All(static member => member.IsNullable),
                }
                : null,
        };
    }

    /// <summary>Where events are the body, an object cannot be.</summary>
    private MessagePlan WithInitialMessage(MessagePlan message) =>
        message.Parts.Any(static part => part is EventsPart)
            ? message with
            {
                Object = null,
                Initial =
                    _bindings.HasInitialMessages && message.Object is { } initial
                        ? new InitialMessagePlan(initial, protocol.EventMediaType)
                        : null,
            }
            : message;

    private static TargetPlan PlanTarget(UriPattern uri, List<BoundMember> members) =>
        new()
        {
            Pattern = uri.ToText(),
            Path = uri
                .Path.Select(segment =>
                    Piece(
                        segment,
                        members.Where(static member => member.Location == MemberLocation.Label),
                        static member => member.Plan.WireName
                    )
                )
                .ToList(),
            ConstantQuery = uri.Query.Select(static literal => new ConstantQuery(literal.Name, literal.Value)).ToList(),
            Query = members
                .Where(static member => member.Location == MemberLocation.Query)
                .Select(static member => member.Plan)
                .OrderBy(static member => member.Type is MapType)
                .ToList(),
        };

    private static TextPiece Piece(
        UriSegment segment,
        IEnumerable<BoundMember> members,
        Func<BoundMember, string> nameOf
    ) =>
        segment.IsLabel
            ? new MemberPiece(members.First(member => nameOf(member) == segment.Text).Plan, segment.IsGreedy)
            : new ConstantPiece(segment.Text);

    /// <summary>An event, or an error in its place: its traits count whatever the protocol.</summary>
    public (MessagePlan Message, string? MediaType) PlanEvent(StructureShape shape, StructurePlan plan)
    {
        List<BoundMember> members = Bind(shape, plan.Members);
        MessagePlan message = Divide(plan, members, EventPartOf);
        bool isBound = message.Parts.Count > 0;
        BodyObject? body = message.Object ?? (isBound ? null : new BodyObject([]));
        message = message with
        {
            Object = body is null ? null : body with { Element = new ElementPlan(shape.Xml?.Name ?? shape.Name) },
        };
        string? payload = message.Parts.OfType<PayloadPart>().FirstOrDefault()?.MediaType;
        bool hasPayload = message.Object is not null || message.Parts.Any(static part => part is PayloadPart);
        return (message, payload ?? (hasPayload ? protocol.EventMediaType : null));
    }

    private static MessagePlan Divide(
        StructurePlan plan,
        IEnumerable<BoundMember> members,
        Func<BoundMember, PartPlan?> partOf
    )
    {
        List<PartPlan> parts = [];
        List<MemberPlan> body = [];
        foreach (BoundMember member in members)
        {
            if (partOf(member) is { } part)
            {
                parts.Add(part);
            }
            else
            {
                body.Add(member.Plan);
            }
        }

        return new MessagePlan
        {
            Shape = plan,
            Parts = parts,
            Object = body.Count > 0 ? new BodyObject(body) : null,
        };
    }

    /// <summary>Null when the member is in the body's object.</summary>
    private PartPlan? PartOf(BoundMember member, StructureShape? message)
    {
        MemberPlan plan = member.Plan;
        if (plan.Type is EventStreamType events)
        {
            return new EventsPart(plan, events.Event, HasErrors((StructureShape)shapes[member.Model.Target]));
        }

        if (message is not null && _bindings.PayloadOf(message) == member.Model.Name)
        {
            return PayloadOf(member) with
            {
                IsEmptyObjectWhenUnset = protocol.SendsEmptyPayload && plan.Type is ShapeType { IsUnion: false },
            };
        }

        return member.Location switch
        {
            MemberLocation.Body => null,
            MemberLocation.StatusCode => new StatusPart(plan),
            MemberLocation.PrefixHeaders => new PrefixHeadersPart(plan),
            _ => new HeaderPart(plan),
        };
    }

    private bool HasErrors(StructureShape events) =>
        events.Members.Any(member => shapes[member.Target] is StructureShape { Error: not null });

    private PartPlan? EventPartOf(BoundMember member) =>
        member.Model.EventHeader ? new HeaderPart(member.Plan)
        : member.Model.EventPayload ? PayloadOf(member)
        : null;

    private PayloadPart PayloadOf(BoundMember member)
    {
        Shape target = shapes[member.Model.Target];
        string? ownType = (target as StringShape)?.MediaType ?? (target as BlobShape)?.MediaType;
        bool isText = member.Plan.Type is StringType or EnumType;
        bool isBytes = member.Plan.Type is BlobType or StreamType;
        return new PayloadPart(
            member.Plan,
            IsRaw: isText || isBytes,
            ownType is not null ? ownType
                : isText ? Text
                : isBytes ? protocol.BytesMediaType
                : null
        )
        {
            Element = XmlNames.RootOf(member.Model, target),
        };
    }

    private List<BoundMember> Bind(StructureShape? shape, IReadOnlyList<MemberPlan> plans)
    {
        if (shape is null)
        {
            return [];
        }

        Dictionary<string, Member> members = shape.Members.ToDictionary(static member => member.Name);
        return plans
            .Select(plan =>
            {
                Member model = members[plan.ModelName];
                return new BoundMember(model, plan, _bindings.LocationOf(model));
            })
            .ToList();
    }

    private sealed record BoundMember(Member Model, MemberPlan Plan, MemberLocation Location);
}
