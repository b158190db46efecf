namespace SsoOidcGen.Runtime.CompilerServices;

public static partial class EndpointFunctions
{
    private const int ArnParts = 6;

    /// <summary><c>aws.parseArn</c>: the parts of an Amazon Resource Name; null when the text is not one.</summary>
    public static EndpointArn? ParseArn(string text)
    {
        Span<Range> parts = stackalloc Range[ArnParts];
        ReadOnlySpan<char> arn = text;
        if (
            arn.Split(parts, ':') != ArnParts
            || arn[parts[0]] is not "arn"
            || arn[parts[1]].IsEmpty
            || arn[parts[2]].IsEmpty
            || arn[parts[5]].IsEmpty
        )
        {
            return null;
        }

        return new EndpointArn
        {
            Partition = text[parts[1]],
            Service = text[parts[2]],
            Region = text[parts[3]],
            AccountId = text[parts[4]],
            ResourceId = text[parts[5]].Split([':', '/']),
        };
    }
}
