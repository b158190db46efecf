namespace SsoOidc;

/// <summary>What the user has to be shown to sign in.</summary>
public abstract record SignInPrompt
{
    private protected SignInPrompt() { }

    /// <summary>The page to open in a browser; it may hold a code that belongs to this sign-in only.</summary>
    public abstract string Url { get; }

    /// <summary>Until when the sign-in can be approved.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Why this way of signing in was chosen, as a sentence; null when the caller chose it.</summary>
    public string? Explanation { get; init; }

    /// <summary>A browser was started with the page.</summary>
    public bool IsBrowserOpen { get; init; }
}
