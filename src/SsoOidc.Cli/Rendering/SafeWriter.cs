using System.Text;

namespace SsoOidc.Cli;

/// <summary>Writes documents and help: text of several lines, from which everything unsafe but their ends is left out.</summary>
internal sealed class SafeWriter : TextWriter
{
    private readonly TextWriter _inner;

    public SafeWriter(TextWriter inner)
    {
        _inner = inner;
        // A carriage return would let a line overwrite itself.
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => _inner.Encoding;

    public override void Write(char value)
    {
        if (value == '\n' || SafeText.IsSafe(value))
        {
            _inner.Write(value);
        }
    }

    public override void Write(string? value)
    {
        if (value is not null)
        {
            _inner.Write(string.Concat(value.Where(item => item == '\n' || SafeText.IsSafe(item))));
        }
    }

    public override void Flush() => _inner.Flush();
}
