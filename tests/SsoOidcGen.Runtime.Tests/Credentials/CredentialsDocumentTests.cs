using System.Text;

namespace SsoOidcGen.Runtime.Tests;

/// <summary>The JSON in which containers, instances and commands give credentials.</summary>
public sealed class CredentialsDocumentTests
{
    private const string Keys = "\"AccessKeyId\": \"k\", \"SecretAccessKey\": \"s\"";

    [Theory]
    [InlineData("", "k s - - -")]
    [InlineData(", \"Token\": \"t\"", "k s t - -")]
    [InlineData(", \"SessionToken\": \"u\"", "k s u - -")]
    [InlineData(", \"SessionToken\": \"u\", \"Token\": \"t\"", "k s t - -")]
    [InlineData(", \"SessionToken\": \"u\", \"Token\": \"\"", "k s u - -")]
    [InlineData(", \"AccountId\": \"1\"", "k s - 1 -")]
    [InlineData(", \"Expiration\": \"2026-01-01T12:00:00Z\"", "k s - - 2026-01-01T12:00:00+00:00")]
    [InlineData(", \"ExpiresAt\": \"2026-01-01T12:00:00Z\"", "k s - - 2026-01-01T12:00:00+00:00")]
    [InlineData(
        ", \"ExpiresAt\": \"soon\", \"Expiration\": \"2026-01-01T14:00:00+02:00\"",
        "k s - - 2026-01-01T12:00:00+00:00"
    )]
    [InlineData(", \"Expiration\": \"soon\"", null)]
    [InlineData(", \"accesskeyid\": \"other\"", "k s - - -")]
    [InlineData(
        ", \"Token\": {\"Token\": \"t\"}, \"Other\": [{\"AccountId\": \"1\"}], \"AccountId\": \"2\"",
        "k s - 2 -"
    )]
    [InlineData(", \"Token\": 1, \"SessionToken\": null", "k s - - -")]
    public void Every_member_has_its_place(string members, string? expected) =>
        Assert.Equal(expected, Text(Parse($"{{{Keys}{members}}}")?.ToCredentials()));

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"AccessKeyId\": \"k\"}")]
    [InlineData("{\"SecretAccessKey\": \"s\"}")]
    [InlineData("{\"AccessKeyId\": \"\", \"SecretAccessKey\": \"s\"}")]
    [InlineData("{\"AccessKeyId\": \"k\", \"SecretAccessKey\": \"\"}")]
    public void Without_a_key_and_its_secret_there_are_no_credentials(string json)
    {
        CredentialsDocument? document = Parse(json);

        Assert.NotNull(document);
        Assert.Null(document.ToCredentials());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{" + Keys)]
    [InlineData("{" + Keys + "} {}")]
    [InlineData("{" + Keys + ", \"Token\": \"\\ud800\"}")]
    public void What_is_no_object_is_no_document(string json) => Assert.Null(Parse(json));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    [InlineData("\"1\"", null)]
    [InlineData("1.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("null", null)]
    public void A_version_is_a_whole_number(string version, int? expected) =>
        Assert.Equal(expected, Parse($"{{\"Other\": 3, \"Version\": {version}}}")?.Version);

    [Fact]
    public void The_account_that_is_known_otherwise_steps_in()
    {
        Assert.Equal("2", Parse($"{{{Keys}}}")?.ToCredentials("2")?.AccountId);
        Assert.Equal("1", Parse($"{{{Keys}, \"AccountId\": \"1\"}}")?.ToCredentials("2")?.AccountId);
    }

    [Fact]
    public void Names_are_compared_as_the_source_says()
    {
        byte[] json = Encoding.UTF8.GetBytes("{\"accesskeyid\": \"k\", \"SECRETACCESSKEY\": \"s\"}");

        Assert.Equal("k", CredentialsDocument.TryParse(json)?.ToCredentials()?.AccessKeyId);
        Assert.Null(CredentialsDocument.TryParse(json, StringComparer.Ordinal)?.ToCredentials());
    }

    private static CredentialsDocument? Parse(string json) =>
        CredentialsDocument.TryParse(Encoding.UTF8.GetBytes(json));

    private static string? Text(AwsCredentials? credentials) =>
        credentials is null
            ? null
            : string.Join(
                ' ',
                credentials.AccessKeyId,
                credentials.SecretAccessKey,
                credentials.SessionToken ?? "-",
                credentials.AccountId ?? "-",
                credentials.Expiration?.ToString("yyyy-MM-dd'T'HH:mm:sszzz") ?? "-"
            );
}
