using System.Net;
using System.Text;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>Answers one request after the other as a test says, and keeps what was sent.</summary>
internal sealed class ScriptedHandler(params Func<HttpRequestMessage, HttpResponseMessage>[] answers)
    : HttpMessageHandler
{
    public List<SentRequest> Sent { get; } = [];

    public static Func<HttpRequestMessage, HttpResponseMessage> Answer(
        int status,
        string body = "",
        string? errorType = null,
        Action<HttpResponseMessage>? adjust = null
    ) =>
        _ =>
        {
            HttpResponseMessage response = new((HttpStatusCode)status)
            {
                Content = new StringContent(body, Encoding.UTF8),
            };
            if (errorType is not null)
            {
                response.Headers.Add("x-amzn-ErrorType", errorType);
            }

            response.Headers.Add("x-amzn-RequestId", "request-1");
            adjust?.Invoke(response);
            return response;
        };

    public static Func<HttpRequestMessage, HttpResponseMessage> Fail(Exception exception) => _ => throw exception;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Sent.Add(
            new SentRequest(
                request.Method.Method,
                request.RequestUri!,
                request
                    .Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
                    .ToDictionary(
                        header => header.Key,
                        header => string.Join(",", header.Value),
                        StringComparer.OrdinalIgnoreCase
                    ),
                request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken)
            )
        );
        return answers[Math.Min(Sent.Count, answers.Length) - 1](request);
    }
}

internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body);
