using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.SmithyAst;

internal static class TimestampFormatReader
{
    public static TimestampFormat? Read(AstNode node)
    {
        string? format = node.Text(Trait.TimestampFormat);
        switch (format)
        {
            case null:
                return null;
            case "epoch-seconds":
                return TimestampFormat.EpochSeconds;
            case "date-time":
                return TimestampFormat.DateTime;
            case "http-date":
                return TimestampFormat.HttpDate;
            default:
                node.Traits.Wrong(Trait.TimestampFormat, "epoch-seconds, date-time or http-date", $"'{format}'");
                return null;
        }
    }
}
