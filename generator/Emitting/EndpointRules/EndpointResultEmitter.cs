using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;

namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Prints what an endpoint rule results in as a return statement.</summary>
internal sealed class EndpointResultEmitter(CodeWriter code, EndpointExpressionPrinter printer)
{
    public void Emit(EndpointResult result)
    {
        string creation = $"return new Endpoint({printer.Value(result.Url)})";
        if (result.AuthSchemes.Count + result.Headers.Count + result.Properties.Count == 0)
        {
            code.Line(creation + ";");
            return;
        }

        using (code.Block(creation, close: "};"))
        {
            Member("AuthSchemes =", "[", result.AuthSchemes.Select(AuthScheme), ']');
            Member(
                "Headers = new Dictionary<string, IReadOnlyList<string>>",
                "{",
                result.Headers.Select(header =>
                    $"[{Literals.String(header.Name)}] = [{string.Join(", ", header.Values.Select(printer.Value))}]"
                ),
                '}'
            );
            Member("Properties = new Dictionary<string, object>", "{", result.Properties.Select(Property), '}');
        }
    }

    private void Member(string name, string open, IEnumerable<string> items, char close)
    {
        string[] all = [.. items];
        if (all.Length > 0)
        {
            code.Line(CodeLayout.List($"{name} {open}", all, close) + ",");
        }
    }

    private string AuthScheme(EndpointSigning signing)
    {
        List<string> members = [];
        if (signing.SigningName is { } name)
        {
            members.Add($"SigningName = {printer.Value(name)}");
        }

        if (signing.SigningRegion is { } region)
        {
            members.Add($"SigningRegion = {printer.Value(region)}");
        }

        if (signing.SigningRegionSet.Count > 0)
        {
            members.Add($"SigningRegionSet = [{string.Join(", ", signing.SigningRegionSet.Select(printer.Value))}]");
        }

        if (signing.DisableDoubleEncoding)
        {
            members.Add("DisableDoubleEncoding = true");
        }

        if (signing.DisableNormalizePath)
        {
            members.Add("DisableNormalizePath = true");
        }

        string creation = $"new EndpointAuthScheme({printer.Value(signing.Name)})";
        return members.Count == 0 ? creation : CodeLayout.List(creation + " {", members, '}');
    }

    private string Property(EndpointProperty property) =>
        $"[{Literals.String(property.Name)}] = {PropertyValue(property.Value)}";

    private string PropertyValue(EndpointPropertyValue value) =>
        value switch
        {
            PropertyText text => printer.Value(text.Text),
            PropertyFlag flag => Literals.Bool(flag.Value),
            PropertyNumber number => number.Literal + "d",
            PropertyArray { Items.Count: 0 } => "new object[0]",
            PropertyArray array => $"new object[] {{ {string.Join(", ", array.Items.Select(PropertyValue))} }}",
            PropertyObject members =>
                $"new Dictionary<string, object> {{ {string.Join(", ", members.Members.Select(Property))} }}",
            _ => throw new ArgumentException($"{value} has no form in C#", nameof(value)),
        };
}
