namespace SsoOidcGen.Model.EndpointRules;

/// <summary>Parameters that get their value from the client and not from a call.</summary>
internal static class EndpointBuiltIns
{
    public const string Region = "AWS::Region";
    public const string Endpoint = "SDK::Endpoint";
    public const string UseFips = "AWS::UseFIPS";
    public const string UseDualStack = "AWS::UseDualStack";
    public const string AccountId = "AWS::Auth::AccountId";
    public const string AccountIdEndpointMode = "AWS::Auth::AccountIdEndpointMode";

    private static readonly Dictionary<string, EndpointKind> Kinds = new()
    {
        [Region] = EndpointKind.Text,
        [Endpoint] = EndpointKind.Text,
        [UseFips] = EndpointKind.Flag,
        [UseDualStack] = EndpointKind.Flag,
        [AccountId] = EndpointKind.Text,
        [AccountIdEndpointMode] = EndpointKind.Text,
        ["AWS::Auth::CredentialScope"] = EndpointKind.Text,
        ["AWS::S3::Accelerate"] = EndpointKind.Flag,
        ["AWS::S3::DisableMultiRegionAccessPoints"] = EndpointKind.Flag,
        ["AWS::S3::DisableExpressSessionAuth"] = EndpointKind.Flag,
        ["AWS::S3::ForcePathStyle"] = EndpointKind.Flag,
        ["AWS::S3::UseArnRegion"] = EndpointKind.Flag,
        ["AWS::S3::UseGlobalEndpoint"] = EndpointKind.Flag,
        ["AWS::S3Control::UseArnRegion"] = EndpointKind.Flag,
        ["AWS::STS::UseGlobalEndpoint"] = EndpointKind.Flag,
    };

    /// <summary>What a built-in's value is; null for an unknown name.</summary>
    public static EndpointKind? KindOf(string name) => Kinds.TryGetValue(name, out EndpointKind kind) ? kind : null;
}
