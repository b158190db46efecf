using System.Text.RegularExpressions;

namespace SsoOidcGen.Runtime.Tests;

public sealed class UserAgentTests
{
    [Fact]
    public void It_names_product_platform_language_and_retry_mode() =>
        Assert.Matches(
            new Regex(
                @"^SsoOidcGen/\d+\.\d+\.\d+ ua/2\.1 os/\w+#[\d.]+ md/arch#\w+ lang/dotnet#[\d.]+ m/E cfg/retry-mode#standard$",
                RegexOptions.None,
                TimeSpan.FromSeconds(10)
            ),
            UserAgent.Create(applicationId: null, executionEnvironment: "", hasCustomEndpoint: false)
        );

    [Fact]
    public void Its_version_is_that_of_the_assembly() =>
        Assert.Equal(UserAgent.ProductVersion, typeof(UserAgent).Assembly.GetName().Version!.ToString(3));

    [Fact]
    public void What_the_caller_says_of_itself_cannot_break_out_of_its_part()
    {
        string agent = UserAgent.Create("my app/1 (x)\r\nHost: y", "AWS_ECS_EC2#1", hasCustomEndpoint: true);

        Assert.Contains(" exec-env/AWS_ECS_EC2#1 m/E,N ", agent, StringComparison.Ordinal);
        Assert.EndsWith(" app/my-app-1--x---Host--y", agent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_platform_has_the_name_of_its_family()
    {
        string family =
            OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "macos"
            : "linux";

        Assert.Contains(
            $" os/{family}#{Environment.OSVersion.Version.ToString(3)} ",
            UserAgent.Create(applicationId: null, executionEnvironment: null, hasCustomEndpoint: false)
        );
    }

    [Fact]
    public void Letters_of_features_follow_those_of_the_client() =>
        Assert.EndsWith(
            " m/E,N,e,n cfg/retry-mode#standard app/a",
            UserAgent.WithFeatures(UserAgent.Create("a", "", hasCustomEndpoint: true), "e,n")
        );

    [Theory]
    [InlineData("aZ09!$%&'*+-.^_`|~,#", "aZ09!$%&'*+-.^_`|~,#")]
    [InlineData("a b\"(c)/d:e;f<g=h>?@[i]\\{j}ü", "a-b--c--d-e-f-g-h----i---j--")]
    public void Only_letters_digits_and_marks_of_tokens_stay(string id, string expected) =>
        Assert.EndsWith($" app/{expected}", UserAgent.Create(id, executionEnvironment: null, hasCustomEndpoint: false));
}
