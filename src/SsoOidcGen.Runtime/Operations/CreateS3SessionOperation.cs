using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>S3's <c>CreateSession</c>, from the name of a bucket to the credentials of its session.</summary>
internal sealed class CreateS3SessionOperation : Operation<string, AwsCredentials>
{
    // GET /?session, signed
    public static readonly CreateS3SessionOperation Descriptor = new()
    {
        Name = "CreateSession",
        Method = HttpMethod.Get,
        Auth = AuthScheme.SigV4,
        BindsEndpoint = true,
        IsSensitive = true,
    };

    public override EndpointContext BindEndpoint(string request, EndpointContext context) =>
        context.With("Bucket", request).With("DisableS3ExpressSessionAuth", true);

    public override void WriteRequest(string request, RequestWriter http) => http.Target("?session");

    public override AwsCredentials ReadResponse(in ServiceResponse response)
    {
        Utf8XmlReader reader = response.XmlReader();
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Credentials"u8))
            {
                return ReadCredentials(reader);
            }

            reader.Skip();
        }

        throw new MalformedContentException("The session has no credentials", reader.Position);
    }

    private static AwsCredentials ReadCredentials(Utf8XmlReader reader)
    {
        string? keyId = null;
        string? secret = null;
        string? token = null;
        DateTimeOffset? expiration = null;
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("AccessKeyId"u8))
            {
                keyId = XmlValue.ReadString(ref reader);
            }
            else if (name.SequenceEqual("SecretAccessKey"u8))
            {
                secret = XmlValue.ReadString(ref reader);
            }
            else if (name.SequenceEqual("SessionToken"u8))
            {
                token = XmlValue.ReadString(ref reader);
            }
            else if (name.SequenceEqual("Expiration"u8))
            {
                expiration = XmlValue.ReadTimestamp(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return string.IsNullOrEmpty(keyId) || string.IsNullOrEmpty(secret) || string.IsNullOrEmpty(token)
            ? throw new MalformedContentException("The session's credentials are incomplete", reader.Position)
            : new AwsCredentials(keyId, secret, token) { Expiration = expiration };
    }
}
