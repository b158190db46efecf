using SsoOidcGen.Model.EndpointRules;

namespace SsoOidcGen.Reading.EndpointRules;

internal static class EndpointNames
{
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
}
