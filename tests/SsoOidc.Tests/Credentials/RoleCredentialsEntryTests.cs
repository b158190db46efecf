using System.Text;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Credentials;

public class RoleCredentialsEntryTests
{
    private const string Json =
        """{"ProviderType": "sso", "Credentials": {"AccessKeyId": "a", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "2026-01-31T08:30:00Z", "AccountId": "012345678901"}}""";

    [Fact]
    public void The_CLIs_file_is_read_and_written_byte_for_byte()
    {
        AwsCredentials credentials = RoleCredentialsEntry.FromJson(Encoding.UTF8.GetBytes(Json));

        Assert.Equal(("a", "s", "t"), (credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken));
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 8, 30, 0, TimeSpan.Zero), credentials.Expiration);
        Assert.Equal("012345678901", credentials.AccountId);
        Assert.Equal(Json, Encoding.UTF8.GetString(RoleCredentialsEntry.ToJson(credentials)));
    }

    [Theory]
    [InlineData("""{"ProviderType": "sso"}""")]
    [InlineData("""{"ProviderType": "sso", "Credentials": {"AccessKeyId": "a"}}""")]
    [InlineData("nothing")]
    public void Anything_else_is_no_entry(string json) =>
        Assert.Throws<FormatException>(() => RoleCredentialsEntry.FromJson(Encoding.UTF8.GetBytes(json)));

    /// <summary>Sign-out removes these, even when they are damaged: their secrets may be legible.</summary>
    [Theory]
    [InlineData(Json, true)]
    [InlineData("""{"ProviderType": "sso", "Credentials": {"SecretAcc""", true)]
    [InlineData("\"ProviderType\": \"sso\", \"Credentials\"", true)]
    [InlineData("""{"ProviderType": "assume-role", "Credentials": {}}""", false)]
    [InlineData("""{"ProviderType": "assume-role", "Credentials": {"SecretAcc""", false)]
    [InlineData("{}", false)]
    [InlineData("", false)]
    public void Credentials_of_an_access_portal_are_told_from_others(string json, bool expected) =>
        Assert.Equal(expected, RoleCredentialsEntry.IsFromPortal(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Credentials_without_an_end_or_an_account_are_written_as_such() =>
        Assert.Equal(
            """{"ProviderType": "sso", "Credentials": {"AccessKeyId": "a", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": null, "AccountId": null}}""",
            Encoding.UTF8.GetString(RoleCredentialsEntry.ToJson(new AwsCredentials("a", "s", "t")))
        );
}
