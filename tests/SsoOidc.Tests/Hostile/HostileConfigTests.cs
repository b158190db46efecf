using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using CsCheck;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Hostile;

/// <summary>The writer of the shared config file understands all that its reader understands, and touches nothing else.</summary>
public sealed class HostileConfigTests : IDisposable
{
    private static readonly SsoSession s_session = new()
    {
        Name = "dev",
        StartUrl = "https://d-1.awsapps.com/start",
        Region = "eu-west-1",
    };

    private static readonly Gen<byte[]> s_file = Gen.OneOf(
            "[sso-session dev]",
            "[sso-session 'dev' ] # x",
            "  [sso-session dev]",
            "[profile default]",
            "[default]",
            "\n[profile a]\n",
            "\n  [services s]\n",
            "\nregion = x\n",
            "\nsso_region = us-east-1\n",
            "\n  SSO_Region:y\n",
            "\ns3 =\n  a = b\n",
            "\n",
            "\n  ",
            "\n\t",
            "\r\n",
            "\r",
            "# c",
            "k = v",
            "ü",
            "\u00ff",
            "\0"
        )
        .List[0, 25]
        .Select(parts =>
            (byte[])[.. parts.SelectMany(part => part == "\u00ff" ? [0xff] : Encoding.UTF8.GetBytes(part))]
        );

    private readonly TempFolder _home = new();
    private readonly SsoConfigWriter _writer;

    public HostileConfigTests() => _writer = new SsoConfigWriter(new AwsEnvironment(_home.Path));

    public static TheoryData<string> Unreadable =>
        [.. HostileFile.Unreadable.Except(["link to nowhere", "endless device"])];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string ConfigPath => _home.File(".aws/config");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Whatever_is_read_is_edited_so_that_all_else_reads_as_before() =>
        await s_file.SampleAsync(
            async content =>
            {
                using TempFolder home = new();
                AwsEnvironment environment = new(home.Path);
                Directory.CreateDirectory(home.File(".aws"));
                await File.WriteAllBytesAsync(environment.ConfigFile, content);
                Dictionary<string, string>? before = TryFlatten(environment);

                Exception? refusal = await Record.ExceptionAsync(() =>
                    new SsoConfigWriter(environment).WriteRegionAsync(s_session, "eu-west-9")
                );

                if (before is null)
                {
                    byte[] left = await File.ReadAllBytesAsync(environment.ConfigFile);
                    return refusal is ConfigurationException && left.AsSpan().SequenceEqual(content);
                }

                before["sso-session dev sso_region"] = "eu-west-9";
                Dictionary<string, string>? after = TryFlatten(environment);
                return refusal is null
                    && after is not null
                    && after.Count == before.Count
                    && !after.Except(before).Any();
            },
            iter: 400
        );

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task A_byte_order_mark_stays_where_it_is(string encodingName)
    {
        Encoding encoding = Encoding.GetEncoding(encodingName);
        const string Text = "[sso-session dev]\r\nsso_region = us-east-1\r\n# ü\r\n";
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
        Place(content);

        await _writer.WriteRegionAsync(s_session, "eu-west-1", Token);

        string edited = Text.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal);
        byte[] expected = [.. encoding.GetPreamble(), .. encoding.GetBytes(edited)];
        Assert.Equal(expected, await File.ReadAllBytesAsync(ConfigPath, Token));
    }

    [Fact]
    public async Task Indented_lines_are_found_and_stay_indented()
    {
        Place("  [sso-session dev]\n  sso_region = us-east-1\n  [profile a]\n  region = a"u8);

        await _writer.WriteSessionAsync(s_session, Token);

        Assert.Equal(
            "  [sso-session dev]\n  sso_region = eu-west-1\n  sso_start_url = https://d-1.awsapps.com/start\n  [profile a]\n  region = a",
            await File.ReadAllTextAsync(ConfigPath, Token)
        );
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_kept()
    {
        byte[] latin1 = Encoding.Latin1.GetBytes("# M\u00fcller\n[profile a]\nname = \u00e9\n");
        Place(latin1);

        await _writer.WriteSessionAsync(s_session, Token);

        Assert.Equal(latin1, (await File.ReadAllBytesAsync(ConfigPath, Token))[..latin1.Length]);
    }

    [Fact]
    public async Task A_link_to_a_file_that_is_yet_to_be_made_is_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes a privilege on Windows.");
        Directory.CreateDirectory(_home.File(".aws"));
        File.CreateSymbolicLink(ConfigPath, _home.File("dotfiles/config"));

        await _writer.WriteSessionAsync(s_session, Token);

        Assert.NotNull(new FileInfo(ConfigPath).LinkTarget);
        Assert.Contains("[sso-session dev]", await File.ReadAllTextAsync(_home.File("dotfiles/config"), Token));
    }

    [UnsupportedOSPlatform("windows")]
    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.UserRead)]
    public async Task The_mode_is_kept_whatever_the_umask(UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        Place("[default]\n"u8);
        File.SetUnixFileMode(ConfigPath, mode);

        await _writer.WriteSessionAsync(s_session, Token);

        Assert.Equal(mode, File.GetUnixFileMode(ConfigPath));
        Assert.Contains("[sso-session dev]", await File.ReadAllTextAsync(ConfigPath, Token));
        Assert.Single(Directory.GetFiles(_home.File(".aws")));
    }

    [Fact]
    public async Task The_owner_is_kept_when_root_writes()
    {
        Assert.SkipUnless(
            !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess,
            "Only root can give files away."
        );
        Place("[sso-session dev]\nsso_region = us-gov-west-1\n# the end\n"u8);
        await RunAsync("chown", "12345:12345", ConfigPath);

        await _writer.WriteRegionAsync(s_session, "eu-west-1", Token);

        Assert.Equal("12345:12345\n", await RunAsync("stat", "-c", "%u:%g", ConfigPath));
        Assert.Equal(
            "[sso-session dev]\nsso_region = eu-west-1\n# the end\n",
            await File.ReadAllTextAsync(ConfigPath, Token)
        );
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_is_no_file_is_refused_and_left(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The files are made with the means of Unix.");
        HostileFile.Place(kind, ConfigPath);

        Exception? exception = await Record.ExceptionAsync(() => _writer.WriteSessionAsync(s_session, Token));

        Assert.True(exception is ConfigurationException or IOException, $"{exception}");
        Assert.True(Path.Exists(ConfigPath) || new FileInfo(ConfigPath).LinkTarget is not null);
    }

    [Theory]
    [InlineData("", "https://x.awsapps.com/start", "eu-west-1", "123456789012", "Reader")]
    [InlineData(" ", "https://x.awsapps.com/start", "eu-west-1", "123456789012", "Reader")]
    [InlineData("a\u0007", "https://x.awsapps.com/start", "eu-west-1", "123456789012", "Reader")]
    [InlineData("dev", "", "eu-west-1", "123456789012", "Reader")]
    [InlineData("dev", "x.awsapps.com/start", "eu-west-1", "123456789012", "Reader")]
    [InlineData("dev", "http://x.awsapps.com/start", "eu-west-1", "123456789012", "Reader")]
    [InlineData("dev", "ftp://127.0.0.1/start", "eu-west-1", "123456789012", "Reader")]
    [InlineData("dev", "file:///start", "eu-west-1", "123456789012", "Reader")]
    [InlineData("dev", "https://x.awsapps.com/start", "", "123456789012", "Reader")]
    [InlineData("dev", "https://x.awsapps.com/start", "evil.example/#", "123456789012", "Reader")]
    [InlineData("dev", "https://x.awsapps.com/start", "eu-west-1", "12345678901", "Reader")]
    [InlineData("dev", "https://x.awsapps.com/start", "eu-west-1", "12345678901\u0661", "Reader")]
    [InlineData("dev", "https://x.awsapps.com/start", "eu-west-1", "123456789012", "")]
    public async Task What_nobody_could_use_is_refused_before_anything_is_written(
        string name,
        string startUrl,
        string region,
        string accountId,
        string roleName
    )
    {
        SsoSession session = new()
        {
            Name = name,
            StartUrl = startUrl,
            Region = region,
        };

        await Assert.ThrowsAsync<ArgumentException>(() =>
            _writer.WriteProfileAsync("p", new SsoRole(session, accountId, roleName), cancellationToken: Token)
        );
        Assert.False(Path.Exists(ConfigPath));
    }

    [Fact]
    public async Task An_emulator_on_this_machine_needs_no_https()
    {
        await _writer.WriteSessionAsync(s_session with { StartUrl = "http://127.0.0.1:8080/start" }, Token);

        Assert.Contains("http://127.0.0.1:8080/start", await File.ReadAllTextAsync(ConfigPath, Token));
    }

    private static Dictionary<string, string>? TryFlatten(AwsEnvironment environment)
    {
        try
        {
            SharedConfig config = SharedConfig.Load(environment);
            return new[]
            {
                ("profile", config.Profiles),
                ("sso-session", config.SsoSessions),
                ("services", config.Services),
            }
                .SelectMany(kind => kind.Item2.Select(section => (Kind: kind.Item1, Name: section.Key, section.Value)))
                .SelectMany(section =>
                    section.Value.Values.Select(value =>
                        ($"{section.Kind} {section.Name} {value.Key}", value.Value.Text)
                    )
                )
                .ToDictionary();
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        string output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return output;
    }

    private void Place(ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(_home.File(".aws"));
        File.WriteAllBytes(ConfigPath, content.ToArray());
    }
}
