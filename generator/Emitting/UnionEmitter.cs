using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>A closed hierarchy: an abstract record and a sealed one for each case.</summary>
internal static class UnionEmitter
{
    public static void Write(CodeFile file, StructurePlan plan, ServicePlan service)
    {
        CodeWriter code = file.Code;
        XmlDocs.Write(code, plan.Documentation, "Exactly one of its cases.");
        using (code.Block($"{service.Accessibility} abstract partial record {plan.Name}"))
        {
            code.Line($"private {plan.Name}() {{ }}");
            foreach (MemberPlan member in plan.Members)
            {
                code.Line();
                WriteCase(file, plan, member, service);
            }

            code.Line();
            code.Line("/// <summary>A case that the model of this client does not know.</summary>");
            code.Line("/// <param name=\"Name\">The case's name on the wire.</param>");
            code.Line($"public sealed record Unknown(string Name) : {plan.Name};");
        }
    }

    private static void WriteCase(CodeFile file, StructurePlan plan, MemberPlan member, ServicePlan service)
    {
        CodeWriter code = file.Code;
        file.HasUndocumented |= !XmlDocs.Write(code, member.Documentation);
        TypePlan type = member.IsTypeHidden ? Qualified(member.Type, service.Namespace) : member.Type;
        string header = $"public sealed record {member.PropertyName}({type.Name} Value) : {plan.Name}";
        bool isSensitive = member.IsSensitive || plan.IsSensitive;
        if (!isSensitive && member.Type is not (ListType or MapType))
        {
            code.Line(header + ";");
            return;
        }

        using (code.Block(header))
        {
            code.Line(
                $"/// <summary>{(isSensitive ? "Leaves the value out: it is sensitive." : "The case with its first items.")}</summary>"
            );
            string value = isSensitive ? "Redaction.Text" : CollectionText.Of(type, "Value");
            code.Line(
                $"public override string ToString() => $\"{member.PropertyName} {{{{ Value = {{{value}}} }}}}\";"
            );
        }
    }

    private static TypePlan Qualified(TypePlan type, string @namespace) =>
        type switch
        {
            ListType list => new ListType(Qualified(list.Item, @namespace), list.Sparse, list.MinLength),
            MapType map => new MapType(Qualified(map.Value, @namespace), map.Sparse, map.MinLength, map.HasSecretKeys)
            {
                KeyElement = map.KeyElement,
                ValueElement = map.ValueElement,
            },
            EnumType or ShapeType => type with { Name = $"global::{@namespace}.{type.Name}" },
            _ => type,
        };
}
