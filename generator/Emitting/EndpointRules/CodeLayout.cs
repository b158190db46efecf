namespace SsoOidcGen.Emitting.EndpointRules;

/// <summary>Breaks lists that do not fit on a line, an item a line.</summary>
internal static class CodeLayout
{
    private const int LongLine = 100;

    /// <param name="open">All before the first item, for example <c>Call(</c> or <c>new T {</c>.</param>
    /// <param name="items">The items.</param>
    /// <param name="close">The bracket that ends the list.</param>
    public static string List(string open, IReadOnlyList<string> items, char close)
    {
        string padding = close == '}' ? " " : "";
        string line = $"{open}{padding}{string.Join(", ", items)}{padding}{close}";
        if (line.Length <= LongLine && !line.Contains('\n'))
        {
            return line;
        }

        // Parentheses open at the end of a line, other brackets on a line of their own.
        bool isCall = close == ')';
        string head = isCall ? open : $"{open.Substring(0, open.Length - 1).TrimEnd()}\n{open[open.Length - 1]}";
        string body = string.Join(",\n", items).Replace("\n", "\n    ");
        return $"{head}\n    {body}{(isCall ? "" : ",")}\n{close}";
    }
}
