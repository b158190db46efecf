using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Diagnostics;

/// <summary>
/// What diagnostics say with the arguments that the tests bring about, a line each in <c>AcceptedMessages.verified.txt</c>. Lines
/// that are not there are added to <c>AcceptedMessages.received.txt</c>.
/// </summary>
internal static class AcceptedMessages
{
    private static readonly string Verified = Path.Combine(
        Repository.Root,
        "tests/SsoOidcGen.Tests/Diagnostics/AcceptedMessages.verified.txt"
    );

    private static readonly HashSet<string> Lines = [.. File.ReadAllLines(Verified)];

    private static readonly Lock Writing = new();

    /// <summary>Fails where a message is new.</summary>
    public static void AssertAccepted(string id, string message)
    {
        string line = $"{id}: {message.ReplaceLineEndings("\\n")}";
        if (Lines.Contains(line))
        {
            return;
        }

        string received = Verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
        lock (Writing)
        {
            File.AppendAllText(received, line + "\n");
        }

        Assert.Fail($"Not accepted yet: {line}\nRead it, and move it from {received} to {Path.GetFileName(Verified)}.");
    }
}
