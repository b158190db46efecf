using System.Net;
using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Conformance.Credentials;

/// <summary>Responds as a recording says, in its order, and compares what is asked for.</summary>
internal sealed class ReplayHandler : HttpMessageHandler
{
    private static readonly string[] s_comparedHeaders = ["content-type", "x-aws-ec2-metadata-token"];

    private readonly List<IGrouping<int, JsonElement>> _exchanges;
    private int _next;

    /// <param name="recording">Null when nothing was sent.</param>
    public ReplayHandler(JsonElement? recording) =>
        _exchanges = recording is { } json
            ?
            [
                .. json.GetProperty("events")
                    .EnumerateArray()
                    .GroupBy(
                        static item => item.GetProperty("connection_id").GetInt32(),
                        static item => item.GetProperty("action")
                    )
                    .OrderBy(static exchange => exchange.Key),
            ]
            : [];

    /// <summary>What differed from the recording.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>Everything that was recorded has been sent, and nothing else.</summary>
    public void AssertComplete()
    {
        Assert.Equal([], Differences);
        Assert.Equal(_exchanges.Count, _next);
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (_next == _exchanges.Count)
        {
            Differences.Add($"{request.Method} {request.RequestUri} was not recorded");
            throw new HttpRequestException("The recording is over.");
        }

        JsonElement[] actions = [.. _exchanges[_next++]];
        Compare(
            request,
            actions.Select(static action => Part(action, "Request")).First(static part => part is not null)!.Value
        );
        JsonElement response = actions
            .Select(static action => Part(action, "Response"))
            .First(static part => part is not null)!
            .Value.GetProperty("response");
        if (response.TryGetProperty("Err", out JsonElement error))
        {
            throw new HttpRequestException(error.GetString());
        }

        JsonElement ok = response.GetProperty("Ok");
        HttpResponseMessage message = new((HttpStatusCode)ok.GetProperty("status").GetInt32())
        {
            Content = new ByteArrayContent(Body(actions)),
        };
        foreach (JsonProperty header in ok.GetProperty("headers").EnumerateObject())
        {
            string[] values = [.. header.Value.EnumerateArray().Select(static value => value.GetString()!)];
            _ =
                header.Name.Equals("content-length", StringComparison.OrdinalIgnoreCase)
                || message.Headers.TryAddWithoutValidation(header.Name, values)
                || message.Content.Headers.TryAddWithoutValidation(header.Name, values);
        }

        return Task.FromResult(message);
    }

    private void Compare(HttpRequestMessage sent, JsonElement action)
    {
        JsonElement recorded = action.GetProperty("request");
        Uri uri = new(recorded.GetProperty("uri").GetString()!);
        Same("method", recorded.GetProperty("method").GetString(), sent.Method.Method);
        // A slash at the end makes no difference to any of these services.
        Same("address", Address(uri), Address(sent.RequestUri!));
        Same("query", Sorted(uri.Query), Sorted(sent.RequestUri!.Query));
        foreach (string name in s_comparedHeaders)
        {
            if (recorded.GetProperty("headers").TryGetProperty(name, out JsonElement values))
            {
                string? value = sent.Headers.TryGetValues(name, out IEnumerable<string>? own)
                    ? own.Single()
                    : sent.Content?.Headers.GetValues(name).Single();
                Same(name, WithoutParameters(values[0].GetString()), WithoutParameters(value));
            }
        }
    }

    private void Same(string what, string? expected, string? actual)
    {
        if (expected != actual)
        {
            Differences.Add($"{what} {actual} instead of {expected}");
        }
    }

    private static string Address(Uri uri) => uri.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private static string? WithoutParameters(string? value) => value?.Split(';')[0];

    private static string Sorted(string query) =>
        string.Join('&', query.TrimStart('?').Split('&').Order(StringComparer.Ordinal));

    private static byte[] Body(IEnumerable<JsonElement> actions) =>
        [
            .. actions
                .Select(static action => Part(action, "Data"))
                .Where(static data => data?.GetProperty("direction").GetString() == "Response")
                .Select(static data => data!.Value.GetProperty("data"))
                .SelectMany(static data =>
                    data.TryGetProperty("Utf8", out JsonElement text)
                        ? Encoding.UTF8.GetBytes(text.GetString()!)
                        : data.GetProperty("Base64").GetBytesFromBase64()
                ),
        ];

    private static JsonElement? Part(JsonElement action, string kind) =>
        action.TryGetProperty(kind, out JsonElement part) ? part : null;
}
