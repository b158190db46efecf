using System.Text;
using System.Text.Json;

namespace SsoOidc.Tests.Cache;

public class SsoTokenTests
{
    private static readonly SsoToken s_token = new()
    {
        StartUrl = "https://d-123.awsapps.com/start",
        Region = "us-west-2",
        AccessToken = "access-1",
        ExpiresAt = new DateTimeOffset(2021, 12, 25, 23, 30, 0, 999, TimeSpan.FromHours(2)),
        ClientId = "client",
        ClientSecret = "YSBzZWNyZXQ=",
        RegistrationExpiresAt = new DateTimeOffset(2022, 12, 25, 13, 30, 0, TimeSpan.Zero),
        RefreshToken = "refresh-1",
    };

    [Fact]
    public void Its_file_is_the_CLIs_byte_for_byte() =>
        Assert.Equal(
            """{"startUrl": "https://d-123.awsapps.com/start", "region": "us-west-2", "accessToken": "access-1", "expiresAt": "2021-12-25T21:30:00Z", "clientId": "client", "clientSecret": "YSBzZWNyZXQ=", "registrationExpiresAt": "2022-12-25T13:30:00Z", "refreshToken": "refresh-1"}""",
            Text(s_token)
        );

    [Fact]
    public void Without_a_refresh_token_its_file_has_no_such_member() =>
        Assert.EndsWith(
            "\"registrationExpiresAt\": \"2022-12-25T13:30:00Z\"}",
            Text(s_token with { RefreshToken = null })
        );

    [Fact]
    public void What_is_not_printable_ASCII_is_escaped_as_Python_does() =>
        Assert.Contains(
            """\u00e9\ud83d\ude00\"\\/<\u0001\u007f\n""",
            Text(s_token with { StartUrl = "é😀\"\\/<\u0001\u007f\n" })
        );

    [Theory]
    [InlineData("2021-12-25T21:30:00Z")]
    [InlineData("2021-12-25T21:30:00UTC")]
    [InlineData("2021-12-25T23:30:00+02:00")]
    [InlineData("2021-12-25T21:30:00.000000+00:00")]
    [InlineData("2021-12-25T21:30:00")]
    public void Every_form_of_time_that_AWS_tools_wrote_is_read(string text) =>
        Assert.Equal(
            new DateTimeOffset(2021, 12, 25, 21, 30, 0, TimeSpan.Zero),
            Read($$"""{"accessToken": "a", "expiresAt": "{{text}}"}""").ExpiresAt
        );

    [Fact]
    public void Members_of_other_tools_survive_a_rewrite_where_they_stood()
    {
        SsoToken read = Read(
            """{"accessToken":"old","future":{"n":1.50,"b":[true,null,"é"]},"expiresAt":"2021-12-25T21:30:00Z"}"""
        );

        Assert.Equal(
            """{"accessToken": "new", "future": {"n": 1.50, "b": [true, null, "\u00e9"]}, "expiresAt": "2021-12-25T21:30:00Z"}""",
            Text(read with { AccessToken = "new" })
        );
    }

    [Theory]
    [InlineData("""{"expiresAt": "2021-12-25T21:30:00Z"}""", "accessToken")]
    [InlineData("""{"accessToken": "hidden"}""", "expiresAt")]
    [InlineData("""{"accessToken": "hidden", "expiresAt": "tomorrow"}""", "expiresAt")]
    [InlineData("""{"accessToken": "hidden", "accessToken": "hidden", "expiresAt": "2021-12-25T21:30:00Z"}""", "JSON")]
    [InlineData("""["hidden"]""", "JSON")]
    [InlineData("""{"accessToken": "hidden""", "JSON")]
    [InlineData("", "JSON")]
    public void A_file_that_is_no_token_is_refused_without_quoting_it(string json, string named)
    {
        FormatException exception = Assert.Throws<FormatException>(() => Read(json));

        Assert.Contains(named, exception.Message);
        Assert.DoesNotContain("hidden", exception.ToString());
    }

    [Fact]
    public void Its_text_holds_no_secret()
    {
        string text = s_token.ToString();

        Assert.DoesNotContain(s_token.AccessToken, text);
        Assert.DoesNotContain(s_token.RefreshToken!, text);
        Assert.DoesNotContain(s_token.ClientSecret!, text);
    }

    [Fact]
    public void Its_text_says_whose_it_is_and_how_long_it_lasts()
    {
        Assert.Equal(
            "SsoToken { StartUrl = https://d-123.awsapps.com/start, Region = us-west-2, ExpiresAt = 2021-12-25 21:30:00Z, Refreshable = True }",
            s_token.ToString()
        );
        Assert.EndsWith("Refreshable = False }", (s_token with { RefreshToken = null }).ToString());
    }

    [Theory]
    [InlineData(true, true, true, 1, true)]
    [InlineData(true, true, true, 0, false)]
    [InlineData(false, true, true, 1, false)]
    [InlineData(true, false, true, 1, false)]
    [InlineData(true, true, false, 1, false)]
    [InlineData(true, true, true, null, false)]
    public void It_is_refreshed_with_all_that_a_refresh_takes(
        bool hasToken,
        bool hasClient,
        bool hasSecret,
        int? secondsLeft,
        bool isRefreshable
    )
    {
        DateTimeOffset now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        SsoToken token = s_token with
        {
            RefreshToken = hasToken ? "r" : null,
            ClientId = hasClient ? "c" : null,
            ClientSecret = hasSecret ? "s" : null,
            RegistrationExpiresAt = secondsLeft is { } seconds ? now.AddSeconds(seconds) : null,
        };

        Assert.Equal(isRefreshable, token.IsRefreshableAt(now));
    }

    [Fact]
    public void Every_member_is_read() => Assert.Equal(Text(s_token), Text(Read(Text(s_token)) with { }));

    [Fact]
    public void Every_member_has_its_place()
    {
        SsoToken read = Read(
            """
            {"startUrl": "u", "region": "us-west-2", "accessToken": "a", "expiresAt": "2026-01-01T00:00:00 UTC", "clientId": "c",
             "clientSecret": "s", "registrationExpiresAt": "2026-01-02T00:00:00+01:00", "refreshToken": "r"}
            """
        );

        Assert.Equal(
            ("u", "us-west-2", "a", "c", "s", "r"),
            (read.StartUrl, read.Region, read.AccessToken, read.ClientId, read.ClientSecret, read.RefreshToken)
        );
        Assert.Equal("2026-01-01T00:00:00.0000000+00:00", read.ExpiresAt.ToString("o"));
        Assert.Equal("2026-01-01T23:00:00.0000000+00:00", read.RegistrationExpiresAt?.ToString("o"));
    }

    [Theory]
    [InlineData("accessToken", "is missing or not a string of visible ASCII")]
    [InlineData("expiresAt", "is missing or not a point in time like 2026-01-31T08:30:00Z")]
    [InlineData("region", "is not a region such as eu-central-1")]
    public void A_member_that_is_wrong_is_named(string member, string problem)
    {
        Dictionary<string, string> members = new()
        {
            ["accessToken"] = "a",
            ["expiresAt"] = "2026-01-01T00:00:00Z",
            ["region"] = "us-west-2",
        };
        members[member] = "\u0001";

        FormatException exception = Assert.Throws<FormatException>(() => Read(JsonSerializer.Serialize(members)));

        Assert.Equal($"its member '{member}' {problem}", exception.Message);
    }

    private static string Text(SsoToken token) => Encoding.UTF8.GetString(token.ToJson());

    private static SsoToken Read(string json) => SsoToken.FromJson(Encoding.UTF8.GetBytes(json));
}
