namespace SsoOidc.Hostile.Wire;

/// <summary>A request as it arrived.</summary>
/// <param name="Head">Request line and headers.</param>
/// <param name="Body">The body, a character for each byte.</param>
public sealed record ReceivedRequest(string Head, string Body)
{
    public string? Header(string name) => HeaderOf(Head, name);

    public static string? HeaderOf(string head, string name) =>
        head.Split("\r\n")
            .Skip(1)
            .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim())
            .FirstOrDefault();
}
