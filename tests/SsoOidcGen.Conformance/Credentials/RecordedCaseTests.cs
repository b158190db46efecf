using System.Globalization;
using System.Text.Json;
using SsoOidc;
using SsoOidc.CompilerServices;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Credentials;

/// <summary>Replays whole searches for credentials.</summary>
public sealed class RecordedCaseTests
{
    public static TheoryData<string> Chains => Names("default-chain", "imds-extended");

    public static TheoryData<string> Profiles => Names("profile-provider");

    public static TheoryData<string> Tokens => Names("token-chain");

    [Theory]
    [MemberData(nameof(Chains))]
    public Task The_default_chain_ends_as_recorded(string name) =>
        ReplayAsync(name, static search => SsoCredentialsChain.Instance.Find(search));

    [Theory]
    [MemberData(nameof(Profiles))]
    public Task A_profile_ends_as_recorded(string name) =>
        ReplayAsync(
            name,
            static search =>
                new ProfileSources(search, SsoCredentialsChain.FindSignedIn).Find(search.Profile) is { } source
                    ? SharedProviders.Get(source, search)
                    : throw new MissingCredentialsException("The profile has no credentials.")
        );

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_token_is_that_of_the_session_of_the_profile(string name)
    {
        using RecordedCase recorded = new(name);
        SsoSession session = SharedConfig.Load(recorded.Environment).FindSsoSession()!;
        using SsoLogin login = new(
            session,
            new SsoLoginOptions
            {
                TokenStore = FileTokenStore.ForTokens(recorded.Environment, new HastyTime(DateTimeOffset.UnixEpoch)),
            }
        );

        SsoToken token = await login.GetTokenAsync(TestContext.Current.CancellationToken);

        JsonElement expected = recorded.Result.GetProperty("Ok");
        Assert.Equal(expected.GetProperty("token").GetString(), token.AccessToken);
        Assert.Equal(
            DateTimeOffset.Parse(expected.GetProperty("expiration").GetString()!, CultureInfo.InvariantCulture),
            token.ExpiresAt
        );
    }

    private static async Task ReplayAsync(string name, Func<CredentialsSearch, IAwsCredentialsProvider> find)
    {
        KnownDifferences.SkipListed(name);
        using RecordedCase recorded = new(name);
        string outcome;
        try
        {
            AwsCredentials credentials = await find(Search(recorded))
                .GetCredentialsAsync(TestContext.Current.CancellationToken);
            outcome = Shown(credentials);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            Assert.True(recorded.Result.TryGetProperty("ErrorContains", out _), exception.ToString());
            AssertNoSecret(recorded, exception);
            outcome = "error";
        }

        Assert.Equal(recorded.Result.TryGetProperty("Ok", out JsonElement ok) ? Shown(ok) : "error", outcome);
        recorded.Traffic.AssertComplete();
    }

    private static bool IsExpected(Exception exception) =>
        exception
            is MissingCredentialsException
                or ConfigurationException
                or CredentialsException
                or ServiceException
                or SsoException;

    private static CredentialsSearch Search(RecordedCase recorded)
    {
        ServiceClientOptions options = new()
        {
            Environment = recorded.Environment,
            TimeProvider = new HastyTime(DateTimeOffset.UnixEpoch),
            // Some cases send secrets to endpoints that are configured so.
            AllowPlainHttp = true,
        };
        return new ClientSettings(options, "STS").Authentication.CreateSearch().Over(recorded.Traffic);
    }

    private static void AssertNoSecret(RecordedCase recorded, Exception exception)
    {
        if (recorded.Environment.Variable("AWS_SECRET_ACCESS_KEY")?.Trim() is { Length: > 0 } secret)
        {
            Assert.DoesNotContain(secret, exception.ToString(), StringComparison.Ordinal);
        }
    }

    private static string Shown(AwsCredentials credentials) =>
        string.Join(
            ' ',
            credentials.AccessKeyId,
            credentials.SecretAccessKey,
            credentials.SessionToken ?? "-",
            credentials.AccountId ?? "-",
            credentials.Expiration?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "-"
        );

    private static string Shown(JsonElement ok)
    {
        return string.Join(
            ' ',
            Text("access_key_id"),
            Text("secret_access_key"),
            Text("session_token"),
            Text("account_id"),
            Text("expiry")
        );

        string Text(string name) => ok.TryGetProperty(name, out JsonElement value) ? value.ToString() : "-";
    }

    private static TheoryData<string> Names(params string[] folders) => [.. folders.SelectMany(NamesIn)];

    private static IEnumerable<string> NamesIn(string folder)
    {
        string path = Path.Combine(Repository.Data, "credentials-tests", folder);
        return Directory.Exists(path)
            ? Directory
                .EnumerateDirectories(path)
                .Select(directory => $"{folder}/{Path.GetFileName(directory)}")
                .Order(StringComparer.Ordinal)
            : [];
    }
}
