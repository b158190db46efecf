namespace SsoOidcGen.Runtime.Tests;

public sealed class AwsCredentialsTests
{
    [Theory]
    [InlineData("AKIDEXAMPLE", "AwsCredentials { AccessKeyId = …MPLE, Expiration =  }")]
    [InlineData("AKIDE", "AwsCredentials { AccessKeyId = …KIDE, Expiration =  }")]
    [InlineData("AKID", "AwsCredentials { AccessKeyId = …, Expiration =  }")]
    public void Their_text_is_the_end_of_the_key_and_of_their_time(string key, string text) =>
        Assert.Equal(text, new AwsCredentials(key, "secret", "token").ToString());

    [Fact]
    public void Their_text_has_the_time_in_UTC() =>
        Assert.Equal(
            "AwsCredentials { AccessKeyId = …MPLE, Expiration = 2026-01-01 12:00:00Z }",
            new AwsCredentials("AKIDEXAMPLE", "secret")
            {
                Expiration = new DateTimeOffset(2026, 1, 1, 14, 0, 0, TimeSpan.FromHours(2)),
            }.ToString()
        );

    [Theory]
    [InlineData("token", "token")]
    [InlineData("t", "t")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_empty_session_token_is_none(string? given, string? token) =>
        Assert.Equal(token, new AwsCredentials("AKID", "secret", given).SessionToken);

    [Fact]
    public void There_has_to_be_a_key_with_its_secret()
    {
        Assert.Throws<ArgumentException>("accessKeyId", static () => new AwsCredentials("", "secret"));
        Assert.Throws<ArgumentNullException>("accessKeyId", static () => new AwsCredentials(null!, "secret"));
        Assert.Throws<ArgumentException>("secretAccessKey", static () => new AwsCredentials("AKID", ""));
        Assert.Throws<ArgumentNullException>("secretAccessKey", static () => new AwsCredentials("AKID", null!));
    }
}
