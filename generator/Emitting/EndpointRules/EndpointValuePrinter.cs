using System.Globalization;
using System.Text;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints values and tests as C# expressions.</summary>
internal static class EndpointValuePrinter
{
    public static string Print(EndpointValue value) =>
        value switch
        {
            EndpointVariable variable => variable.Local.Name + (variable.IsUnwrapped ? ".Value" : ""),
            EndpointText text => Literals.String(text.Text),
            EndpointNumber number => number.Number.ToString(CultureInfo.InvariantCulture),
            EndpointTemplate template => Template(template),
            EndpointAttribute attribute => $"{Print(attribute.Source)}.{attribute.Property}",
            EndpointItem item =>
                $"EndpointFunctions.ItemAt({Print(item.Source)}, {item.Index.ToString(CultureInfo.InvariantCulture)})",
            EndpointFunctionCall call => $"EndpointFunctions.{call.Function}({Arguments(call)})",
            EndpointCoalescing coalescing => $"({string.Join(" ?? ", coalescing.Values.Select(Print))})",
            EndpointChoice choice => $"({Print(choice.Test)} ? {Print(choice.WhenTrue)} : {Print(choice.WhenFalse)})",
            EndpointTest test => Test(test),
            _ => throw new ArgumentException($"{value} has no form in C#", nameof(value)),
        };

    /// <summary>All tests must hold.</summary>
    public static IEnumerable<string> Print(IEnumerable<EndpointTest> tests) => tests.Select(Test);

    private static string Test(EndpointTest test) =>
        test switch
        {
            EndpointConstant constant => Literals.Bool(constant.Value),
            EndpointFlagTest flag => (flag.Expected ? "" : "!") + Print(flag.Flag),
            EndpointOptionalFlagTest flag => $"{Print(flag.Flag)} == {Literals.Bool(flag.Expected)}",
            EndpointSetTest set => $"{Print(set.Value)} is {(set.IsSet ? "not " : "")}null",
            EndpointAssignmentTest assignment => $"{Print(assignment.Value)} is {{ }} {assignment.Local.Name}",
            EndpointTextsTest texts => $"{Print(texts.Left)} {Equality(texts.AreEqual)} {Print(texts.Right)}",
            EndpointFlagsTest flags => $"({Test(flags.Left)}) {Equality(flags.AreEqual)} ({Test(flags.Right)})",
            _ => throw new ArgumentException($"{test} has no form in C#", nameof(test)),
        };

    private static string Equality(bool isEqual) => isEqual ? "==" : "!=";

    private static string Arguments(EndpointFunctionCall call) =>
        string.Join(
            ", ",
            call.Arguments.Select(argument =>
                argument is EndpointConstant ? $"{call.FlagName}: {Print(argument)}" : Print(argument)
            )
        );

    private static string Template(EndpointTemplate template)
    {
        StringBuilder text = new("$\"");
        foreach (EndpointTemplatePart part in template.Parts)
        {
            text.Append(part.Literal is { } piece ? Escape(piece) : $"{{{Print(part.Value!)}}}");
        }

        return text.Append('"').ToString();
    }

    private static string Escape(string piece)
    {
        string quoted = Literals.String(piece);
        return quoted.Substring(1, quoted.Length - 2).Replace("{", "{{").Replace("}", "}}");
    }
}
