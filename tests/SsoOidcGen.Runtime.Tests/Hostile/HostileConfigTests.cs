using System.Text;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Runtime.Tests.Hostile;

/// <summary>Whatever stands in the place of a shared config file is named, and never waited for.</summary>
public sealed class HostileConfigTests
{
    public HostileConfigTests() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The files are made with the means of Unix.");

    public static TheoryData<string> Refused =>
        [.. HostileFile.Unreadable.Except(["link to nowhere", "endless device"])];

    [Theory]
    [MemberData(nameof(Refused))]
    public void It_is_named(string kind)
    {
        using TestHome home = new();
        foreach (string file in (string[])[home.Environment.ConfigFile, home.Environment.CredentialsFile])
        {
            HostileFile.Place(kind, file);

            var error = Assert.Throws<ConfigurationException>(() => SharedConfig.Load(home.Environment));

            Assert.Contains(file, error.Message, StringComparison.Ordinal);
            if (kind == "directory")
            {
                Directory.Delete(file);
            }

            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("link to nowhere")]
    [InlineData("endless device")]
    [InlineData("nothing")]
    public void What_has_no_content_is_empty(string kind)
    {
        using TestHome home = new(credentials: "[dev]\nregion = here");
        HostileFile.Place(kind, home.Environment.ConfigFile);

        Assert.Equal(["dev"], SharedConfig.Load(home.Environment).Profiles.Keys);
    }

    [Fact]
    public void A_file_is_read_up_to_a_mebibyte()
    {
        const int Mebibyte = 1_048_576;
        const string Text = "[default]\nregion = here\n";
        using TestHome home = new(Text + new string('#', Mebibyte - Text.Length));
        Assert.Equal("here", SharedConfig.Load(home.Environment).Profiles["default"]["region"]);

        File.AppendAllText(home.Environment.ConfigFile, "#");

        var error = Assert.Throws<ConfigurationException>(() => SharedConfig.Load(home.Environment));
        Assert.Contains("larger than 1 MiB", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[default]\nregion = here")]
    public void A_file_that_others_read_at_the_same_time_is_read(string text)
    {
        using TestHome home = new(text);

        using FileStream other = new(home.Environment.ConfigFile, FileMode.Open, FileAccess.Read, FileShare.Read);

        Assert.Equal(text.Length == 0 ? [] : ["default"], SharedConfig.Load(home.Environment).Profiles.Keys);
    }

    [Theory]
    [InlineData("[default]\nregion = a\0b", "a\0b")]
    [InlineData("[default]\rregion = a\routput = x\r", "a")]
    [InlineData("\ufeff[default]\nregion = a", "a")]
    public void Odd_text_is_text(string config, string region)
    {
        using TestHome home = new(config);

        Assert.Equal(region, SharedConfig.Load(home.Environment).Profiles["default"]["region"]);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_harm_only_their_own_value()
    {
        using TestHome home = new();
        File.WriteAllBytes(
            home.Environment.ConfigFile,
            Encoding.Latin1.GetBytes("[default]\nname = M\u00fcller\nregion = here")
        );

        Assert.Equal("here", SharedConfig.Load(home.Environment).Profiles["default"]["region"]);
    }
}
