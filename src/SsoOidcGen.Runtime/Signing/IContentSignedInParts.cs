namespace SsoOidcGen.Runtime;

/// <summary>A body whose parts are signed one after the other while it is sent.</summary>
internal interface IContentSignedInParts
{
    /// <summary>Signs the message that the parts belong to, and keeps what they are signed with.</summary>
    void SignWith(
        RequestSigner signer,
        AwsCredentials credentials,
        SigningScope scope,
        ClockSkew clock,
        HttpRequestMessage message
    );
}
