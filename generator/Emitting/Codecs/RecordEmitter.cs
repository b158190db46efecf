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
    /// <param name="isStrict">A required member whose local is null makes the response unreadable.</param>
    public static void WriteResult(CodeFile file, StructurePlan plan, bool isStrict = false)
    {
        using (file.Code.Block($"return new {plan.Name}", "};"))
        {
            foreach (MemberPlan member in plan.Members)
            {
                string missing = $"throw ServiceResponse.Missing({Literals.String(member.ModelName)})";
                WriteInitializer(file, member, member.LocalName, isStrict && member.IsRequired ? missing : null);
            }
        }
    }

    /// <param name="value">An expression that may be null.</param>
    /// <param name="whenNull">What stands in for it, or throws; null: what the model or the type says.</param>
    public static void WriteInitializer(CodeFile file, MemberPlan member, string value, string? whenNull = null)
    {
        file.UsesDeprecated |= member.Obsolete is not null;
        bool needsNoFallback = member.IsNullable || member.Type is StreamType or EventStreamType;
        string fallback = needsNoFallback ? "" : $" ?? {whenNull ?? DefaultValues.Of(member, file.Reader)}";
        file.Code.Line($"{member.PropertyName} = {value}{fallback},");
    }
}
