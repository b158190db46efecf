using System.Text.Json.Nodes;

namespace SsoOidc.Tests.SignIn;

/// <summary>A request that a <see cref="ScriptedService"/> received.</summary>
internal sealed class ServiceCall(HttpRequestMessage request, string body, TimeSpan time)
{
    public Uri Url { get; } = request.RequestUri!;

    public string Path => Url.AbsolutePath;

    public string Method { get; } = request.Method.Method;

    public string? BearerToken { get; } =
        request.Headers.TryGetValues("x-amz-sso_bearer_token", out IEnumerable<string>? values)
            ? values.Single()
            : null;

    public string Body { get; } = body;

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>Seconds since the clock's start.</summary>
    public double Seconds { get; } = time.TotalSeconds;
}
