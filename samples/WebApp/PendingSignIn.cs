namespace WebApp;

/// <summary>A sign-in that waits for the user to open the page. The browser keeps it; all but the page is secret.</summary>
internal sealed record PendingSignIn(string ClientId, string ClientSecret, string DeviceCode, string Page);
