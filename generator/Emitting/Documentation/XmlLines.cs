namespace SsoOidcGen.Emitting.Documentation;

/// <summary>Breaks XML into lines, at spaces between words but not inside of tags.</summary>
internal static class XmlLines
{
    /// <summary>With indentation and slashes that makes lines of at most about 110 characters.</summary>
    public const int Width = 104;

    public static IEnumerable<string> Wrap(string xml)
    {
        int lineStart = 0;
        int lastSpace = -1;
        bool isInTag = false;
        for (int i = 0; i < xml.Length; i++)
        {
            char c = xml[i];
            isInTag = c == '<' || (isInTag && c != '>');
            if (lastSpace > lineStart && i - lineStart >= Width)
            {
                yield return xml[lineStart..lastSpace];
                lineStart = lastSpace + 1;
                lastSpace = -1;
            }

            if (c == ' ' && !isInTag)
            {
                lastSpace = i;
            }
        }

        yield return xml[lineStart..];
    }
}
