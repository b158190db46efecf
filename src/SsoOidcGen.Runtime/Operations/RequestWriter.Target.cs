using System.Text;

namespace SsoOidcGen.Runtime;

public sealed partial class RequestWriter
{
    private readonly StringBuilder _target = new();
    private readonly List<string> _queryNames = [];
    private string? _prefix;
    private string? _constantTarget;

    internal string? Prefix => _prefix;

    /// <summary>Path and query when every call of the operation has the same.</summary>
    internal string? ConstantTarget => _constantTarget;

    /// <summary>Path and query of this request.</summary>
    internal string PathAndQuery => _constantTarget ?? _target.ToString();

    /// <summary>Adds a piece of the path that the model spells out.</summary>
    public void Path(string literal) => _target.Append(literal);

    /// <summary>Sets path and query of an operation that has the same for every call.</summary>
    public void Target(string literal) => _constantTarget = literal;

    /// <summary>Adds a member to the path, percent-encoded.</summary>
    public void Label(string value) => PercentEncoding.Append(_target, value);

    /// <summary>Adds a member to the path whose slashes separate segments.</summary>
    public void GreedyLabel(string value) => PercentEncoding.Append(_target, value, keepSlashes: true);

    /// <summary>Adds a query parameter without a value.</summary>
    public void Query(string name)
    {
        _target.Append(_queryNames.Count == 0 ? '?' : '&');
        _queryNames.Add(name);
        PercentEncoding.Append(_target, name);
    }

    /// <summary>Adds a query parameter; null leaves it out.</summary>
    public void Query(string name, string? value)
    {
        if (value is not null)
        {
            Query(name);
            _target.Append('=');
            PercentEncoding.Append(_target, value);
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
        HashSet<string> taken = [.. _queryNames];
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
        HashSet<string> taken = [.. _queryNames];
        foreach ((string name, TList values) in entries ?? [])
        {
            if (!taken.Contains(name))
            {
                Query(name, values);
            }
        }
    }

    /// <summary>Goes before the endpoint's host (Smithy <c>endpoint</c> trait).</summary>
    public void HostPrefix(string prefix) => _prefix += prefix;
}
