using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace SsoOidc.Emulator;

/// <summary>
/// HTML text. Made from an interpolated string, it escapes every value put in, except what is already
/// <see cref="Html"/>.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Html(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (16 * formattedCount));

    public static Html Empty { get; } = new(0, 0);

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string value) => _text.Append(HtmlEncoder.Default.Encode(value));

    public void AppendFormatted(Html html) => _text.Append(html._text);

    public override string ToString() => _text.ToString();
}
