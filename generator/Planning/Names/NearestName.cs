namespace SsoOidcGen.Planning.Names;

/// <summary>Guesses which name was meant by a misspelt one.</summary>
internal static class NearestName
{
    /// <summary>The name with the fewest edits, ignoring case; null when even that one differs in more than a third.</summary>
    public static string? Find(string misspelt, IEnumerable<string> names)
    {
        string? nearest = null;
        int fewest = Math.Max(misspelt.Length / 3, 1) + 1;
        foreach (string name in names)
        {
            int edits = EditDistance(misspelt.ToLowerInvariant(), name.ToLowerInvariant());
            if (edits < fewest)
            {
                fewest = edits;
                nearest = name;
            }
        }

        return nearest;
    }

    /// <summary>Levenshtein distance.</summary>
    private static int EditDistance(string left, string right)
    {
        int[] row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
