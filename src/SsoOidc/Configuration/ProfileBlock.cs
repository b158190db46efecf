using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>The profiles of one session between two marks of the shared config file. Nothing outside the marks is touched.</summary>
internal sealed class ProfileBlock
{
    private readonly string _file;
    private readonly EncodedLines _lines;
    private readonly byte[] _content;
    private readonly string _begin;
    private readonly string _end;
    private readonly int _first;
    private readonly int _last;

    /// <exception cref="ConfigurationException">One mark is without the other, or stands there twice.</exception>
    public ProfileBlock(string file, byte[] content, string session)
    {
        _file = file;
        _content = content;
        _lines = new EncodedLines(content);
        _begin = $"# Begin of the profiles that 'ssooidc populate' keeps for session {session}";
        _end = $"# End of the profiles that 'ssooidc populate' keeps for session {session}";
        (_first, _last) = (Find(_begin), Find(_end));
        if (_first < 0 != _last < 0 || _first > _last)
        {
            throw Malformed("has one of them without the other, or in the wrong order");
        }
    }

    /// <summary>The names of the sections between the marks, and of those outside.</summary>
    public (IReadOnlyList<string> Inside, IReadOnlySet<string> Outside) Profiles()
    {
        ConfigLineReader reader = new();
        List<string> inside = [];
        HashSet<string> outside = [];
        for (int i = 0; i < _lines.Count; i++)
        {
            ConfigLine line = reader.Read(_lines[i]);
            string? name =
                line.Kind != ConfigLineKind.Section ? null
                : line.Name == "default" ? line.Name
                : ShellWords.TrySplit(line.Name) is ["profile", var profile] ? profile
                : null;
            if (name is null)
            {
                continue;
            }

            if (i > _first && i < _last)
            {
                inside.Add(name);
            }
            else
            {
                outside.Add(name);
            }
        }

        return (inside, outside);
    }

    /// <returns>The file with these lines between the marks; the same bytes where nothing changes.</returns>
    public byte[] With(IReadOnlyList<string> lines)
    {
        int at = _first;
        if (at < 0)
        {
            at = _lines.Count;
            if (at > 0 && _lines[at - 1].Trim().Length > 0)
            {
                _lines.Insert(at++, "");
            }
        }
        else
        {
            for (int i = _last; i >= _first; i--)
            {
                _lines.RemoveAt(i);
            }
        }

        foreach (string line in lines.Prepend(_begin).Append(_end))
        {
            _lines.Insert(at++, line);
        }

        byte[] result = _lines.ToBytes();
        return result.AsSpan().SequenceEqual(_content) ? _content : result;
    }

    private int Find(string mark)
    {
        int found = -1;
        for (int i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].Trim() == mark)
            {
                found = found < 0 ? i : throw Malformed("has one of them twice");
            }
        }

        return found;
    }

    private ConfigurationException Malformed(string problem) =>
        new(
            $"{_file} {problem}: the lines '{_begin}' and '{_end}'. Mend or remove both, and what stands between them."
        );
}
