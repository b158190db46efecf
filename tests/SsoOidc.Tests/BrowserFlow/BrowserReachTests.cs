using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.BrowserFlow;

public class BrowserReachTests
{
    [Theory]
    [InlineData("DISPLAY", ":0")]
    [InlineData("WAYLAND_DISPLAY", "wayland-0")]
    [InlineData("WSL_DISTRO_NAME", "Debian")]
    public void A_desktop_has_a_browser_that_can_answer(string name, string value) =>
        Assert.Null(Obstacle([(name, value)]));

    [Theory]
    [InlineData("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22", "SSH")]
    [InlineData("CODESPACES", "true", "CODESPACES")]
    [InlineData("container", "podman", "container")]
    public void A_browser_elsewhere_cannot(string name, string value, string named) =>
        Assert.Contains(named, Obstacle([("DISPLAY", ":0"), (name, value)]));

    [Fact]
    public void A_container_is_known_by_its_marker_file() =>
        Assert.Contains("container", Obstacle([("DISPLAY", ":0")], existingFile: "/.dockerenv"));

    [Fact]
    public void Linux_without_a_display_has_no_browser() => Assert.Contains("display", Obstacle([]));

    [Fact]
    public void Other_systems_need_no_display_variable() => Assert.Null(Obstacle([], isLinux: false));

    private static string? Obstacle((string, string)[] variables, string? existingFile = null, bool isLinux = true) =>
        BrowserReach.FindObstacle(
            new AwsEnvironment("/home", variables.ToDictionary(pair => pair.Item1, pair => pair.Item2)),
            path => path == existingFile,
            isLinux
        );
}
