using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Collects what is wrong with an input. Values never appear in it: they may be secrets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ValidationErrors
{
    private List<string>? _errors;
    private MemberPath? _path;

    /// <summary>All errors so far; null when there is none.</summary>
    internal readonly IReadOnlyList<string>? All => _errors;

    /// <summary>A required member must have a value.</summary>
    public void Required(string member, object? value)
    {
        if (value is null)
        {
            Add(member, "is required");
        }
    }

    /// <summary>A string has a least length, counted in Unicode scalar values.</summary>
    public void MinLength(string member, string? value, long minimum)
    {
        // No string has more scalar values than UTF-16 units, and none has less than half as many: long ones need no count.
        if (value is not null && value.Length < 2 * minimum && CountRunes(value) is var length && length < minimum)
        {
            Add(member, $"has {length} characters, at least {minimum} are needed");
        }
    }

    /// <summary>A blob has a least length, counted in bytes.</summary>
    public void MinLength(string member, ReadOnlyMemory<byte>? value, long minimum)
    {
        if (value is { } bytes && bytes.Length < minimum)
        {
            Add(member, $"has {bytes.Length} bytes, at least {minimum} are needed");
        }
    }

    /// <summary>The default of a <see cref="JsonElement"/> is no JSON, not even null.</summary>
    public void Document(string member, JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Undefined })
        {
            Add(member, "is default(JsonElement), which is no JSON value");
        }
    }

    /// <summary>A stream whose length is sent before it (Smithy <c>requiresLength</c>).</summary>
    public void KnownLength(string member, Stream? value)
    {
        if (value is { CanSeek: false })
        {
            Add(member, "is sent with its length, so the stream must be able to seek");
        }
    }

    /// <summary>A list or a map has a least number of items or entries.</summary>
    public void MinCount<T>(string member, IReadOnlyCollection<T>? value, long minimum)
    {
        if (value is not null && value.Count < minimum)
        {
            Add(member, $"has {value.Count} items, at least {minimum} are needed");
        }
    }

    /// <summary>A number has a least value.</summary>
    public void Minimum(string member, double? value, double minimum)
    {
        if (value < minimum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"is less than {minimum}"));
        }
    }

    /// <summary>A member that becomes part of the host name is a host label (RFC 1123 §2.1).</summary>
    public void HostLabel(string member, string? value)
    {
        if (
            value is not null
            && (value.Length == 0 || !value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'))
        )
        {
            Add(
                member,
                "becomes part of the host name: only letters, digits, '-' and '.' are allowed, and at least one"
            );
        }
    }

    /// <summary>A member that becomes part of the path must not be empty.</summary>
    public void PathLabel(string member, string? value)
    {
        if (value is { Length: 0 })
        {
            Add(member, "becomes part of the path and must not be empty");
        }
    }

    /// <summary>An <c>Unknown</c> case of a union stands for what a service sent; it cannot be sent.</summary>
    public void UnknownCase(string union) => Add("", $"{union}.Unknown cannot be sent, choose a known case");

    /// <summary>Checks what a member holds.</summary>
    public void Nested<T>(string member, T? value, InputValidator<T> validate)
        where T : class
    {
        if (value is not null)
        {
            MemberPath path = _path ??= new MemberPath();
            path.EnterMember(member);
            validate(value, ref this);
            path.Leave();
        }
    }

    /// <summary>Checks each item of a list.</summary>
    public void Items<T>(string member, IReadOnlyList<T>? values, InputValidator<T> validate)
    {
        MemberPath path = _path ??= new MemberPath();
        path.EnterMember(member);
        for (int i = 0; i < values?.Count; i++)
        {
            if (values[i] is { } item)
            {
                path.EnterItem(i);
                validate(item, ref this);
                path.Leave();
            }
        }

        path.Leave();
    }

    /// <summary>Checks each value of a map.</summary>
    /// <param name="member">The map.</param>
    /// <param name="values">Its entries.</param>
    /// <param name="validate">Checks a value.</param>
    /// <param name="areKeysSecret">The path of an error does not name the key.</param>
    public void Entries<T>(
        string member,
        IReadOnlyDictionary<string, T>? values,
        InputValidator<T> validate,
        bool areKeysSecret = false
    )
    {
        MemberPath path = _path ??= new MemberPath();
        path.EnterMember(member);
        foreach ((string key, T item) in values ?? ReadOnlyDictionary<string, T>.Empty)
        {
            if (item is not null)
            {
                path.EnterEntry(areKeysSecret ? Redaction.Text : key);
                validate(item, ref this);
                path.Leave();
            }
        }

        path.Leave();
    }

    private static int CountRunes(string value)
    {
        int count = 0;
        foreach (Rune _ in value.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private void Add(string member, string error) =>
        (_errors ??= []).Add($"{(_path is null ? member : _path.To(member))} {error}");
}
