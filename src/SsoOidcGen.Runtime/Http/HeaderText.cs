using System.Buffers;

namespace SsoOidcGen.Runtime;

/// <summary>What the names and values of headers may consist of.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> Value = SearchValues.Create(
        "\t !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~"
    );

    /// <summary>RFC 9110 §5.5, ASCII only. A line break would end the header and begin another one.</summary>
    public static bool IsValue(string text) => !text.AsSpan().ContainsAnyExcept(Value);

    /// <summary>RFC 9110 §5.6.2.</summary>
    public static bool IsName(string text) => !text.AsSpan().ContainsAnyExcept(Token);
}
