using System.Globalization;
using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>A string with known values: a struct, so that values a service adds later pass through.</summary>
internal static class EnumEmitter
{
    public static void Write(CodeFile file, EnumPlan plan, string accessibility)
    {
        CodeWriter code = file.Code;
        XmlDocs.Write(
            code,
            plan.Documentation,
            plan.ShapeName == plan.Name ? null : $"A value of the service's <c>{plan.ShapeName}</c>."
        );
        code.Line($"/// <param name=\"Value\">{ValueDocumentation(plan)}</param>");
        using (code.Block($"{accessibility} readonly record struct {plan.Name}(string Value)"))
        {
            foreach (EnumValuePlan value in plan.Values)
            {
                WriteValue(file, value, isFirst: value == plan.Values[0]);
            }

            if (plan.Values.Count > 0)
            {
                code.Line();
            }

            code.Line("/// <summary>A text as a value, known or not.</summary>");
            code.Line($"public static implicit operator {plan.Name}(string value) => new(value);");
            code.Line();
            code.Line(
                $"/// <summary>{(plan.IsSensitive ? "A placeholder: the value is sensitive." : "The value as text.")}</summary>"
            );
            code.Line(
                $"public override string ToString() => {(plan.IsSensitive ? "Redaction.Text" : "Value ?? \"\"")};"
            );
        }
    }

    private static string ValueDocumentation(EnumPlan plan) =>
        plan.UnlistedCount == 0
            ? "The text that is sent and received. Values that this list does not know are kept."
            : $"The text that is received. Its {plan.UnlistedCount.ToString("N0", CultureInfo.InvariantCulture)} known values are not listed: no operation of this client sends one.";

    /// <summary>Values without documentation stand close together: there may be hundreds.</summary>
    private static void WriteValue(CodeFile file, EnumValuePlan value, bool isFirst)
    {
        CodeWriter code = file.Code;
        if (!isFirst && value.Documentation.Length > 0)
        {
            code.Line();
        }

        file.HasUndocumented |= !XmlDocs.Write(code, value.Documentation);
        Attributes.WriteObsolete(code, value.Obsolete);
        code.Line($"public const string {value.ConstantName} = {Literals.String(value.Value)};");
    }
}
