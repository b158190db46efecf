using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Snapshots;

/// <summary>One model with all that a message can have, generated for each protocol that it names.</summary>
public sealed class ProtocolCodeTests
{
    private static readonly Lazy<Generation> Rest = new(() => RoomsModel.Generate("restJson1"));

    [Fact]
    public void The_code_of_the_first_protocol_is_what_was_accepted() => Matches("restJson1", Rest.Value.Files);

    [Theory]
    [InlineData("restXml", "Converse;Dictate;PatchRoom;SetSign;ReplaceSign;GetSign;Unlock")]
    [InlineData("awsJson1_0", "Converse;Listen;CheckRoom")]
    [InlineData("rpcv2Cbor", "Converse;PatchRoom;CheckRoom;Unlock")]
    public void Files_that_another_protocol_changes_are_what_was_accepted(string protocol, string operations) =>
        Matches(
            protocol,
            RoomsModel
                .Generate(protocol, operations)
                .Files.Where(static file => Rest.Value.Files.GetValueOrDefault(file.Key) != file.Value)
        );

    private static void Matches(string protocol, IEnumerable<KeyValuePair<string, string>> files) =>
        Snapshot.Matches(files, $"{RoomsModel.Folder}/{protocol}.verified.txt");
}
