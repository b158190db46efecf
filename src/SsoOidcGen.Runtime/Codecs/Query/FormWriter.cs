using System.Buffers;
using System.ComponentModel;
using System.Globalization;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>
/// Writes the form that a query protocol sends (AWS awsQuery and ec2Query): pairs of percent-encoded values under keys
/// whose parts are joined with dots, <c>Filter.1.Name=x</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct FormWriter
{
    private const int InitialSize = 128;

    private readonly IBufferWriter<byte> _output;
    private byte[] _key = new byte[InitialSize];
    private int _length;

    /// <summary>Creates a writer and writes the pairs that every form begins with.</summary>
    /// <param name="output">Takes the form.</param>
    /// <param name="action">The operation's name.</param>
    /// <param name="version">The version of the service's interface, a date.</param>
    public FormWriter(IBufferWriter<byte> output, string action, string version)
    {
        _output = output;
        _output.Write("Action="u8);
        PercentEncoding.Write(_output, action);
        _output.Write("&Version="u8);
        PercentEncoding.Write(_output, version);
    }

    /// <summary>Adds a part to the keys of what follows, until <see cref="Leave"/> takes it away.</summary>
    /// <param name="part">The part in UTF-8, percent-encoded.</param>
    public void Enter(scoped ReadOnlySpan<byte> part)
    {
        if (_length > 0)
        {
            Add("."u8);
        }

        Add(part);
    }

    /// <summary>Takes the last part away from the keys of what follows.</summary>
    /// <param name="part">The part.</param>
    public void Leave(scoped ReadOnlySpan<byte> part) => _length = Math.Max(_length - part.Length - 1, 0);

    /// <summary>Adds the number of an item to the keys of what follows, until <see cref="LeaveItem"/> takes it away.</summary>
    /// <param name="number">The number, from 1.</param>
    public void EnterItem(int number)
    {
        Span<byte> digits = stackalloc byte[10];
        number.TryFormat(digits, out int length, provider: CultureInfo.InvariantCulture);
        Enter(digits[..length]);
    }

    /// <summary>Takes an item's number away from the keys of what follows.</summary>
    public void LeaveItem() => _length = _key.AsSpan(0, _length).LastIndexOf((byte)'.');

    /// <summary>Writes a pair.</summary>
    /// <param name="part">The last part of its key in UTF-8, percent-encoded.</param>
    /// <param name="value">The value.</param>
    public void Write(scoped ReadOnlySpan<byte> part, string value)
    {
        Enter(part);
        Write(value);
        Leave(part);
    }

    /// <summary>Writes a pair whose key is complete.</summary>
    /// <param name="value">The value.</param>
    public readonly void Write(string value)
    {
        _output.Write("&"u8);
        _output.Write(_key.AsSpan(0, _length));
        _output.Write("="u8);
        PercentEncoding.Write(_output, value);
    }

    private void Add(scoped ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _key.Length)
        {
            Array.Resize(ref _key, Math.Max(2 * _key.Length, _length + bytes.Length));
        }

        bytes.CopyTo(_key.AsSpan(_length));
        _length += bytes.Length;
    }
}
