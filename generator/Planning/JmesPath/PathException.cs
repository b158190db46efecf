namespace SsoOidcGen.Planning.JmesPath;

/// <summary>An expression has no C# form. Never leaves the planner.</summary>
internal sealed class PathException(string message) : Exception(message);
