using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

internal static class TimestampFormatReader
{
    public static TimestampFormat? Read(JsonFields owner)
    {
        string? format = owner.Text("timestampFormat");
        switch (format)
        {
            case null:
                return null;
            case "unixTimestamp":
                return TimestampFormat.EpochSeconds;
            case "iso8601":
                return TimestampFormat.DateTime;
            case "rfc822":
                return TimestampFormat.HttpDate;
            default:
                owner.Wrong("timestampFormat", "unixTimestamp, iso8601 or rfc822", $"'{format}'");
                return null;
        }
    }
}
