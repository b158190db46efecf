using System.Globalization;
using System.Xml.Linq;

namespace SsoOidc.Emulator;

/// <summary>Responses in the wrappers of the query protocol.</summary>
internal static class StsResponse
{
    private const int AccountPart = 4;
    private static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public static Task WriteSessionAsync(HttpContext context, string action, RoleCredentials credentials) =>
        WriteAsync(
            context,
            action,
            new XElement(
                Namespace + "Credentials",
                Element("AccessKeyId", credentials.AccessKeyId),
                Element("SecretAccessKey", credentials.SecretAccessKey),
                Element("SessionToken", credentials.SessionToken),
                Element(
                    "Expiration",
                    credentials.Expiration.UtcDateTime.ToString(
                        "yyyy-MM-dd'T'HH:mm:ss'Z'",
                        CultureInfo.InvariantCulture
                    )
                )
            ),
            new XElement(
                Namespace + "AssumedRoleUser",
                Element("AssumedRoleId", "AROAEMULATEDROLE:" + credentials.Arn.Split('/')[^1]),
                Element("Arn", credentials.Arn)
            )
        );

    public static Task WriteIdentityAsync(HttpContext context, string arn) =>
        WriteAsync(
            context,
            "GetCallerIdentity",
            Element("Arn", arn),
            Element("UserId", "AIDAEMULATEDCALLER"),
            Element("Account", arn.Split(':')[AccountPart])
        );

    public static Task WriteErrorAsync(HttpContext context, ProtocolException refusal)
    {
        context.Response.StatusCode = refusal.Status;
        return WriteAsync(
            context,
            new XElement(
                Namespace + "ErrorResponse",
                new XElement(
                    Namespace + "Error",
                    Element("Type", "Sender"),
                    Element("Code", refusal.Message),
                    Element("Message", refusal.Member("message") ?? "")
                ),
                Element("RequestId", RequestId(context))
            )
        );
    }

    private static Task WriteAsync(HttpContext context, string action, params XElement[] result) =>
        WriteAsync(
            context,
            new XElement(
                Namespace + $"{action}Response",
                new XElement(Namespace + $"{action}Result", result),
                new XElement(Namespace + "ResponseMetadata", Element("RequestId", RequestId(context)))
            )
        );

    private static async Task WriteAsync(HttpContext context, XElement body)
    {
        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(body.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
    }

    private static XElement Element(string name, string text) => new(Namespace + name, text);

    private static string RequestId(HttpContext context) => context.Response.Headers["x-amzn-RequestId"].ToString();
}
