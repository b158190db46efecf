using System.ComponentModel;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidc.CompilerServices;

/// <summary>The default chain with profiles of IAM Identity Center. Generated clients of projects that reference this library point to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SsoCredentialsChain
{
    /// <summary>The chain.</summary>
    public static CredentialsChain Instance { get; } = new DefaultCredentialsChain(SsoRoleSource.Find);
}
