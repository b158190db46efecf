using SsoOidcGen.Model.EndpointRules;

namespace SsoOidcGen.Planning.EndpointRules;

/// <summary>Finds the names that a rule uses.</summary>
internal static class EndpointReferences
{
    public static IEnumerable<string> Of(EndpointRule rule) => rule.Conditions.SelectMany(Of).Concat(OfBody(rule));

    /// <summary>The names that are used once the conditions hold.</summary>
    public static IEnumerable<string> OfBody(EndpointRule rule) =>
        rule switch
        {
            EndpointTreeRule tree => tree.Rules.SelectMany(Of),
            EndpointErrorRule error => Of(error.Error),
            EndpointResultRule result => Of(result.Endpoint),
            _ => [],
        };

    public static IEnumerable<string> Of(EndpointCondition condition) => Of(condition.Value);

    private static IEnumerable<string> Of(EndpointResult result) =>
        [
            .. Of(result.Url),
            .. result.Headers.SelectMany(static header => header.Values).SelectMany(Of),
            .. result.AuthSchemes.SelectMany(Of),
            .. result.Properties.SelectMany(static property => Of(property.Value)),
        ];

    private static IEnumerable<string> Of(EndpointSigning signing) =>
        new[] { signing.Name, signing.SigningName, signing.SigningRegion }
            .OfType<EndpointExpression>()
            .Concat(signing.SigningRegionSet)
            .SelectMany(Of);

    private static IEnumerable<string> Of(EndpointPropertyValue value) =>
        value switch
        {
            PropertyText text => Of(text.Text),
            PropertyArray array => array.Items.SelectMany(Of),
            PropertyObject members => members.Members.SelectMany(static member => Of(member.Value)),
            _ => [],
        };

    private static IEnumerable<string> Of(EndpointExpression expression) =>
        expression switch
        {
            ReferenceExpression reference => [reference.Name],
            AttributeExpression attribute => Of(attribute.Source),
            ItemExpression item => Of(item.Source),
            CallExpression call => call.Arguments.SelectMany(Of),
            TemplateExpression template => template
                .Parts.Select(static part => part.Value)
                .OfType<EndpointExpression>()
                .SelectMany(Of),
            _ => [],
        };
}
