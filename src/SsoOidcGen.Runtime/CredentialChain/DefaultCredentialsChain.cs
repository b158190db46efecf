using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>
/// Looks for credentials as the AWS SDKs do: environment variables, web identity, the profile, the container, instance
/// metadata. What is configured but wrong ends the search.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DefaultCredentialsChain : CredentialsChain
{
    private readonly Func<CredentialsSearch, ConfigSection, CredentialsSource?>? _findSignedIn;

    /// <summary>Makes a chain that can use profiles that a user has signed in to.</summary>
    /// <param name="findSignedIn">Turns such a profile into a source; null when it gives a token alone.</param>
    public DefaultCredentialsChain(Func<CredentialsSearch, ConfigSection, CredentialsSource?> findSignedIn) =>
        _findSignedIn = findSignedIn;

    private DefaultCredentialsChain() { }

    /// <summary>The chain of programs that do not reference <c>SsoOidc</c>.</summary>
    public static DefaultCredentialsChain Instance { get; } = new();

    /// <inheritdoc/>
    /// <remarks>Keys in the environment are all that many programs have: the rest is another method's, compiled when it is needed.</remarks>
    public override IAwsCredentialsProvider Find(CredentialsSearch search) =>
        (search.IsProfileChosen ? null : EnvironmentCredentials.Find(search.Environment, search.TimeProvider))
        ?? FindFurther(search);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private FoundCredentials FindFurther(CredentialsSearch search) => new ChainSearch(search, _findSignedIn).Find();
}
