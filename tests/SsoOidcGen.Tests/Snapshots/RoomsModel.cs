using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Snapshots;

/// <summary>A Smithy model with all that a message can have, of a service that speaks several protocols.</summary>
internal static class RoomsModel
{
    /// <summary>Where it is, relative to <c>tests</c>.</summary>
    public const string Folder = "SsoOidcGen.Tests/Snapshots/Rooms";

    private static readonly string Text = File.ReadAllText(
        Path.Combine(Repository.Root, "tests", Folder, "rooms.json")
    );

    /// <param name="protocol">Which of its protocols.</param>
    /// <param name="operations">Their names between semicolons; all when empty.</param>
    public static Generation Generate(string protocol, string operations = "") =>
        Generation.Run(ModelText.Model("rooms.json", Text, $"Rooms||{operations}||{protocol}"));
}
