namespace SsoOidcGen.Model;

/// <summary>The target of an operation's HTTP binding, for example <c>/token?aws_iam=t</c> or <c>/v1/{Name}/{Key+}</c>.</summary>
internal sealed record UriPattern(EquatableArray<UriSegment> Path, EquatableArray<QueryLiteral> Query)
{
    /// <summary>As the model writes it.</summary>
    public string ToText()
    {
        string query = string.Join(
            "&",
            Query.Select(static literal => literal.Value is null ? literal.Name : $"{literal.Name}={literal.Value}")
        );
        return string.Concat(Path.Select(static segment => segment.ToText())) + (query.Length > 0 ? "?" + query : "");
    }
}

/// <summary>A literal piece, or the place of a member. A greedy place keeps the slashes of its value.</summary>
internal sealed record UriSegment(string Text, bool IsLabel = false, bool IsGreedy = false)
{
    public string ToText() => IsLabel ? $"{{{Text}{(IsGreedy ? "+" : "")}}}" : Text;
}

/// <summary>A query parameter that every call sends; a null value is a bare name.</summary>
internal sealed record QueryLiteral(string Name, string? Value);
