using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

internal sealed class MemberReader(AstContext context, ShapeIndex shapes)
{
    private readonly DefaultReader _defaults = new(shapes);

    /// <summary>Null, with a diagnostic, when the member has no target.</summary>
    public Member? Read(string name, AstNode member, AstNode structure)
    {
        Vocabulary.Member.Check(member);
        if (member.Target() is not { } target)
        {
            return null;
        }

        (MemberLocation location, string httpName) = context.HasHttpBindings
            ? HttpLocationReader.Read(name, member)
            : (MemberLocation.Body, name);
        return new Member
        {
            Name = name,
            Target = context.Names.Of(target.Value),
            Documentation = Documentation.Read(member),
            Required = member.Has(Trait.Required),
            Default = _defaults.Read(member, structure, target.Value),
            Location = location,
            HttpName = httpName,
            JsonName = member.Text(Trait.JsonName) ?? name,
            Xml = XmlTraitsReader.Read(member, context),
            Ec2QueryName = member.Text(Trait.Ec2QueryName),
            TimestampFormat = TimestampFormatReader.Read(member),
            Sensitive = member.Has(Trait.Sensitive),
            IdempotencyToken = member.Has(Trait.IdempotencyToken),
            JsonValue = HoldsJson(target.Value),
            HostLabel = member.Has(Trait.HostLabel),
            ContextParameter = member.Object(Trait.ContextParam)?.RequiredText("name"),
            EventHeader = member.Has(Trait.EventHeader),
            EventPayload = member.Has(Trait.EventPayload),
            Deprecated = DeprecationReader.Read(member),
        };
    }

    private bool HoldsJson(string target) =>
        shapes.Find(target) is { } shape
        && shape.Json["type"] is JsonString { Value: "string" }
        && shape.Text(Trait.MediaType) == "application/json";
}
