using System.Net;

namespace SsoOidcGen.Emitting.Documentation;

/// <summary>Character references of HTML. One that is unknown stays as it is.</summary>
internal static class HtmlEntities
{
    /// <summary>What the numbers 128 to 159 mean: HTML reads them as Windows-1252. A space has no meaning there.</summary>
    private const string Windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    public static string Decode(string html) =>
        html.IndexOf('&') < 0 ? html : new string([.. WebUtility.HtmlDecode(html).Select(ToPlain)]);

    private static char ToPlain(char c) =>
        c switch
        {
            >= '\u0080' and <= '\u009F' => Windows1252[c - '\u0080'],
            '\u00A0' => ' ',
            _ => c,
        };
}
