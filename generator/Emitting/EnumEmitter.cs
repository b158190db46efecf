using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>A string with known values: a struct, so that values a service adds later pass through.</summary>
internal static class EnumEmitter
{
    public static void Write(CodeWriter code, EnumPlan plan, string accessibility)
    {
        XmlDocs.Write(code, plan.Documentation, $"A value of the service's <c>{plan.ShapeName}</c>.");
        code.Line(
            "/// <param name=\"Value\">The text that is sent and received. Values that this list does not know are kept.</param>"
        );
        using (code.Block($"{accessibility} readonly record struct {plan.Name}(string Value)"))
        {
            foreach (EnumValuePlan value in plan.Values)
            {
                code.Line($"/// <summary><c>{XmlDocs.Escape(value.Value)}</c></summary>");
                code.Arrow($"public static {plan.Name} {value.PropertyName}", $"new({Literals.String(value.Value)});");
                code.Line();
            }

            code.Line(
                $"/// <summary>{(plan.IsSensitive ? "A placeholder: the value is sensitive." : "The value as text.")}</summary>"
            );
            code.Line($"public override string ToString() => {(plan.IsSensitive ? "Redaction.Text" : "Value")};");
        }
    }
}
