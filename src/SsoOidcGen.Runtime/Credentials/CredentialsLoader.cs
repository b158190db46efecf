using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Gets credentials from one source, anew each time. <see cref="FreshCredentials"/> decides when, and asks one at a time.</summary>
/// <remarks>
/// A load has a thread of its own, so it can simply wait: there are few in the life of a program, and it holds up nobody.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CredentialsLoader
{
    /// <summary>What messages call the source; no secret.</summary>
    public abstract string Source { get; }

    /// <summary>The last credentials stay in use while the source fails, also after they have expired (static stability).</summary>
    public virtual bool IsStaticallyStable => false;

    /// <summary>Loading may ask the user for something, so it is put off until the credentials have nearly expired.</summary>
    public virtual bool IsInteractive => false;

    /// <summary>Ends within limits of its own: the load is shared, so no caller's cancellation reaches it.</summary>
    /// <exception cref="CredentialsException">The source failed.</exception>
    public abstract AwsCredentials Load();
}
