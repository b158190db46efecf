using System.Runtime.CompilerServices;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>The events of a request, encoded one by one as the connection takes them.</summary>
internal sealed class RequestEvents
{
    private readonly Func<CancellationToken, IAsyncEnumerable<byte[]>> _frames;

    private RequestEvents(Func<CancellationToken, IAsyncEnumerable<byte[]>> frames) => _frames = frames;

    /// <summary>The caller was asked for its first event; nobody can ask for it again.</summary>
    public bool IsStarted { get; private set; }

    public static RequestEvents Create<TEvent>(
        string operation,
        IAsyncEnumerable<TEvent> events,
        Action<TEvent, EventWriter> write,
        InputValidator<TEvent>? validate,
        byte[]? initial = null
    ) => new(cancellationToken => EncodeAsync(operation, events, write, validate, initial, cancellationToken));

    public HttpContent CreateContent(HttpRequestMessage message) => new EventStreamContent(message, this);

    public IAsyncEnumerable<byte[]> TakeFrames(CancellationToken cancellationToken)
    {
        IsStarted = true;
        return _frames(cancellationToken);
    }

    private static async IAsyncEnumerable<byte[]> EncodeAsync<TEvent>(
        string operation,
        IAsyncEnumerable<TEvent> events,
        Action<TEvent, EventWriter> write,
        InputValidator<TEvent>? validate,
        byte[]? initial,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (initial is not null)
        {
            yield return initial;
        }

        EventWriter writer = new();
        await foreach (TEvent item in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Validate(operation, item, validate);
            write(item, writer);
            yield return writer.TakeFrame();
        }
    }

    private static void Validate<TEvent>(string operation, TEvent item, InputValidator<TEvent>? validate)
    {
        ValidationErrors errors = default;
        validate?.Invoke(item, ref errors);
        if (errors.All is { } all)
        {
            throw new RequestValidationException(operation, all);
        }
    }
}
