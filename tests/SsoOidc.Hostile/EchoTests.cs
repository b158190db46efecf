using System.Diagnostics;
using SsoOidc.Hostile.Vault;
using SsoOidc.Hostile.Wire;
using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Servers that repeat the secrets of a request in their errors.</summary>
public sealed class EchoTests
{
    private const string Secret = Trial.ClientSecret;

    public static TheoryData<Script> Echoes =>
        [
            Error($$"""{"error":"invalid_grant","error_description":"Unknown: {{Secret}}"}"""),
            Error($$"""{"error":"{{Secret}}","error_description":"no"}"""),
            Error($$"""{"__type":"{{Secret}}"}"""),
            Error($$"""{"code":"{{Secret}}","message":"no"}"""),
            Error($$"""{"message":"{{Secret}}{{Secret}} {{Trial.DeviceCode}}"}"""),
            Error($$"""{"message":"{{Escaped(Secret)}}"}"""),
            Error($$"""{"message":"{\"clientSecret\":\"{{Secret}}\",\"deviceCode\":\"{{Trial.DeviceCode}}\"}"}"""),
            Error($$"""{"message":"{{Secret}}" """),
            Error($$"""["{{Secret}}"]"""),
            Error($"\"{Secret}\""),
            Error($"Bad value {Secret}"),
            Error($"<html>Bad value {Secret}</html>"),
            Error(new string('x', 250) + Secret),
            Error("{}", $"x-amzn-ErrorType: {Secret}"),
            Error("{}", $"x-amzn-RequestId: {Secret}"),
            Script.Named("in the reason phrase").Head($"HTTP/1.1 400 {Secret}", "Content-Length: 0"),
            Script.Named("cut").Head("HTTP/1.1 400 No", "Content-Length: 999").Send($"Bad value {Secret}").Close(),
            Script.Named("a success").Head("HTTP/1.1 200 OK", "Content-Length: 30").Send($"\"{Secret}xxxxxxxx\""),
            Script.Named("no HTTP").Send($"{Secret}\r\n\r\n").Close(),
            Script.Named("a bad header").Send($"HTTP/1.1 200 OK\r\n{Secret}\r\n\r\n").Close(),
        ];

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task No_secret_of_a_request_is_in_the_error(Script script)
    {
        await using Trial trial = new(script);
        trial.Options.MaxAttempts = 1;

        Exception? failure = await Record.ExceptionAsync(() => trial.CallAsync());

        ServiceException error = Assert.IsAssignableFrom<ServiceException>(failure);
        Trial.AssertNoSecret(error);
    }

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task No_secret_of_a_request_is_in_its_trace(Script script)
    {
        await using Trial trial = new(script);
        trial.Options.MaxAttempts = 1;

        Activity activity = Assert.Single(await Traces.OfAsync(() => trial.CallAsync()));

        Assert.All(activity.TagObjects, static tag => Assert.DoesNotContain("s3cret", $"{tag.Value}"));
        Assert.DoesNotContain("s3cret", activity.StatusDescription ?? "");
        Assert.Empty(activity.Events);
    }

    [Fact]
    public async Task No_token_of_a_header_is_in_the_error()
    {
        await using Trial trial = new(Error("""{"message":"Session s3cret-of-the-portal not found"}"""));
        using SsoPortalClient portal = new(trial.Options);

        Exception? failure = await Record.ExceptionAsync(() =>
            portal.LogoutAsync(new LogoutRequest { AccessToken = "s3cret-of-the-portal" })
        );

        Trial.AssertNoSecret(Assert.IsAssignableFrom<ServiceException>(failure));
    }

    [Theory]
    [InlineData("s3cret-bearer")]
    [InlineData("Bearer s3cret-bearer")]
    public async Task No_bearer_token_is_in_the_error(string echo)
    {
        await using Trial trial = new(Error($$"""{"message":"Not accepted: {{echo}}"}"""));

        Exception? failure = await Record.ExceptionAsync(() => trial.Vault.OpenAsync(new OpenRequest()));

        Trial.AssertNoSecret(Assert.IsAssignableFrom<ServiceException>(failure));
    }

    [Theory]
    [InlineData("s3cret-session")]
    [InlineData("s3cret-content")]
    public async Task No_secret_of_a_signed_request_is_in_the_error(string echo)
    {
        await using Trial trial = new(
            Script.Respond(
                "409 Conflict",
                $$"""{"__type":"SealedException","message":"{{echo}}","secret":"{{echo}}"}"""
            )
        );

        Exception? failure = await Record.ExceptionAsync(() =>
            trial.Vault.SealAsync(new SealRequest { Secret = "s3cret-content" })
        );

        Trial.AssertNoSecret(Assert.IsType<SealedException>(failure));
    }

    private static Script Error(string body, params string[] headers) =>
        Script.Respond("400 Bad Request", body, headers);

    private static string Escaped(string text) => string.Concat(text.Select(static letter => $"\\u{(int)letter:x4}"));
}
