using System.Text;

namespace SsoOidcGen.Emitting.Text;

/// <summary>C# literals of values that come from a model.</summary>
internal static class Literals
{
    public static string String(string value)
    {
        StringBuilder text = new(value.Length + 2);
        text.Append('"');
        foreach (char c in value)
        {
            text.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' => $"\\u{(int)c:x4}",
                    >= '\ud800' and <= '\udfff' => $"\\u{(int)c:x4}",
                    _ => c.ToString(),
                }
            );
        }

        return text.Append('"').ToString();
    }

    /// <summary>The value in UTF-8.</summary>
    public static string Utf8(string value) => String(value) + "u8";

    public static string Bool(bool value) => value ? "true" : "false";
}
