namespace SsoOidcGen.Model.EndpointRules;

/// <summary>What a value is, and whether it may be unset.</summary>
internal readonly record struct EndpointType(EndpointKind Kind, bool IsOptional = false)
{
    public EndpointType Set => new(Kind);

    /// <summary>The type of a named part; null when there is no such part.</summary>
    public EndpointType? Attribute(string name) =>
        (Kind, name) switch
        {
            (EndpointKind.Partition, "supportsFIPS" or "supportsDualStack") => new(EndpointKind.Flag),
            (EndpointKind.Partition, "name" or "dnsSuffix" or "dualStackDnsSuffix" or "implicitGlobalRegion") => new(
                EndpointKind.Text
            ),
            (EndpointKind.Arn, "partition" or "service" or "region" or "accountId") => new(EndpointKind.Text),
            (EndpointKind.Arn, "resourceId") => new(EndpointKind.TextList),
            (EndpointKind.Url, "scheme" or "authority" or "path" or "normalizedPath") => new(EndpointKind.Text),
            (EndpointKind.Url, "isIp") => new(EndpointKind.Flag),
            _ => null,
        };
}
