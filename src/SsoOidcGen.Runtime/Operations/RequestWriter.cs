using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Takes a request's parts from a generated client: path, query, headers and body.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestWriter
{
    [ThreadStatic]
    private static RequestWriter? _spare;

    private Func<string> _newIdempotencyToken = null!;

    private RequestWriter() { }

    internal SentTarget SentTarget { get; } = new();

    internal SentHeaders SentHeaders { get; } = new();

    internal SentBody SentBody { get; } = new();

    /// <summary>The algorithm that the caller chose for the checksum of the body, or null.</summary>
    internal string? ChecksumAlgorithm { get; private set; }

    /// <summary>It holds a key that whoever reads it could decrypt with.</summary>
    internal bool HoldsEncryptionKey { get; set; }

    internal static RequestWriter Rent(Func<string> newIdempotencyToken)
    {
        RequestWriter writer = _spare ?? new RequestWriter();
        _spare = null;
        writer._newIdempotencyToken = newIdempotencyToken;
        return writer;
    }

    /// <summary>Makes the writer ready for the next request.</summary>
    /// <param name="bodyInUse">A handler may still read the body, so its memory must not be used again.</param>
    internal void Return(bool bodyInUse)
    {
        SentTarget.Reset();
        SentHeaders.Reset();
        SentBody.Reset(bodyInUse);
        ChecksumAlgorithm = null;
        HoldsEncryptionKey = false;
        _spare = this;
    }

    /// <summary>A new value for an idempotency token that the caller left out (a UUID).</summary>
    public string IdempotencyToken() => _newIdempotencyToken();

    /// <summary>Adds a piece of the path that the model spells out.</summary>
    public void Path(string literal) => SentTarget.Add(literal);

    /// <summary>Sets path and query of an operation that has the same for every call.</summary>
    public void Target(string literal) => SentTarget.Constant = literal;

    /// <summary>Adds a member to the path, percent-encoded.</summary>
    public void Label(string value) => SentTarget.AddEncoded(value);

    /// <summary>Adds a member to the path, percent-encoded.</summary>
    /// <param name="value">The member.</param>
    /// <param name="whenEmpty">Takes its place where it is null or empty.</param>
    public void Label(string? value, string whenEmpty) => Label(string.IsNullOrEmpty(value) ? whenEmpty : value);

    /// <summary>Adds a member to the path whose slashes separate segments.</summary>
    public void GreedyLabel(string value) => SentTarget.AddEncoded(value, keepSlashes: true);

    /// <summary>Adds a query parameter without a value.</summary>
    public void Query(string name) => SentTarget.AddQuery(name);

    /// <summary>Adds a query parameter; null leaves it out.</summary>
    public void Query(string name, string? value)
    {
        if (value is not null)
        {
            SentTarget.AddQuery(name, value);
        }
    }

    /// <summary>Adds a query parameter once for each value.</summary>
    public void Query(string name, IEnumerable<string>? values)
    {
        foreach (string value in values ?? [])
        {
            Query(name, value);
        }
    }

    /// <summary>Adds a query parameter for each entry whose name was not added before (Smithy <c>httpQueryParams</c>).</summary>
    public void QueryMap(IEnumerable<KeyValuePair<string, string>>? entries)
    {
        HashSet<string> taken = [.. SentTarget.QueryNames];
        foreach ((string name, string value) in entries ?? [])
        {
            if (!taken.Contains(name))
            {
                Query(name, value);
            }
        }
    }

    /// <inheritdoc cref="QueryMap(IEnumerable{KeyValuePair{string, string}})"/>
    public void QueryMap<TList>(IEnumerable<KeyValuePair<string, TList>>? entries)
        where TList : IEnumerable<string>
    {
        HashSet<string> taken = [.. SentTarget.QueryNames];
        foreach ((string name, TList values) in entries ?? [])
        {
            if (!taken.Contains(name))
            {
                Query(name, values);
            }
        }
    }

    /// <summary>Goes before the endpoint's host (Smithy <c>endpoint</c> trait).</summary>
    public void HostPrefix(string prefix) => SentTarget.Prefix += prefix;

    /// <summary>Adds a header; null leaves it out.</summary>
    public void Header(string name, string? value)
    {
        if (value is not null)
        {
            SentHeaders.Add(name, value);
        }
    }

    /// <summary>Adds a header with its items joined by commas; null leaves it out.</summary>
    public void Header(string name, IEnumerable<string>? items) =>
        Header(name, items is null ? null : string.Join(", ", items));

    /// <summary>Adds a header for each entry (Smithy <c>httpPrefixHeaders</c>).</summary>
    public void PrefixHeaders(string prefix, IEnumerable<KeyValuePair<string, string>>? entries)
    {
        foreach ((string name, string value) in entries ?? [])
        {
            SentHeaders.Add(prefix, name, value);
        }
    }

    /// <summary>Chooses the algorithm for the checksum of the body; null leaves it to the client (Smithy <c>httpChecksum</c>).</summary>
    public void ChecksumWith(string? algorithm) => ChecksumAlgorithm = algorithm;

    /// <summary>The writer of a JSON body.</summary>
    /// <param name="contentType">Its media type, which names the protocol where that has one of its own.</param>
    public Utf8JsonWriter Json(string contentType = "application/json") => SentBody.Json(contentType);

    /// <summary>The writer of a CBOR body.</summary>
    public CborWriter Cbor() => SentBody.Cbor();

    /// <summary>The writer of an XML body.</summary>
    public Utf8XmlWriter Xml() => SentBody.Xml();

    /// <summary>The writer of a form, which begins with the call itself.</summary>
    /// <param name="action">The operation's name.</param>
    /// <param name="version">The version of the service's interface, a date.</param>
    public FormWriter Form(string action, string version) => SentBody.Form(action, version);

    /// <summary>Sends bytes as the body; null sends none.</summary>
    public void Body(ReadOnlyMemory<byte>? content, string? contentType) => SentBody.Set(content, contentType);

    /// <summary>Sends text as the body; null sends none.</summary>
    public void Body(string? text, string? contentType) =>
        // A plain null would become an empty body, by way of a null array.
        Body(text is null ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(text), contentType);

    /// <summary>Sends a stream from its position to its end; null sends none. The caller keeps and closes it.</summary>
    public void Body(Stream? stream, string? contentType) => SentBody.Set(stream, contentType);

    /// <summary>Sends events one by one as they come; null sends none.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="events">The caller's events.</param>
    /// <param name="write">Writes an event as a message.</param>
    /// <param name="validate">Checks an event against the model.</param>
    /// <param name="initial">The message that goes before them; null when there is none.</param>
    /// <param name="writeException">Writes an error of the model that ends the events as a message; false for any other.</param>
    public void Events<TEvent>(
        string operation,
        IAsyncEnumerable<TEvent>? events,
        Action<TEvent, EventWriter> write,
        InputValidator<TEvent> validate,
        EventWriter? initial = null,
        Func<ServiceException, EventWriter, bool>? writeException = null
    ) =>
        SentBody.Set(
            RequestEvents.Create(
                operation,
                events ?? EventStreams.Empty<TEvent>(),
                write,
                validate,
                initial?.TakeFrame(),
                writeException
            )
        );

    /// <summary>Sends an empty JSON object as the body.</summary>
    /// <param name="contentType">Its media type.</param>
    public void EmptyObject(string contentType = "application/json")
    {
        Utf8JsonWriter json = Json(contentType);
        json.WriteStartObject();
        json.WriteEndObject();
    }

    /// <summary>Sends an empty CBOR map as the body.</summary>
    public void EmptyMap()
    {
        CborWriter cbor = Cbor();
        cbor.WriteStartMap();
        cbor.WriteEndMap();
    }

    /// <summary>Makes a form the query, where services read it too.</summary>
    /// <returns>False when the body is none.</returns>
    internal bool TryMoveFormToQuery()
    {
        string? form = SentBody.TakeForm();
        if (form is not null)
        {
            SentTarget.AddQueryText(form);
        }

        return form is not null;
    }

    /// <summary>Gives headers and body to a message.</summary>
    internal void CopyTo(HttpRequestMessage message)
    {
        SentBody.CopyTo(message);
        SentHeaders.CopyTo(message);
    }
}
