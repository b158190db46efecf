using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>What a <c>locationName</c> outside of an HTTP location means: the format has one for all kinds of bodies.</summary>
internal sealed class BodyNames(EquatableArray<Protocol> protocols)
{
    public bool AreJson { get; } =
        protocols.Any(static protocol => protocol is Protocol.RestJson1 or Protocol.AwsJson10 or Protocol.AwsJson11);

    public bool AreXml { get; } =
        protocols.Any(static protocol => protocol is Protocol.RestXml or Protocol.AwsQuery or Protocol.Ec2Query);
}
