using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SsoOidc.Tests.SignIn;

/// <summary>Answers each path with what a test scripted, the last answer again and again, and remembers what was asked when.</summary>
internal sealed class ScriptedService(TimeProvider timeProvider) : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<Func<CancellationToken, Task<HttpResponseMessage>>>> _answers = [];
    private readonly List<ServiceCall> _calls = [];

    public IReadOnlyList<ServiceCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public IReadOnlyList<ServiceCall> CallsTo(string path) => [.. Calls.Where(call => call.Path == path)];

    public ScriptedService On(string path, params object[] answers)
    {
        foreach (object answer in answers)
        {
            On(path, _ => Task.FromResult(Json(HttpStatusCode.OK, JsonNode.Parse(answer.ToString()!)!)));
        }

        return this;
    }

    public ScriptedService On(string path, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        if (!_answers.TryGetValue(path, out var queue))
        {
            _answers[path] = queue = [];
        }

        queue.Enqueue(answer);
        return this;
    }

    public ScriptedService OnError(string path, string error, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        On(
            path,
            _ =>
                Task.FromResult(
                    Json(status, new JsonObject { ["error"] = error, ["error_description"] = $"It is {error}." })
                )
        );

    public ScriptedService OnFailure(string path) =>
        On(path, _ => throw new HttpRequestException("connection refused"));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(token);
        Func<CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_lock)
        {
            _calls.Add(new ServiceCall(request, body, timeProvider.GetUtcNow() - RecordingTime.Origin));
            var queue = _answers[request.RequestUri!.AbsolutePath];
            answer = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
        }

        return await answer(token);
    }

    private static HttpResponseMessage Json(HttpStatusCode status, JsonNode body) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
