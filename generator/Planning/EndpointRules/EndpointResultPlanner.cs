using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.EndpointRules;

/// <summary>Plans what an endpoint rule results in.</summary>
internal sealed class EndpointResultPlanner(EndpointFolder folder)
{
    public EndpointResultPlan Plan(EndpointResult result) =>
        new(
            folder.Value(result.Url),
            result.AuthSchemes.Select(PlanSigning).ToList(),
            result
                .Headers.Select(header => new EndpointHeaderPlan(
                    header.Name,
                    header.Values.Select(folder.Value).ToList()
                ))
                .ToList(),
            result.Properties.Select(PlanProperty).ToList()
        );

    private EndpointSigningPlan PlanSigning(EndpointSigning signing) =>
        new(folder.Value(signing.Name))
        {
            SigningName = OptionalValue(signing.SigningName),
            SigningRegion = OptionalValue(signing.SigningRegion),
            SigningRegionSet = signing.SigningRegionSet.Select(folder.Value).ToList(),
            DisableDoubleEncoding = signing.DisableDoubleEncoding,
            DisableNormalizePath = signing.DisableNormalizePath,
        };

    private EndpointValue? OptionalValue(EndpointExpression? expression) =>
        expression is null ? null : folder.Value(expression);

    private EndpointPropertyPlan PlanProperty(EndpointProperty property) =>
        new(property.Name, PlanContent(property.Value));

    private EndpointPropertyContent PlanContent(EndpointPropertyValue value) =>
        value switch
        {
            PropertyText text => new EndpointTextContent(folder.Value(text.Text)),
            PropertyFlag flag => new EndpointFlagContent(flag.Value),
            PropertyNumber number => new EndpointNumberContent(number.Literal),
            PropertyArray array => new EndpointArrayContent(array.Items.Select(PlanContent).ToList()),
            PropertyObject members => new EndpointObjectContent(members.Members.Select(PlanProperty).ToList()),
            _ => throw new ArgumentException($"{value} has no form in C#", nameof(value)),
        };
}
