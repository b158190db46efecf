using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class VanityRedirectTests
{
    [Theory]
    [InlineData("HEAD")]
    [InlineData("GET")]
    public async Task A_vanity_path_refers_to_its_start_URL(string method)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            VanityRedirects = new Dictionary<string, string> { ["/aws"] = EmulatorHarness.StartUrl },
        });

        EmulatorResponse answer = await harness.SendAsync(new HttpMethod(method), "aws");

        Assert.Equal(302, answer.Status);
        Assert.Equal(EmulatorHarness.StartUrl, answer.Header("Location"));
    }

    [Fact]
    public async Task A_server_that_knows_no_HEAD_can_be_scripted()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            VanityRedirects = new Dictionary<string, string> { ["/aws"] = EmulatorHarness.StartUrl },
        });
        harness.Emulator.Faults.Add(EmulatorOperation.VanityStartUrl, new Fault { Status = 405 });

        Assert.Equal(405, (await harness.SendAsync(HttpMethod.Head, "aws")).Status);
        Assert.Equal(302, (await harness.SendAsync(HttpMethod.Get, "aws")).Status);
    }
}
