using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests;

/// <summary>Clients share the provider of one source, and sources are told apart by all that they hold.</summary>
public sealed class KeysSourceTests
{
    private static readonly KeysSource s_source = Source();

    public static TheoryData<string> Differences => ["where", "key", "secret", "token", "account"];

    [Fact]
    public void The_same_keys_from_the_same_line_are_one_source()
    {
        Assert.Equal(s_source, Source());
        Assert.Equal(s_source.GetHashCode(), Source().GetHashCode());
        Assert.False(s_source.Equals(null));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void Any_difference_makes_another(string different) => Assert.NotEqual(s_source, Source(different));

    [Fact]
    public void Its_provider_is_shared_and_that_of_another_is_not()
    {
        using TestHome home = new();
        SharedConfig config = SharedConfig.Load(home.Environment);
        CredentialsSearch search = new()
        {
            Environment = home.Environment,
            Config = config,
            Profile = config.SelectProfile(),
        };

        IAwsCredentialsProvider first = SharedProviders.Get(Source(), search);

        Assert.Same(first, SharedProviders.Get(Source(), search));
        Assert.NotSame(first, SharedProviders.Get(Source("key"), search));
    }

    private static KeysSource Source(string different = "")
    {
        string Value(string part) => part == different ? "other" : part;
        return new KeysSource(
            new AwsCredentials(Value("key"), Value("secret"), Value("token")) { AccountId = Value("account") },
            Value("where")
        );
    }
}
