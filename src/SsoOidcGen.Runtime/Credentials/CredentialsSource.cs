using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Where credentials come from, as it is configured; nothing has been asked yet. Equal sources share one provider.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract record CredentialsSource
{
    /// <summary>What messages call it, for example <c>profile dev</c>; no secret.</summary>
    public abstract string Name { get; }

    /// <summary>The letters that name it in a user agent, in the order in which credentials pass: <c>n,o,i</c> are keys of a profile that assume a role.</summary>
    public abstract string Features { get; }

    /// <summary>Makes the provider that all equal sources share.</summary>
    /// <param name="search">The settings of the first client that needs it.</param>
    public abstract IAwsCredentialsProvider CreateProvider(CredentialsSearch search);

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;
}
