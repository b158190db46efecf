namespace SsoOidcGen.Runtime;

/// <summary>Letters that name where credentials come from in a user agent, separated by commas; each stands there once.</summary>
internal static class SourceFeatures
{
    /// <param name="features">The letters.</param>
    /// <param name="more">Those that come after them.</param>
    public static string Union(string features, string more)
    {
        foreach (string letter in more.Split(','))
        {
            if (Array.IndexOf(features.Split(','), letter) < 0)
            {
                features += "," + letter;
            }
        }

        return features;
    }
}
