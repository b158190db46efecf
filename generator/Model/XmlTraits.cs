namespace SsoOidcGen.Model;

/// <summary>What a model says about something's element in XML, and about its key in the forms of the query protocols.</summary>
internal sealed record XmlTraits
{
    /// <summary>The name of the element; null leaves it to the protocol.</summary>
    public string? Name { get; init; }

    public XmlNamespace? Namespace { get; init; }

    /// <summary>A member: an attribute of the structure's start tag.</summary>
    public bool IsAttribute { get; init; }

    /// <summary>A list or map member: its items stand in the structure itself, each under the member's name.</summary>
    public bool IsFlattened { get; init; }
}

internal sealed record XmlNamespace(string Uri, string? Prefix);
