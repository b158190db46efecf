using System.Text;

namespace SsoOidc.Emulator;

/// <summary>
/// A deviation from the proper response. With only a <see cref="Delay"/> the proper response comes late; otherwise the
/// operation is not carried out.
/// </summary>
public sealed class Fault
{
    /// <summary>How long to wait before anything else, by the emulator's clock.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The HTTP status of the false response; 200 if only a <see cref="Body"/> is given.</summary>
    public int? Status { get; init; }

    /// <summary>The body of the false response, sent as UTF-8.</summary>
    public string? Body { get; init; }

    /// <summary>The content type that the false response claims.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Additional headers of the false response.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether the connection is cut: before any response, or, with a <see cref="Status"/> or <see cref="Body"/>, after
    /// it and before the announced end.
    /// </summary>
    public bool CutConnection { get; init; }

    /// <summary>An error of SSO OIDC in the wire form of the service.</summary>
    /// <param name="error">The OAuth error code, such as <c>slow_down</c>.</param>
    /// <param name="description">The <c>error_description</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="error"/> is not a code of the service.</exception>
    public static Fault OAuth(string error, string description = "Scripted by a fault") =>
        new()
        {
            Status = OAuthError.Status(error),
            Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = OAuthError.ErrorType(error) },
            Body = Encoding.UTF8.GetString(
                JsonText
                    .Object(json =>
                    {
                        json.WriteString("error", error);
                        json.WriteString("error_description", description);
                    })
                    .Span
            ),
        };

    internal bool ReplacesResponse => Status is not null || Body is not null || CutConnection;
}
