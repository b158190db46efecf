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
        byte[]? initial = null,
        Func<ServiceException, EventWriter, bool>? writeException = null
    ) =>
        new(cancellationToken =>
            EncodeAsync(operation, events, write, validate, initial, writeException, cancellationToken)
        );

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
        Func<ServiceException, EventWriter, bool>? writeException,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (initial is not null)
        {
            yield return initial;
        }

        EventWriter writer = new();
        IAsyncEnumerator<TEvent> source = events.GetAsyncEnumerator(cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            bool isOver = false;
            while (!isOver)
            {
                try
                {
                    if (!await source.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }

                    Validate(operation, source.Current, validate);
                    write(source.Current, writer);
                }
                catch (ServiceException e) when (writeException?.Invoke(e, writer) == true)
                {
                    isOver = true;
                }

                yield return writer.TakeFrame();
            }
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
