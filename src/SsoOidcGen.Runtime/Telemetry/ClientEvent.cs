using System.Collections;
using System.Diagnostics.Tracing;
using System.Globalization;

namespace SsoOidcGen.Runtime;

/// <summary>Something worth a line in a log. It holds no bodies, header values, members of requests and responses, or messages of a service.</summary>
/// <remarks>Its fields are its items, the last of them the template as <c>{OriginalFormat}</c>: the form in which <c>ILogger</c> takes a state.</remarks>
public sealed class ClientEvent : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] _fields;

    /// <summary>Creates an event.</summary>
    /// <param name="id">Identifies the kind of event; it does not change between versions.</param>
    /// <param name="name">The name of the kind, for example <c>CallFinished</c>.</param>
    /// <param name="level">How much it matters.</param>
    /// <param name="template">A sentence with fields in braces, for example <c>{Operation} finished</c>.</param>
    /// <param name="values">The values of the fields, in their order.</param>
    public ClientEvent(int id, string name, EventLevel level, string template, params ReadOnlySpan<object?> values)
    {
        Id = id;
        Name = name;
        Level = level;
        Template = template;
        _fields = new KeyValuePair<string, object?>[values.Length + 1];
        int start = 0;
        for (int i = 0; i < values.Length; i++)
        {
            int open = template.IndexOf('{', start) + 1;
            int close = template.IndexOf('}', open);
            _fields[i] = new(template[open..close], values[i]);
            start = close + 1;
        }

        _fields[^1] = new("{OriginalFormat}", template);
    }

    /// <summary>Identifies the kind of event; it does not change between versions.</summary>
    public int Id { get; }

    /// <summary>The name of the kind, for example <c>CallFinished</c>.</summary>
    public string Name { get; }

    /// <summary>How much it matters: <see cref="EventLevel.Verbose"/>, <see cref="EventLevel.Informational"/> or <see cref="EventLevel.Warning"/>.</summary>
    public EventLevel Level { get; }

    /// <summary>The sentence with its fields in braces.</summary>
    public string Template { get; }

    /// <inheritdoc/>
    public int Count => _fields.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => _fields[index];

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, object?>>)_fields).GetEnumerator();

    /// <summary>The sentence with its values.</summary>
    public override string ToString()
    {
        string text = Template;
        for (int i = 0; i < _fields.Length - 1; i++)
        {
            text = text.Replace(
                $"{{{_fields[i].Key}}}",
                _fields[i].Value is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : "none",
                StringComparison.Ordinal
            );
        }

        return text;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
