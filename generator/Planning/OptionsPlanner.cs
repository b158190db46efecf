using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning;

/// <summary>Plans the settings that only a service's client has (Smithy <c>clientContextParams</c>).</summary>
internal static class OptionsPlanner
{
    // AWS SDKs and Tools Reference, "Amazon S3 access points", "S3 Multi-Region Access Points", "S3 Express"; AWS CLI
    // S3 configuration. Keyed by the names in the models, which say nothing about it.
    private static readonly Dictionary<string, OptionSourcePlan> Sources = new()
    {
        ["Accelerate"] = new("s3.use_accelerate_endpoint", Variable: null),
        ["DisableMultiRegionAccessPoints"] = new(
            "s3_disable_multiregion_access_points",
            "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS"
        ),
        ["DisableS3ExpressSessionAuth"] = new("s3_disable_express_session_auth", "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH"),
        ["ForcePathStyle"] = new("s3.addressing_style", Variable: null) { TrueText = "path" },
        ["UseArnRegion"] = new("s3_use_arn_region", "AWS_S3_USE_ARN_REGION"),
    };

    /// <summary>Null when the model has none.</summary>
    public static OptionsPlan? Plan(ServiceModel service, string clientName)
    {
        if (service.ClientContextParameters.Count == 0)
        {
            return null;
        }

        NameScope names = new(StringComparer.Ordinal, ReservedNames.OptionsMembers);
        return new OptionsPlan(
            clientName + "Options",
            [.. service.ClientContextParameters.Select(parameter => Plan(parameter, names))]
        );
    }

    private static OptionPlan Plan(ClientContextParameter parameter, NameScope names) =>
        new()
        {
            PropertyName = names.Claim(CSharpNames.Pascal(parameter.Name), "Setting"),
            TypeName = parameter.IsBoolean ? "bool" : "string",
            Documentation = parameter.Documentation,
            Parameter = parameter.Name,
            Source =
                parameter.IsBoolean && Sources.TryGetValue(parameter.Name, out OptionSourcePlan? source)
                    ? source
                    : null,
        };
}
