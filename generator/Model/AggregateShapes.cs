namespace SsoOidcGen.Model;

internal sealed record ListShape(string Name, ElementReference Member) : Shape(Name)
{
    /// <summary>What a member that holds it may be called in responses too, unless it has a name of its own; null for nothing else.</summary>
    public string? ElementName { get; init; }

    /// <summary>Nulls among the items mean something and are kept.</summary>
    public bool Sparse { get; init; }

    /// <summary>Least number of items.</summary>
    public long? MinLength { get; init; }
}

internal sealed record MapShape(string Name, ElementReference Key, ElementReference Value) : Shape(Name)
{
    public bool Sparse { get; init; }

    /// <summary>Least number of entries.</summary>
    public long? MinLength { get; init; }
}

/// <summary>What a list or map holds.</summary>
internal sealed record ElementReference(string Target, TimestampFormat? TimestampFormat = null)
{
    /// <summary>Null when the element is called as the protocol says.</summary>
    public XmlTraits? Xml { get; init; }
}
