using System.Text.Json;
using System.Text.Json.Nodes;

namespace SsoOidc.Interop.Boto3;

/// <summary>A client of boto3, in a process of its own that is told line by line what to call.</summary>
internal sealed class Boto3Client : IDisposable
{
    private readonly TempHome _home;
    private readonly ChildProcess _python;

    /// <param name="service">The service as boto3 calls it.</param>
    /// <param name="endpoint">Where it is.</param>
    /// <param name="environment">Environment variables to add.</param>
    public Boto3Client(string service, Uri endpoint, params IEnumerable<(string Name, string Value)> environment)
    {
        string python = ForeignProgram.Python();
        string script = Path.Combine(AppContext.BaseDirectory, "Boto3", "caller.py");
        _home = new TempHome();
        _python = ChildProcess.Start(
            _home,
            [python, script, service, endpoint.AbsoluteUri],
            [("AWS_MAX_ATTEMPTS", "1"), .. environment]
        );
    }

    /// <summary>Calls an operation.</summary>
    /// <param name="operation">The method of the client.</param>
    /// <param name="arguments">An object with the arguments.</param>
    /// <returns>What the method returned.</returns>
    public async Task<JsonNode> CallAsync(string operation, object arguments)
    {
        JsonNode response = await SendAsync(operation, arguments);
        Assert.Null(response["exception"]);
        return response;
    }

    /// <summary>Calls an operation that has to fail.</summary>
    /// <inheritdoc cref="CallAsync" path="/param"/>
    /// <returns>The response that the exception holds, and the name of its class as <c>exception</c>.</returns>
    public async Task<JsonNode> FailAsync(string operation, object arguments)
    {
        JsonNode response = await SendAsync(operation, arguments);
        Assert.NotNull(response["exception"]);
        return response;
    }

    public void Dispose()
    {
        _python.Dispose();
        _home.Dispose();
    }

    private async Task<JsonNode> SendAsync(string operation, object arguments)
    {
        await _python.Input.WriteLineAsync(JsonSerializer.Serialize(new { operation, arguments }));
        await _python.Input.FlushAsync();
        return await _python.Output.ReadLineAsync() is { } line
            ? JsonNode.Parse(line)!
            : throw new InvalidOperationException((await _python.WaitAsync()).Error);
    }
}
