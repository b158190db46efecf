using System.Collections.Immutable;
using System.Text;

namespace SsoOidc.Hostile.Wire;

/// <summary>
/// What a server does with one request, byte by byte. Unless it ends with <see cref="Close"/>, <see cref="Reset"/> or
/// <see cref="Hold"/>, the connection is kept for the next request.
/// </summary>
public sealed class Script
{
    private readonly string _name;
    private readonly ImmutableArray<Func<Connection, Task>> _steps;

    private Script(string name, ImmutableArray<Func<Connection, Task>> steps, bool readsRequest)
    {
        _name = name;
        _steps = steps;
        ReadsRequest = readsRequest;
    }

    /// <summary>False when the server acts as soon as it is connected to.</summary>
    public bool ReadsRequest { get; }

    public static Script Named(string name) => new(name, [], readsRequest: true);

    /// <summary>A well-formed response with a body of the announced length.</summary>
    public static Script Respond(string status, string body = "", params string[] headers) =>
        Named($"{status} {string.Join(' ', headers)} {body}".TrimEnd())
            .Head($"HTTP/1.1 {status}", [.. headers, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}"])
            .Send(body);

    public Script OnConnect() => new(_name, _steps, readsRequest: false);

    public Script Send(ReadOnlyMemory<byte> bytes) => Then(connection => connection.SendAsync(bytes));

    public Script Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends the status line, the headers and the empty line after them.</summary>
    public Script Head(string statusLine, params string[] headers) =>
        Send(string.Join("\r\n", [statusLine, .. headers, "", ""]));

    /// <summary>Sends the same again and again until the client has hung up.</summary>
    public Script SendForever(string text) =>
        Then(connection => connection.SendForeverAsync(Encoding.UTF8.GetBytes(text)));

    /// <summary>Lets something happen between two bytes.</summary>
    public Script Do(Action action) =>
        Then(_ =>
        {
            action();
            return Task.CompletedTask;
        });

    /// <summary>Waits for the test.</summary>
    public Script Await(Task task) => Then(_ => task);

    /// <summary>Closes the connection in an orderly way (FIN).</summary>
    public Script Close() => Then(static connection => connection.CloseAsync());

    /// <summary>Breaks the connection off (RST).</summary>
    public Script Reset() => Then(static connection => connection.ResetAsync());

    /// <summary>Sends nothing more and waits until the client has hung up.</summary>
    public Script Hold() => Then(static connection => connection.HoldAsync());

    public async Task PlayAsync(Connection connection)
    {
        foreach (Func<Connection, Task> step in _steps)
        {
            await step(connection);
        }
    }

    public override string ToString() => _name;

    private Script Then(Func<Connection, Task> step) => new(_name, _steps.Add(step), ReadsRequest);
}
