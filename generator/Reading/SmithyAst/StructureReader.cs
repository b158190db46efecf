using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Structures, unions and errors.</summary>
internal sealed class StructureReader(AstContext context, ShapeIndex shapes, ConstrainedTargets constrained)
{
    private readonly MemberReader _members = new(context, shapes);
    private readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);

    public StructureShape Read(string id, string name, AstNode shape)
    {
        List<Member> members = [];
        _known.Clear();
        string? payload = null;
        foreach ((JsonProperty property, AstNode node) in shape.Members())
        {
            payload = context.HasHttpBindings ? PayloadAfter(payload, property, node) : null;
            if (
                Identifier.Check(property, shape.Diagnostics)
                && IsNew(property, shape.Diagnostics)
                && _members.Read(property.Name, node, shape) is { } member
            )
            {
                members.Add(member);
                constrained.Add(name, member.Name, node);
            }
        }

        return new StructureShape(name)
        {
            Members = members
                .Select(member => member.Name == payload ? PayloadMember(member) : member)
                .ToEquatableArray(),
            IsUnion = shape.Type == "union",
            IsEventStream = shape.Type == "union" && shape.Has(Trait.Streaming),
            Error = shape.Traits.Has(Trait.Error) ? ErrorReader.Read(id, shape, context) : null,
            Xml = ReadXml(id, name, shape),
            Payload = members.Any(member => member.Name == payload) ? payload : null,
        };
    }

    private bool IsNew(JsonProperty member, DiagnosticBag diagnostics)
    {
        if (_known.TryGetValue(member.Name, out string? earlier))
        {
            diagnostics.Add(ReadingDiagnostics.NameClash, member.NameSpan, member.Name, earlier);
            return false;
        }

        _known.Add(member.Name, member.Name);
        return true;
    }

    /// <summary>The member that is the body: the first that says so.</summary>
    private static string? PayloadAfter(string? payload, JsonProperty member, AstNode node)
    {
        if (!node.Has(Trait.HttpPayload))
        {
            return payload;
        }

        if (payload is not null)
        {
            node.Diagnostics.Add(
                ReadingDiagnostics.InvalidHttpBinding,
                node.Traits.Json[Trait.HttpPayload]!.StartSpan,
                $"Member '{member.Name}' cannot be the payload, because '{payload}' is; remove one of the two traits"
            );
        }

        return payload ?? member.Name;
    }

    /// <summary>The namespace of the service holds where a body begins.</summary>
    private Member PayloadMember(Member member) =>
        context is { HasXml: true, XmlNamespace: { } everywhere } && member.Xml?.Namespace is null
            ? member with
            {
                Xml = (member.Xml ?? new XmlTraits()) with { Namespace = everywhere },
            }
            : member;

    /// <summary>A renamed structure keeps its name in messages.</summary>
    private XmlTraits? ReadXml(string id, string name, AstNode shape)
    {
        XmlTraits? traits = XmlTraitsReader.Read(shape, context);
        string original = ShapeId.NameOf(id);
        return context.HasXml && traits?.Name is null && name != original
            ? (traits ?? new XmlTraits()) with
            {
                Name = original,
            }
            : traits;
    }
}
