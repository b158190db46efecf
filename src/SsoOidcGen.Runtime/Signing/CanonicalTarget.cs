namespace SsoOidcGen.Runtime;

/// <summary>The canonical form of a request's path and query.</summary>
internal static class CanonicalTarget
{
    /// <summary>The path without dot segments and doubled slashes, percent-encoded once more than it is sent.</summary>
    /// <param name="path">The path as it is sent.</param>
    /// <param name="isKept">The service signs the path as it is sent.</param>
    public static string Path(string path, bool isKept)
    {
        if (path.Length == 0)
        {
            return "/";
        }

        return isKept ? path : PercentEncoding.EncodePath(Normalized(path));
    }

    /// <summary>The parameters sorted by name, then value. What is percent-encoded stays so.</summary>
    /// <param name="query">The query as it is sent, without question mark.</param>
    public static string Query(string query)
    {
        if (query.Length == 0)
        {
            return query;
        }

        string[] parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parameters.Length; i++)
        {
            int end = NameLength(parameters[i]);
            string name = PercentEncoding.Complete(parameters[i][..end]);
            string value = end < parameters[i].Length ? PercentEncoding.Complete(parameters[i][(end + 1)..]) : "";
            parameters[i] = $"{name}={value}";
        }

        Array.Sort(parameters, Compare);
        return string.Join('&', parameters);
    }

    private static string Normalized(string path)
    {
        bool isNormal =
            !path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal);
        if (isNormal)
        {
            return path;
        }

        List<string> segments = [];
        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment is not ("." or ".."))
            {
                segments.Add(segment);
            }
            else if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        string end = path[^1] == '/' && segments.Count > 0 ? "/" : "";
        return $"/{string.Join('/', segments)}{end}";
    }

    // Names are compared without the delimiter, which sorts after a hyphen.
    private static int Compare(string left, string right)
    {
        int leftEnd = NameLength(left);
        int rightEnd = NameLength(right);
        int order = left.AsSpan(0, leftEnd).SequenceCompareTo(right.AsSpan(0, rightEnd));
        return order != 0 ? order : left.AsSpan(leftEnd).SequenceCompareTo(right.AsSpan(rightEnd));
    }

    private static int NameLength(string parameter) =>
        parameter.IndexOf('=', StringComparison.Ordinal) is >= 0 and var delimiter ? delimiter : parameter.Length;
}
