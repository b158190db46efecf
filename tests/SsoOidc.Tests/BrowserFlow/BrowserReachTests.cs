using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.BrowserFlow;

public class BrowserReachTests
{
    [Theory]
    [InlineData("DISPLAY", ":0")]
    [InlineData("WAYLAND_DISPLAY", "wayland-0")]
    [InlineData("WSL_DISTRO_NAME", "Debian")]
    [InlineData("BROWSER", "firefox")]
    public void A_desktop_has_a_browser_that_can_answer(string name, string value) =>
        Assert.Null(Obstacle([(name, value)]));

    [Theory]
    [InlineData("SSH_CONNECTION", "this is an SSH session, which your browser cannot call back")]
    [InlineData("SSH_CLIENT", "this is an SSH session, which your browser cannot call back")]
    [InlineData("SSH_TTY", "this is an SSH session, which your browser cannot call back")]
    [InlineData("CODESPACES", "this is a remote environment (CODESPACES is set), which your browser cannot call back")]
    [InlineData(
        "AWS_EXECUTION_ENV",
        "this is a remote environment (AWS_EXECUTION_ENV is set), which your browser cannot call back"
    )]
    [InlineData(
        "KUBERNETES_SERVICE_HOST",
        "this is a remote environment (KUBERNETES_SERVICE_HOST is set), which your browser cannot call back"
    )]
    [InlineData("container", "this is a container, which your browser cannot call back")]
    public void A_browser_elsewhere_cannot(string name, string obstacle) =>
        Assert.Equal(obstacle, Obstacle([("DISPLAY", ":0"), (name, "x")]));

    [Theory]
    [InlineData("/.dockerenv")]
    [InlineData("/run/.containerenv")]
    public void A_container_is_known_by_its_marker_file(string file) =>
        Assert.Equal(
            "this is a container, which your browser cannot call back",
            Obstacle([("DISPLAY", ":0")], existingFile: file)
        );

    [Fact]
    public void Linux_without_a_display_has_no_browser() =>
        Assert.Equal("this machine has no graphical display for a browser", Obstacle([]));

    [Fact]
    public void Other_systems_need_no_display_variable() => Assert.Null(Obstacle([], isLinux: false));

    private static string? Obstacle((string, string)[] variables, string? existingFile = null, bool isLinux = true) =>
        BrowserReach.FindObstacle(
            new AwsEnvironment("/home", variables.ToDictionary(pair => pair.Item1, pair => pair.Item2)),
            path => path == existingFile,
            isLinux
        );
}
