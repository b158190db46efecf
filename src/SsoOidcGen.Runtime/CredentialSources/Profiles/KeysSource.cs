using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Keys that stand in a profile.</summary>
/// <param name="Keys">The keys, which are their own provider.</param>
/// <param name="Where">Where they stand.</param>
internal sealed record KeysSource(AwsCredentials Keys, string Where) : CredentialsSource
{
    public override string Name => Where;

    public override string Features => "n";

    public override IAwsCredentialsProvider CreateProvider(CredentialsSearch search) => Keys;

    // Credentials are no record: two objects with the same keys are the same source.
    public bool Equals(KeysSource? other) =>
        other is not null
        && (Where, Keys.AccessKeyId, Keys.SecretAccessKey, Keys.SessionToken, Keys.AccountId)
            == (
                other.Where,
                other.Keys.AccessKeyId,
                other.Keys.SecretAccessKey,
                other.Keys.SessionToken,
                other.Keys.AccountId
            );

    public override int GetHashCode() => HashCode.Combine(Where, Keys.AccessKeyId);
}
