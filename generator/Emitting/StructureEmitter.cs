using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>A record with a property for each member.</summary>
internal static class StructureEmitter
{
    public static void Write(CodeFile file, StructurePlan plan, string accessibility)
    {
        CodeWriter code = file.Code;
        file.HasUndocumented |= !XmlDocs.Write(code, plan.Documentation, Summary(plan));
        string bases = plan.OwnedStream is null ? "" : " : IDisposable";
        using (code.Block($"{accessibility} sealed partial record {plan.Name}{bases}"))
        {
            bool isFirst = true;
            foreach (MemberPlan member in plan.Members)
            {
                Separate(code, ref isFirst);
                WriteProperty(file, member);
            }

            if (plan.OwnedStream is { } stream)
            {
                Separate(code, ref isFirst);
                code.Line(
                    $"/// <summary>Closes <see cref=\"{stream.PropertyName}\"/> and gives the connection back.</summary>"
                );
                code.Line(
                    stream.Type is StreamType
                        ? $"public void Dispose() => {stream.PropertyName}.Dispose();"
                        : $"public void Dispose() => ({stream.PropertyName} as IDisposable)?.Dispose();"
                );
            }

            if (plan.PrintsMembers)
            {
                Separate(code, ref isFirst);
                WritePrintMembers(file, plan);
            }
        }
    }

    /// <summary>Nothing that the name says already.</summary>
    private static string? Summary(StructurePlan plan) =>
        plan.ShapeName.Length == 0 || plan.ShapeName == plan.Name ? null : $"The service's <c>{plan.ShapeName}</c>.";

    private static void Separate(CodeWriter code, ref bool isFirst)
    {
        if (!isFirst)
        {
            code.Line();
        }

        isFirst = false;
    }

    public static void WriteProperty(CodeFile file, MemberPlan member)
    {
        CodeWriter code = file.Code;
        file.HasUndocumented |= !XmlDocs.Write(code, member.Documentation);
        Attributes.WriteObsolete(code, member.Obsolete);
        string required = member.IsRequired ? "required " : "";
        string initial = member.IsRequired || member.IsNullable ? "" : $" = {DefaultValues.Of(member, file.Reader)};";
        code.Line($"public {required}{member.TypeName} {member.PropertyName} {{ get; init; }}{initial}");
    }

    /// <summary>The compiler's own ToString calls it; sensitive values are left out, and long collections cut short.</summary>
    private static void WritePrintMembers(CodeFile file, StructurePlan plan)
    {
        CodeWriter code = file.Code;
        using (code.Block("private bool PrintMembers(StringBuilder builder)"))
        {
            if (plan.IsSensitive || plan.Members.Count == 0)
            {
                code.Line("builder.Append(Redaction.Text);");
            }
            else
            {
                string separator = "";
                foreach (MemberPlan member in plan.Members)
                {
                    file.UsesDeprecated |= member.Obsolete is not null;
                    code.Line($"builder.Append(\"{separator}{member.PropertyName} = \").Append({Text(member)});");
                    separator = ", ";
                }
            }

            code.Line("return true;");
        }
    }

    private static string Text(MemberPlan member) =>
        member.IsSensitive ? $"Redaction.Of({member.PropertyName})"
        : member.Type is ListType or MapType ? CollectionText.Of(member.Type, member.PropertyName)
        : member.PropertyName;
}
