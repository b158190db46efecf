using System.Text;
using CsCheck;

namespace SsoOidcGen.Runtime.Tests;

public sealed class SigV4SignerTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
    private static readonly SigningScope Scope = new("eu-central-1", "sso-oauth");
    private static readonly AwsCredentials Credentials = new("AKIDEXAMPLE", "secret", "token");

    [Fact]
    public void A_request_gets_the_date_in_UTC_the_token_and_the_scope()
    {
        using HttpRequestMessage message = Sign(new SigV4Signer(), "/token?aws_iam=t");

        string authorization = Header(message, "Authorization");
        Assert.Equal("20260102T010405Z", Header(message, "X-Amz-Date"));
        Assert.Equal("token", Header(message, "X-Amz-Security-Token"));
        Assert.Contains(
            "Credential=AKIDEXAMPLE/20260102/eu-central-1/sso-oauth/aws4_request,",
            authorization,
            StringComparison.Ordinal
        );
        Assert.Contains("SignedHeaders=host;x-amz-date;x-amz-security-token,", authorization, StringComparison.Ordinal);
    }

    [Fact]
    public void Signing_again_replaces_the_signature()
    {
        SigV4Signer signer = new();
        using HttpRequestMessage message = Sign(signer, "/");
        string first = Header(message, "Authorization");

        signer.Sign(message, PayloadHash.Of([]), new("AKIDOTHER", "other"), Scope, Time.AddDays(1));

        Assert.DoesNotContain(first, Header(message, "Authorization"), StringComparison.Ordinal);
        Assert.False(message.Headers.NonValidated.Contains("X-Amz-Security-Token"));
        Assert.Equal("20260103T010405Z", Header(message, "X-Amz-Date"));
    }

    [Fact]
    public void A_kept_key_is_used_for_nothing_else()
    {
        SigV4Signer used = new();
        (AwsCredentials, SigningScope, DateTimeOffset)[] cases =
        [
            (Credentials, Scope, Time),
            (new("AKIDEXAMPLE", "other", "token"), Scope, Time),
            (Credentials, Scope with { Region = "us-east-1" }, Time),
            (Credentials, Scope with { Service = "sso" }, Time),
            (Credentials, Scope, Time.AddDays(1)),
        ];

        foreach ((AwsCredentials credentials, SigningScope scope, DateTimeOffset time) in cases)
        {
            using HttpRequestMessage expected = new(HttpMethod.Get, "https://example.com/");
            using HttpRequestMessage actual = new(HttpMethod.Get, "https://example.com/");
            new SigV4Signer().Sign(expected, PayloadHash.Of([]), credentials, scope, time);
            used.Sign(actual, PayloadHash.Of([]), credentials, scope, time);

            Assert.Equal(Header(expected, "Authorization"), Header(actual, "Authorization"));
        }
    }

    [Fact]
    public void Headers_that_proxies_change_are_not_signed()
    {
        using HttpRequestMessage message = new(HttpMethod.Post, "https://example.com:8443/")
        {
            Content = new StringContent("{}", mediaType: new("application/json")),
        };
        message.Headers.UserAgent.ParseAdd("x/1");
        message.Headers.TransferEncodingChunked = true;
        message.Headers.ExpectContinue = true;
        message.Headers.TryAddWithoutValidation("X-Custom", "  a   b  ");

        PooledBuffer lines = new();
        Range names = CanonicalHeaders.Write(lines, message);

        Assert.Equal("content-type;host;x-custom", Encoding.UTF8.GetString(lines.WrittenSpan[names]));
        Assert.Equal(
            "content-type:application/json\nhost:example.com:8443\nx-custom:a b\n\ncontent-type;host;x-custom",
            Encoding.UTF8.GetString(lines.WrittenSpan)
        );
    }

    [Theory]
    [InlineData("a  b", "a b")]
    [InlineData("a\tb", "a b")]
    [InlineData(" a", "a")]
    [InlineData("a ", "a")]
    [InlineData("", "")]
    [InlineData("a b", "a b")]
    public void White_space_in_a_header_collapses(string value, string expected)
    {
        using HttpRequestMessage message = new(HttpMethod.Get, "https://example.com/");
        message.Headers.TryAddWithoutValidation("X-A", value);

        Assert.StartsWith($"host:example.com\nx-a:{expected}\n", Canonical(message));
    }

    [Fact]
    public void Headers_are_sorted_by_their_lower_case_names()
    {
        using HttpRequestMessage message = new(HttpMethod.Get, "https://example.com/");
        foreach (string name in (string[])["X-Ab", "x_a", "X-A", "B", "x-a-b"])
        {
            message.Headers.TryAddWithoutValidation(name, "1");
        }

        Assert.EndsWith("\n\nb;host;x-a;x-a-b;x-ab;x_a", Canonical(message));
    }

    [Fact]
    public void A_payload_left_out_of_the_signature_is_declared()
    {
        using HttpRequestMessage message = new(HttpMethod.Put, "https://example.com/");

        new SigV4Signer().Sign(message, PayloadHash.Unsigned, Credentials, Scope, Time);

        Assert.Equal(PayloadHash.Unsigned, Header(message, "X-Amz-Content-Sha256"));
        Assert.Contains("x-amz-content-sha256", Header(message, "Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_target_can_be_signed() =>
        Gen.Select(Gen.String, Gen.String, Gen.Bool)
            .Sample(
                (path, query, keepsPath) =>
                {
                    UriCreationOptions raw = new() { DangerousDisablePathAndQueryCanonicalization = true };
                    using HttpRequestMessage message = new(HttpMethod.Get, new Uri($"https://h/{path}?{query}", raw));
                    SigningScope scope = Scope with { KeepsPath = keepsPath };
                    new SigV4Signer().Sign(message, PayloadHash.Of([]), Credentials, scope, Time);
                    return message.Headers.NonValidated.Contains("Authorization");
                }
            );

    private static HttpRequestMessage Sign(SigV4Signer signer, string target)
    {
        HttpRequestMessage message = new(HttpMethod.Post, $"https://oidc.eu-central-1.amazonaws.com{target}");
        signer.Sign(message, PayloadHash.Of([]), Credentials, Scope, Time);
        return message;
    }

    private static string Header(HttpRequestMessage message, string name) =>
        message.Headers.NonValidated[name].ToString();

    private static string Canonical(HttpRequestMessage message)
    {
        PooledBuffer lines = new();
        CanonicalHeaders.Write(lines, message);
        return Encoding.UTF8.GetString(lines.WrittenSpan);
    }
}
