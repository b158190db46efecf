namespace WebApp;

/// <summary>An account as this application shows it.</summary>
internal sealed record Account(string Id, string Name);
