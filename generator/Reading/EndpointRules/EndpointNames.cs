using SsoOidcGen.Model.EndpointRules;

namespace SsoOidcGen.Reading.EndpointRules;

internal static class EndpointNames
{
    public static bool IsIdentifier(string name) =>
        name.Length > 0 && name[0] is not (>= '0' and <= '9') && name.All(IsIdentifierPart);

    /// <summary>What a kind is called in messages.</summary>
    public static string Of(EndpointKind kind) =>
        kind switch
        {
            EndpointKind.Text => "a string",
            EndpointKind.Flag => "a boolean",
            EndpointKind.Number => "a number",
            EndpointKind.TextList => "a list of strings",
            EndpointKind.Partition => "a partition",
            EndpointKind.Arn => "an ARN",
            _ => "a URL",
        };

    private static bool IsIdentifierPart(char c) =>
        c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_';
}
