using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Structures, unions and errors.</summary>
internal sealed class StructureReader(AstContext context, ShapeIndex shapes)
{
    private readonly MemberReader _members = new(context, shapes);

    public StructureShape Read(string id, string name, AstNode shape)
    {
        List<Member> members = [];
        Dictionary<string, string> known = new(StringComparer.OrdinalIgnoreCase);
        foreach ((JsonProperty property, AstNode node) in shape.Members())
        {
            if (
                Identifier.Check(property, shape.Diagnostics)
                && IsNew(property, known, shape.Diagnostics)
                && _members.Read(property.Name, node, shape) is { } member
            )
            {
                members.Add(member);
            }
        }

        string? payload = context.HasHttpBindings ? ReadPayload(shape) : null;
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

    private static bool IsNew(JsonProperty member, Dictionary<string, string> known, DiagnosticBag diagnostics)
    {
        if (known.TryGetValue(member.Name, out string? earlier))
        {
            diagnostics.Add(ReadingDiagnostics.NameClash, member.NameSpan, member.Name, earlier);
            return false;
        }

        known.Add(member.Name, member.Name);
        return true;
    }

    private static string? ReadPayload(AstNode shape)
    {
        string? payload = null;
        foreach ((JsonProperty property, AstNode node) in shape.Members())
        {
            if (!node.Has(Trait.HttpPayload))
            {
                continue;
            }

            if (payload is not null)
            {
                shape.Diagnostics.Add(
                    ReadingDiagnostics.InvalidHttpBinding,
                    node.Traits.Json[Trait.HttpPayload]!.StartSpan,
                    $"Member '{property.Name}' cannot be the payload, because '{payload}' is; remove one of the two traits"
                );
            }

            payload ??= property.Name;
        }

        return payload;
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
