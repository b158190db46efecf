using Amazon.Runtime;
using SsoOidcGen.AwsSdk;

namespace SsoOidcGen.Runtime.Tests.AwsSdk;

/// <summary>Credentials go from generated clients to the AWS SDK for .NET and back.</summary>
public sealed class CredentialsConversionsTests
{
    [Fact]
    public async Task The_SDK_gets_what_the_provider_gives()
    {
        AwsCredentials own = new("AKID", "secret", "token") { AccountId = "123456789012" };
        AWSCredentials sdk = new Provider(own).ToAwsSdk();

        foreach (ImmutableCredentials current in new[] { await sdk.GetCredentialsAsync(), sdk.GetCredentials() })
        {
            Assert.Equal(
                ("AKID", "secret", "token", "123456789012"),
                (current.AccessKey, current.SecretKey, current.Token, current.AccountId)
            );
        }
    }

    [Fact]
    public async Task Clients_get_what_the_SDK_gives()
    {
        SessionAWSCredentials sdk = new("AKID", "secret", "token", "123456789012");

        AwsCredentials own = await sdk.ToProvider().GetCredentialsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ("AKID", "secret", "token", "123456789012"),
            (own.AccessKeyId, own.SecretAccessKey, own.SessionToken, own.AccountId)
        );
    }

    [Fact]
    public void There_and_back_is_the_same_object()
    {
        Provider provider = new(new("AKID", "secret"));
        BasicAWSCredentials sdk = new("AKID", "secret");

        Assert.Same(provider, provider.ToAwsSdk().ToProvider());
        Assert.Same(sdk, sdk.ToProvider().ToAwsSdk());
        Assert.Throws<ArgumentNullException>("provider", () => ((IAwsCredentialsProvider)null!).ToAwsSdk());
        Assert.Throws<ArgumentNullException>("credentials", () => ((AWSCredentials)null!).ToProvider());
    }

    [Fact]
    public async Task Credentials_that_are_none_are_refused()
    {
        CredentialsException error = await Assert.ThrowsAsync<CredentialsException>(async () =>
            await new AnonymousAWSCredentials().ToProvider().GetCredentialsAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            "The AWS SDK's credentials are anonymous, and the operation has to be signed. Set others.",
            error.Message
        );
    }

    [Fact]
    public async Task An_error_of_the_SDK_is_told_as_one_of_credentials()
    {
        CredentialsException error = await Assert.ThrowsAsync<CredentialsException>(async () =>
            await new Failing().ToProvider().GetCredentialsAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal("The AWS SDK gave no credentials: No profile. Check what it is configured to use.", error.Message);
        Assert.IsType<AmazonClientException>(error.InnerException);
    }

    private sealed class Provider(AwsCredentials credentials) : IAwsCredentialsProvider
    {
        public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default) =>
            new(credentials);
    }

    private sealed class Failing : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("No profile.");
    }
}
