namespace SsoOidc.Tests.Emulator;

public sealed class StsTests
{
    [Theory]
    [InlineData("AssumeRole", 403, "MissingAuthenticationTokenException")]
    [InlineData("GetCallerIdentity", 403, "MissingAuthenticationTokenException")]
    [InlineData("AssumeRoleWithWebIdentity", 400, "ValidationError")]
    [InlineData("GetSessionToken", 400, "InvalidAction")]
    public async Task What_is_not_signed_or_not_known_is_refused(string action, int status, string code)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse answer = await harness.PostFormAsync(
            "",
            origin: null,
            ("Action", action),
            ("Version", "2011-06-15"),
            ("RoleArn", "arn:aws:iam::111111111111:role/Admin"),
            ("RoleSessionName", "session")
        );

        Assert.Equal((status, "text/xml"), (answer.Status, answer.ContentType));
        Assert.Contains($"<Code>{code}</Code>", answer.Body);
    }
}
