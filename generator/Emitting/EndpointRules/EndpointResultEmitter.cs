using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;
using static SsoOidcGen.Emitting.EndpointRules.EndpointValuePrinter;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints what an endpoint rule results in as a return statement.</summary>
internal static class EndpointResultEmitter
{
    public static void Write(CodeWriter code, EndpointResultPlan result)
    {
        string creation = $"return new Endpoint({Print(result.Url)})";
        if (result.AuthSchemes.Count + result.Headers.Count + result.Properties.Count == 0)
        {
            code.Line(creation + ";");
            return;
        }

        using (code.Block(creation, close: "};"))
        {
            WriteMember(code, "AuthSchemes =", "[", result.AuthSchemes.Select(AuthScheme), ']');
            WriteMember(
                code,
                "Headers = new Dictionary<string, IReadOnlyList<string>>",
                "{",
                result.Headers.Select(static header => $"[{Literals.String(header.Name)}] = [{List(header.Values)}]"),
                '}'
            );
            WriteMember(
                code,
                "Properties = new Dictionary<string, object>",
                "{",
                result.Properties.Select(Property),
                '}'
            );
        }
    }

    private static void WriteMember(CodeWriter code, string name, string open, IEnumerable<string> items, char close)
    {
        string[] all = [.. items];
        if (all.Length > 0)
        {
            code.Line(CodeLayout.List($"{name} {open}", all, close) + ",");
        }
    }

    private static string List(IEnumerable<EndpointValue> values) => string.Join(", ", values.Select(Print));

    private static string AuthScheme(EndpointSigningPlan signing)
    {
        List<string> members = [];
        if (signing.SigningName is { } name)
        {
            members.Add($"SigningName = {Print(name)}");
        }

        if (signing.SigningRegion is { } region)
        {
            members.Add($"SigningRegion = {Print(region)}");
        }

        if (signing.SigningRegionSet.Count > 0)
        {
            members.Add($"SigningRegionSet = [{List(signing.SigningRegionSet)}]");
        }

        if (signing.DisableDoubleEncoding)
        {
            members.Add("DisableDoubleEncoding = true");
        }

        if (signing.DisableNormalizePath)
        {
            members.Add("DisableNormalizePath = true");
        }

        string creation = $"new EndpointAuthScheme({Print(signing.Name)})";
        return members.Count == 0 ? creation : CodeLayout.List(creation + " {", members, '}');
    }

    private static string Property(EndpointPropertyPlan property) =>
        $"[{Literals.String(property.Name)}] = {Content(property.Value)}";

    private static string Content(EndpointPropertyContent content) =>
        content switch
        {
            EndpointTextContent text => Print(text.Text),
            EndpointFlagContent flag => Literals.Bool(flag.Value),
            EndpointNumberContent number => number.Literal + "d",
            EndpointArrayContent { Items.Count: 0 } => "new object[0]",
            EndpointArrayContent array => $"new object[] {{ {string.Join(", ", array.Items.Select(Content))} }}",
            EndpointObjectContent members =>
                $"new Dictionary<string, object> {{ {string.Join(", ", members.Members.Select(Property))} }}",
            _ => throw new ArgumentException($"{content} has no form in C#", nameof(content)),
        };
}
