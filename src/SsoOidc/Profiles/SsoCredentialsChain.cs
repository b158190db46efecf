using System.ComponentModel;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidc.CompilerServices;

/// <summary>The default chain with profiles that a user has signed in to, with IAM Identity Center or <c>aws login</c>. Generated clients of projects that reference this library point to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SsoCredentialsChain
{
    /// <summary>The chain.</summary>
    public static CredentialsChain Instance { get; } = new DefaultCredentialsChain(FindSignedIn);

    /// <summary>The source of a profile that a user has signed in to; null when there is none that gives credentials.</summary>
    internal static CredentialsSource? FindSignedIn(CredentialsSearch search, ConfigSection profile) =>
        SsoRoleSource.Find(search, profile) ?? (CredentialsSource?)LoginSessionSource.Find(search, profile);
}
