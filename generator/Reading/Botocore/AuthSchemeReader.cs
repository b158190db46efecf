using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

internal static class AuthSchemeReader
{
    /// <summary>The service's schemes, best first. Older models have a signature version only.</summary>
    public static EquatableArray<AuthScheme> ReadService(JsonFields metadata)
    {
        if (metadata.Has("auth"))
        {
            return ReadList(metadata);
        }

        return metadata.Text("signatureVersion") switch
        {
            null or "v4" or "s3" or "s3v4" => [AuthScheme.SigV4],
            "bearer" => [AuthScheme.Bearer],
            _ => None(metadata, "signatureVersion"),
        };
    }

    /// <summary>The operation's own schemes; empty when it has none. Null when it has, and none is supported.</summary>
    public static EquatableArray<AuthScheme>? ReadOperation(JsonFields operation)
    {
        if (operation.Has("auth"))
        {
            EquatableArray<AuthScheme> schemes = ReadList(operation);
            return schemes.Count > 0 ? schemes : null;
        }

        switch (operation.Text("authtype"))
        {
            case null or "v4-unsigned-body":
                return [];
            case "none":
                return [AuthScheme.None];
            case "v4":
                return [AuthScheme.SigV4];
            case "bearer":
                return [AuthScheme.Bearer];
            default:
                None(operation, "authtype");
                return null;
        }
    }

    private static EquatableArray<AuthScheme> ReadList(JsonFields owner)
    {
        List<AuthScheme> schemes = [];
        foreach (JsonString name in owner.Texts("auth"))
        {
            switch (name.Value)
            {
                case "aws.auth#sigv4":
                    schemes.Add(AuthScheme.SigV4);
                    break;
                case "aws.auth#sigv4a":
                    schemes.Add(AuthScheme.SigV4a);
                    break;
                case "smithy.api#httpBearerAuth":
                    schemes.Add(AuthScheme.Bearer);
                    break;
                case "smithy.api#noAuth":
                    schemes.Add(AuthScheme.None);
                    break;
                default:
                    owner.Diagnostics.AddOnce(ReadingDiagnostics.UnsupportedAuthScheme, name.Span, name.Value);
                    break;
            }
        }

        return schemes.Count > 0 ? schemes.ToEquatableArray() : None(owner, "auth");
    }

    private static EquatableArray<AuthScheme> None(JsonFields owner, string property)
    {
        owner.Diagnostics.Add(ReadingDiagnostics.NoAuthScheme, owner.Json[property]!.StartSpan);
        return [];
    }
}
