using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Path and query of a request, and what goes before its host.</summary>
internal sealed class SentTarget
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _queryNames = [];

    /// <summary>Goes before the endpoint's host, or null.</summary>
    public string? Prefix { get; set; }

    /// <summary>Path and query when every call of the operation has the same.</summary>
    public string? Constant { get; set; }

    /// <summary>Path and query of this request.</summary>
    public string PathAndQuery => Constant ?? _text.ToString();

    /// <summary>The names of the query parameters so far.</summary>
    public IEnumerable<string> QueryNames => _queryNames;

    public void Add(string literal) => _text.Append(literal);

    public void AddEncoded(string value, bool keepSlashes = false) => PercentEncoding.Append(_text, value, keepSlashes);

    public void AddQuery(string name)
    {
        _text.Append(_queryNames.Count == 0 ? '?' : '&');
        _queryNames.Add(name);
        PercentEncoding.Append(_text, name);
    }

    public void AddQuery(string name, string value)
    {
        AddQuery(name);
        _text.Append('=');
        PercentEncoding.Append(_text, value);
    }

    /// <summary>Adds query parameters that are percent-encoded already.</summary>
    public void AddQueryText(string text)
    {
        if (Constant is not null)
        {
            _text.Append(Constant);
            Constant = null;
        }

        _text.Append(_queryNames.Count == 0 ? '?' : '&').Append(text);
    }

    public void Reset()
    {
        _text.Clear();
        _queryNames.Clear();
        Prefix = null;
        Constant = null;
    }
}
