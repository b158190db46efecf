using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SsoOidcGen.Parcels.Server;

/// <summary>Finds out who calls, and lets in whom the operation is for.</summary>
internal sealed class Gate
{
    public const string ApiKey = "key-0123456789abcdef";
    public const string UserName = "alice";
    public const string Password = "pässword of alice";

    private static readonly Caller[] s_usual = [Caller.ApiKey];
    private static readonly Dictionary<string, Caller[]> s_admitted = new()
    {
        ["GetServiceStatus"] = [Caller.Anonymous],
        ["GetUsage"] = [Caller.ApiKey, Caller.Password],
        ["IssueApiKey"] = [Caller.Password],
        ["TrackParcel"] = [Caller.Anonymous, Caller.ApiKey],
    };

    private readonly List<ServedCall> _calls = [];

    /// <summary>The calls that were let in.</summary>
    public IReadOnlyList<ServedCall> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    /// <exception cref="ServiceError">The operation is not for the caller.</exception>
    public Caller Admit(string operation, HttpRequest request)
    {
        Caller caller = Identify(request);
        if (!s_admitted.GetValueOrDefault(operation, s_usual).Contains(caller))
        {
            throw new ServiceError(403, "AccessDenied", $"{operation} is not for callers of the kind {caller}");
        }

        ServedCall call = new(
            operation,
            caller,
            $"{request.Method} {request.Path}{request.QueryString}",
            request.Headers.ToDictionary(
                static header => header.Key,
                static header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            )
        );
        lock (_calls)
        {
            _calls.Add(call);
        }

        return caller;
    }

    private static Caller Identify(HttpRequest request)
    {
        if (request.Headers.TryGetValue("X-Api-Key", out StringValues key))
        {
            // What clumsy services do: the message repeats the secret.
            return key == ApiKey
                ? Caller.ApiKey
                : throw new ServiceError(403, "AccessDenied", $"The key '{key}' is not known");
        }

        string authorization = request.Headers.Authorization.ToString();
        if (!authorization.StartsWith("Basic ", StringComparison.Ordinal))
        {
            return Caller.Anonymous;
        }

        string pair = Encoding.UTF8.GetString(Convert.FromBase64String(authorization["Basic ".Length..]));
        return pair == $"{UserName}:{Password}"
            ? Caller.Password
            : throw new ServiceError(401, "AccessDenied", $"Nobody signs in with '{pair}' ({authorization})");
    }
}
