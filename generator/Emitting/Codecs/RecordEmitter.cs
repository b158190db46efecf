using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that makes a record from locals, one for each member.</summary>
internal static class RecordEmitter
{
    /// <summary>Declares a local for each member, null until the member is met.</summary>
    public static void WriteLocals(CodeWriter code, IEnumerable<MemberPlan> members)
    {
        foreach (MemberPlan member in members)
        {
            code.Line($"{member.Type.Name}? {member.LocalName} = null;");
        }
    }

    /// <summary>The statement that makes the record.</summary>
    public static void WriteResult(CodeFile file, StructurePlan plan)
    {
        using (file.Code.Block($"return new {plan.Name}", "};"))
        {
            foreach (MemberPlan member in plan.Members)
            {
                WriteInitializer(file, member, member.LocalName);
            }
        }
    }

    /// <param name="value">An expression that may be null.</param>
    public static void WriteInitializer(CodeFile file, MemberPlan member, string value)
    {
        file.UsesDeprecated |= member.Obsolete is not null;
        bool needsNoFallback = member.IsNullable || member.Type is StreamType or EventStreamType;
        string fallback = needsNoFallback ? "" : $" ?? {DefaultValues.Of(member, file.Reader)}";
        file.Code.Line($"{member.PropertyName} = {value}{fallback},");
    }
}
